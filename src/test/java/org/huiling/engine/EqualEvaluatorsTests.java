package org.huiling.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.TestPerson;
import org.huiling.applicant.RecordJson;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Awards;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.RandomOrganisations;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For people and organisations of whom everything is known the plan, the walk over the
 * compiled conditions and a Drools session give the same grants by the same rules, in
 * every shipped version.
 */
class EqualEvaluatorsTests {

	/** Of each version by plan and session; by the walk each twentieth. */
	private static final int EVALUATIONS = Samples.of(100_000);

	private static final int PARTS = 10;

	/** Of each person, as making somebody up takes longer than a month's evaluations. */
	private static final int MONTHS = 4;

	private static final List<String> PROGRAMS = List.of("old-age-allowance", "low-income-top-up", "living-subsidy",
			"home-care-service");

	static Stream<ShippedVersion> versions() {
		return ShippedVersion.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("versions")
	void allGiveTheSameGrantsByTheSameRules(ShippedVersion version) {
		assertThat(version.policy().rules().plan()).isNotSameAs(version.policy().rules().walk());
		Transplant transplant = Transplant.to(version.shelf(), version.policy());
		int granted = IntStream.range(0, PARTS)
			.parallel()
			.map((part) -> granted(version, transplant, version.toString().hashCode() * 31 + part))
			.sum();
		assertThat(granted).as("grants in %s evaluations", EVALUATIONS).isPositive();
	}

	/**
	 * With members of the household, bills and years of service, of which everything is
	 * known.
	 */
	private static TestPerson atHome(TestPerson person, Random random) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		ArrayNode members = nodes.arrayNode();
		for (int i = random.nextInt(3); i > 0; i--) {
			int grade = random.nextInt(5);
			ObjectNode member = nodes.objectNode()
				.put("id", String.valueOf(i))
				.put("relation", random.nextBoolean() ? "SPOUSE" : "CHILD")
				.put("birthDate", "1950-01-01")
				.put("monthlyIncome", random.nextInt(1000))
				.put("disabilityGrade", grade);
			if (grade > 0) {
				member.put("disabilityCategory", random.nextBoolean() ? "VISUAL" : "MENTAL");
			}
			member.set("receives",
					random.nextBoolean() ? nodes.arrayNode() : nodes.arrayNode().add("RESIDENT_PENSION"));
			members.add(member);
		}
		ObjectNode json = person.json();
		json.set("members", members);
		json.set("careBills", bills(random));
		json.putObject("villageDoctor").put("years", random.nextInt(40));
		return TestPerson.of(json);
	}

	/** One for care at home or elsewhere in every month of two years. */
	private static ArrayNode bills(Random random) {
		ArrayNode bills = JsonNodeFactory.instance.arrayNode();
		List<String> settings = List.of("HOME", "DAY", "INSTITUTION");
		for (int month = 0; month < 24; month++) {
			bills.addObject()
				.put("id", "b" + month)
				.put("date", LocalDate.of(2026, 1, 10).plusMonths(month).toString())
				.put("setting", settings.get(random.nextInt(settings.size())))
				.put("price", random.nextInt(4000))
				.put("insurancePaid", random.nextInt(500));
		}
		return bills;
	}

	/** People or organisations, as the version is about. */
	private static Supplier<FactRecord> records(ShippedVersion version, Transplant transplant, Random random) {
		if (version.policy().program().subject() == Subject.ORGANISATION) {
			RandomOrganisations organisations = new RandomOrganisations(random.nextLong(),
					version.policy().facts().dictionary().shape(), version.shelf().jurisdiction().regionPrefix(),
					version.policy().header().effectiveFrom());
			return organisations::next;
		}
		RandomApplicants people = RandomApplicants.fullyKnown(random.nextLong());
		return () -> atHome(transplant.of(people.next()), random).record();
	}

	/** One part of the people; answers how many were granted something. */
	private static int granted(ShippedVersion version, Transplant transplant, int seed) {
		Random random = new Random(Samples.seed() + seed);
		Supplier<FactRecord> records = records(version, transplant, random);
		RuleSet rules = version.policy().rules();
		int granted = 0;
		int evaluated = 0;
		while (evaluated < EVALUATIONS / PARTS) {
			FactRecord person = records.get();
			for (FactSet facts : severalMonths(version, person, random)) {
				List<Granted> expected = granted(rules.session(), facts);
				assertSame(granted(rules.plan(), facts), expected, person, facts);
				if (evaluated % 20 == 0) {
					assertSame(granted(rules.walk(), facts), expected, person, facts);
				}
				granted += expected.isEmpty() ? 0 : 1;
				evaluated++;
			}
		}
		return granted;
	}

	private static void assertSame(List<Granted> found, List<Granted> expected, FactRecord person, FactSet facts) {
		if (!found.equals(expected)) {
			assertThat(found).as("%s in %s", RecordJson.of(person), facts.applicant()).isEqualTo(expected);
		}
	}

	/** What a rule grants. */
	private record Granted(String rule, Object grants) {
	}

	private static List<Granted> granted(Evaluator evaluator, FactSet facts) {
		return evaluator.evaluate(facts)
			.stream()
			.filter((result) -> result.truth() == Truth.HOLDS)
			.map((result) -> new Granted(result.rule().name().zh(), result.grants()))
			.toList();
	}

	private static List<FactSet> severalMonths(ShippedVersion version, FactRecord person, Random random) {
		return IntStream.range(0, MONTHS)
			.mapToObj((month) -> facts(version, person, random))
			.flatMap(List::stream)
			.toList();
	}

	private static List<FactSet> facts(ShippedVersion version, FactRecord person, Random random) {
		if (Program.STACKING.equals(version.policy().program().id())) {
			Set<String> programs = new LinkedHashSet<>(PROGRAMS);
			programs.removeIf((program) -> random.nextBoolean());
			return List.of(new FactSet(null, null, new Awards(programs, null), null));
		}
		return switch (version.policy().program().cycle()) {
			case MONTH, ONCE -> List.of(facts(version, person, version.month(random), null));
			case QUARTER, YEAR -> List.of(facts(version, person,
					version.policy().program().cycle().at(version.month(random).firstDay()), null));
			case CLAIM -> claims(version, person, random);
		};
	}

	private static FactSet facts(ShippedVersion version, FactRecord person, Period period,
			@Nullable Function<PersonFacts, ClaimFacts> claim) {
		String prefix = version.shelf().jurisdiction().regionPrefix();
		PersonFacts applicant = new PersonFacts(version.policy().words(), person, prefix, period, null);
		return new FactSet(applicant, (claim != null) ? claim.apply(applicant) : null, null, null);
	}

	/** Every claim of a year, after what this version paid for the earlier ones. */
	private static List<FactSet> claims(ShippedVersion version, FactRecord person, Random random) {
		ApplicantEvaluation evaluation = new ApplicantEvaluation(version.shelf(), (day) -> person, Explain.NONE);
		List<FactSet> facts = new ArrayList<>();
		ClaimYear before = ClaimYear.EMPTY;
		for (var claim : evaluation.claims(version.policy().program().over(), version.month(random).year())) {
			Paid others = Paid.of(random.nextBoolean() ? Money.ZERO : Money.of(random.nextInt(300) + "00.00"));
			ClaimYear year = before.withAwardsOfOthers(List.of(others));
			facts.add(facts(version, person, Period.of(claim.date()), (who) -> new ClaimFacts(who, claim, year)));
			before = before.after(claim,
					ApplicantEvaluation.paid(evaluation.programResult(version.policy(), claim, year)));
		}
		return facts;
	}

}
