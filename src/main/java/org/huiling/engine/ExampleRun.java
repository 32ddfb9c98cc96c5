package org.huiling.engine;

import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.Example.Expected;
import org.huiling.engine.drools.RuleResult;
import org.huiling.engine.drools.RuleText;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ClaimYear;
import org.huiling.facts.ClaimYear.Paid;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * Runs worked examples against the version they belong to, and nothing but that version.
 */
final class ExampleRun {

	private final CompiledPolicy policy;

	private final Jurisdiction jurisdiction;

	private final ComparedEvaluator evaluator;

	private final Set<String> firing = new HashSet<>();

	private final Set<String> silent = new HashSet<>();

	ExampleRun(CompiledPolicy policy, Jurisdiction jurisdiction, ComparedEvaluator evaluator) {
		this.evaluator = evaluator;
		this.policy = policy;
		this.jurisdiction = jurisdiction;
	}

	Example.Result run(Example example) {
		Expected actual = (example.applicant() == null) ? stacking(example) : single(example, example.applicant());
		return new Example.Result(example, agrees(example.expected(), actual), actual);
	}

	/** How the examples run so far cover the rules. */
	List<CheckReport.Coverage> coverage() {
		return this.policy.rules()
			.rules()
			.stream()
			.map((rule) -> new CheckReport.Coverage(rule.name(), this.firing.contains(rule.name().zh()),
					this.silent.contains(rule.name().zh())))
			.toList();
	}

	private void cover(List<RuleResult> results) {
		Set<String> holding = new HashSet<>();
		results.stream()
			.filter((result) -> result.truth() == Truth.HOLDS)
			.forEach((result) -> holding.add(result.rule().name().zh()));
		for (RuleText rule : this.policy.rules().rules()) {
			(holding.contains(rule.name().zh()) ? this.firing : this.silent).add(rule.name().zh());
		}
	}

	private Expected single(Example example, ApplicantRecord applicant) {
		Casefile casefile = new Casefile(new OneVersion(this.jurisdiction, this.policy), (day) -> applicant,
				Explain.WHY, (one) -> this.evaluator);
		Period period = Period.parse(example.period());
		Ruling ruling = switch (this.policy.program().cycle()) {
			case MONTH, YEAR -> casefile.ruling(this.policy.program(), this.policy, period);
			case CLAIM -> claim(casefile, example, Period.of(Year.from(period.firstDay())));
		};
		cover(ruling.results());
		List<String> rules = new Explanation(ruling).why().stream().map((why) -> why.rule().zh()).toList();
		return new Expected(ruling.outcome(), ruling.amount(), rules, List.copyOf(new TreeSet<>(ruling.missing())),
				null, null);
	}

	private Ruling claim(Casefile casefile, Example example, Period year) {
		ClaimYear before = ClaimYear.EMPTY;
		for (ApplicantRecord.Claim claim : casefile.claims(year)) {
			Ruling ruling = casefile.ruling(this.policy, claim,
					before.withAwardsOfOthers(List.of(paid(example.awards().get(claim.id())))));
			if (example.claim() == null || claim.id().equals(example.claim())) {
				return ruling;
			}
			cover(ruling.results());
			before = before.after(claim, Casefile.paid(ruling));
		}
		return Ruling.noPolicy();
	}

	private static Paid paid(Example.@Nullable Award award) {
		if (award == null) {
			return Paid.NOTHING;
		}
		return (award.amount() != null) ? Paid.of(Money.of(award.amount())) : Paid.unknown(award.missing());
	}

	private Expected stacking(Example example) {
		Map<Program, Ruling> awards = new LinkedHashMap<>();
		example.awards().forEach((id, award) -> {
			Program program = new Program(id, new Bilingual(id, id), Cycle.MONTH, "CNY", awards.size() + 1,
					PaidTo.PERSON);
			awards.put(program, ruling(award));
		});
		Stacking stacking = new Stacking(this.policy, this.evaluator, awards, List.of(),
				Period.parse(example.period()).firstDay());
		cover(stacking.results());
		List<String> withheld = new ArrayList<>();
		Map<String, List<String>> undecided = new TreeMap<>();
		awards.forEach((program, ruling) -> {
			Set<String> open = stacking.openRivals(program);
			if (stacking.displacer(program) != null && open.isEmpty()) {
				withheld.add(program.id());
			}
			if (!open.isEmpty()) {
				undecided.put(program.id(), List.copyOf(open));
			}
		});
		return new Expected(null, null, null, null, withheld, undecided);
	}

	private Ruling ruling(Example.Award award) {
		Ruling none = Ruling.refused(this.policy, List.of());
		BigDecimal amount = award.amount();
		if (amount == null) {
			return none.needing(award.missing(), award.atMost());
		}
		return (amount.signum() == 0) ? none
				: new Ruling(this.policy, Outcome.ELIGIBLE, amount, null, null, List.of(), Set.of(), null, List.of());
	}

	private static boolean agrees(Expected expected, Expected actual) {
		return agrees(expected.outcome(), actual.outcome())
				&& (expected.amount() == null
						|| (actual.amount() != null && expected.amount().compareTo(actual.amount()) == 0))
				&& agrees(expected.rules(), actual.rules()) && agrees(sorted(expected.missing()), actual.missing())
				&& agrees(sorted(expected.withheld()), sorted(actual.withheld()))
				&& agrees(expected.undecided(), actual.undecided());
	}

	private static boolean agrees(@Nullable Object expected, @Nullable Object actual) {
		return expected == null || Objects.equals(expected, actual);
	}

	private static @Nullable List<String> sorted(@Nullable List<String> texts) {
		return (texts != null) ? List.copyOf(new TreeSet<>(texts)) : null;
	}

}
