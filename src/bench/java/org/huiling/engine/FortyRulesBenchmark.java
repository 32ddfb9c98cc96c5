package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.huiling.bench.Row;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.jspecify.annotations.Nullable;

/**
 * One policy of forty rules over the same known applicants, in every way there is:
 * hand-written, by this engine, by other engines.
 */
public final class FortyRulesBenchmark {

	/** The floor. */
	public static final String HAND_WRITTEN = "hand-written Java";

	private static final int PEOPLE = 20_000;

	private static final int ROUNDS = 5;

	private static final double SECONDS = 0.5;

	private FortyRulesBenchmark() {
	}

	/**
	 * The ways to evaluate, each with the same rules.
	 * @return what each pays an applicant, null for nothing
	 */
	public static Map<String, Function<PlainPerson, @Nullable Money>> ways() {
		RuleSet rules = new PolicyCompiler()
			.compile(FortyRules.files(FortyRules.ALL), FortyRules.PROGRAM, ClassStore.NONE)
			.rules();
		Map<String, Function<PlainPerson, @Nullable Money>> ways = new LinkedHashMap<>();
		ways.put(HAND_WRITTEN, FortyRules::handWritten);
		ways.put("hand-written Java, rule by rule", FortyRules::ruleByRule);
		ways.put("plan", granted(rules.plan()));
		ways.put("walk", granted(rules.walk()));
		ways.put("Drools session per applicant", granted(rules.session()));
		ways.put("Evrete session per applicant", EvretePeer.with(FortyRules.rules(FortyRules.ALL)));
		ways.put("kie-dmn decision table", DmnPeer.with(FortyRules.rules(FortyRules.ALL)));
		return ways;
	}

	/**
	 * Known applicants in August 2013.
	 * @return the same on every call
	 */
	public static List<PlainPerson> people() {
		return RandomApplicants.fullyKnown(40)
			.limit(PEOPLE)
			.map((person) -> new PlainPerson(person.record(), Period.parse("2013-08")))
			.toList();
	}

	/**
	 * Measures.
	 * @return the rows
	 */
	public static List<Row> run() {
		List<PlainPerson> people = people();
		Map<String, Function<PlainPerson, @Nullable Money>> ways = ways();
		BigDecimal total = total(people, FortyRules::handWritten);
		ways.forEach((name, way) -> {
			if (total.compareTo(total(people, way)) != 0) {
				throw new IllegalStateException(name + " pays " + total(people, way) + ", not " + total);
			}
		});
		Map<String, Double> rates = new LinkedHashMap<>();
		ways.forEach((name, way) -> rates.put(name, perSecond(people, way)));
		Double floor = rates.get(HAND_WRITTEN);
		List<Row> rows = new ArrayList<>();
		rates.forEach((name, rate) -> rows.add(Row.of("40 rules, " + name, rate, "applicant-months/s", floor)));
		return rows;
	}

	private static Function<PlainPerson, @Nullable Money> granted(Evaluator evaluator) {
		return (applicant) -> evaluator.evaluate(new FactSet(applicant.facts(), null, null, null))
			.stream()
			.filter((result) -> result.truth() == Truth.HOLDS)
			.flatMap((result) -> result.grants().stream())
			.map((grant) -> ((Grant.Amount) grant).exact())
			.reduce(Money::plus)
			.orElse(null);
	}

	private static BigDecimal total(List<PlainPerson> people, Function<PlainPerson, @Nullable Money> way) {
		Money total = Money.ZERO;
		for (PlainPerson person : people) {
			Money paid = way.apply(person);
			total = (paid != null) ? total.plus(paid) : total;
		}
		return total.shown();
	}

	private static double perSecond(List<PlainPerson> people, Function<PlainPerson, @Nullable Money> way) {
		List<Double> rates = new ArrayList<>();
		long paid = 0;
		for (int round = 0; round < ROUNDS + 3; round++) {
			long from = System.nanoTime();
			double seconds = 0;
			long evaluated = 0;
			while (seconds < SECONDS) {
				for (PlainPerson person : people.subList(0, people.size() / 10)) {
					paid += (way.apply(person) != null) ? 1 : 0;
				}
				evaluated += people.size() / 10;
				seconds = (System.nanoTime() - from) / 1e9;
			}
			if (round >= 3) {
				rates.add(evaluated / seconds);
			}
		}
		if (paid == 0) {
			throw new IllegalStateException("nobody was paid");
		}
		return rates.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
	}

}
