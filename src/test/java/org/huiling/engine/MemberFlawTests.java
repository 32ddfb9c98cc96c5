package org.huiling.engine;

import java.util.List;
import java.util.stream.Collectors;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flaws of rules that ask whether there is a household member are found, each shown by a
 * household, and none is made up.
 */
class MemberFlawTests {

	private static TinyPolicy policy(boolean highest, String... conditions) {
		TinyPolicy policy = TinyPolicy.monthly("example", 10, "2015-01-01")
			.parameter("elder", "60", "years")
			.parameter("severe", "2", "grade")
			.parameter("third", "3", "grade")
			.parameter("line", "900.00", "CNY")
			.parameter("rich", "2000.00", "CNY")
			.parameter("half", "50", "percent")
			.parameter("day", "1953-07-01", "date")
			.parameter("close", "[SPOUSE, CHILD]", "relation")
			.parameter("low", "50.00", "CNY")
			.parameter("high", "80.00", "CNY");
		if (highest) {
			policy.header("wins: HIGHEST");
		}
		for (int i = 0; i < conditions.length; i++) {
			policy.rule("r" + i, conditions[i], "benefit.pay(P." + ((i % 2 == 0) ? "low" : "high") + ");");
		}
		return policy;
	}

	private static List<Finding> findings(TinyPolicy policy) {
		PolicyFiles files = new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2015-01-01",
				policy.bytes());
		return new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(), files))
			.findings();
	}

	private static List<Kind> kinds(boolean highest, String... conditions) {
		return findings(policy(highest, conditions)).stream().map(Finding::kind).distinct().toList();
	}

	private static String member(String conditions) {
		return "Applicant( alive == true )\n    " + conditions;
	}

	@ParameterizedTest
	@ValueSource(strings = { "exists Member( relation == Relation.SPOUSE )",
			"not Member( relation == Relation.SPOUSE )", "exists Member( )", "not Member( )",
			"exists Member( disabilityGrade >= 1, disabilityGrade <= P.severe )",
			"exists Member( relation memberOf P.close, monthlyIncome < P.line )",
			"exists Member( monthlyIncome.times(P.half) < P.line )", "exists Member( birthDate < P.day )",
			"exists Member( disabilityGrade == P.third, disabilityCategory == DisabilityCategory.MENTAL )",
			"not Member( disabilityCategory != DisabilityCategory.MENTAL )",
			"exists Member( receives contains Receipt.DIBAO, receives not contains Receipt.RESIDENT_PENSION )",
			"exists Member( relation == Relation.SPOUSE )\n    not Member( relation == Relation.CHILD )",
			"( exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line ) or not Member( relation != Relation.CHILD ) )" })
	void aRuleWithoutFlawsIsJudgedAndNothingIsFound(String asked) {
		assertThat(findings(policy(false, member(asked)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// two rules that need two members, or three
			"exists Member( relation == Relation.SPOUSE ) | exists Member( relation == Relation.CHILD ) | CONFLICT",
			"exists Member( relation == Relation.SPOUSE ) | not Member( relation == Relation.SPOUSE ) | -",
			"exists Member( relation == Relation.SPOUSE ) exists Member( relation == Relation.PARENT ) | exists Member( relation == Relation.CHILD ) | CONFLICT",
			"exists Member( monthlyIncome < P.line ) | not Member( monthlyIncome <= P.line ) exists Member( ) | GAP",
			"not Member( disabilityGrade > P.severe ) exists Member( ) | exists Member( disabilityGrade > P.third ) | GAP",
			"exists Member( receives contains Receipt.DIBAO ) | not Member( receives contains Receipt.DIBAO ) | -",
			"exists Member( relation == Relation.SPOUSE, birthDate < P.day ) | not Member( relation == Relation.SPOUSE, birthDate < P.day ) | -",
			"not Member( ) | exists Member( relation == Relation.SPOUSE ) | -",
			"not Member( relation != Relation.SPOUSE ) | not Member( relation != Relation.CHILD ) | CONFLICT" })
	void twoRules(String one, String other, String expected) {
		List<Kind> found = kinds(false, member(one.strip()), member(other.strip()));
		assertThat(found).isEqualTo("-".equals(expected.strip()) ? List.of() : List.of(Kind.valueOf(expected.strip())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exists Member( disabilityGrade < 1, disabilityGrade > P.severe )",
			"exists Member( relation == Relation.SPOUSE, relation == Relation.CHILD )",
			"exists Member( monthlyIncome > P.rich, monthlyIncome < P.line )",
			"exists Member( relation == Relation.SPOUSE )\n    not Member( )",
			"exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )\n    not Member( monthlyIncome < P.rich )",
			"exists Member( disabilityGrade == 0, disabilityCategory == DisabilityCategory.MENTAL )" })
	void nobodyCanMeetIt(String asked) {
		assertThat(kinds(false, member(asked))).containsExactly(Kind.UNREACHABLE);
	}

	@Test
	void oneOfTwoAlternativesNobodyCanMeet() {
		List<Finding> found = findings(policy(false,
				member("( exists Member( relation == Relation.SPOUSE ) or exists Member( disabilityGrade < 1,"
						+ " disabilityGrade > P.severe ) )")));
		assertThat(found).extracting(Finding::kind).containsExactly(Kind.UNREACHABLE);
		assertThat(found.get(0).message().zh()).contains("disabilityGrade < 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not Member( relation == Relation.SPOUSE, relation == Relation.CHILD )",
			"not Member( disabilityGrade > P.severe, disabilityGrade < 1 )" })
	void aConditionThatHoldsForEverybody(String asked) {
		List<Finding> found = findings(policy(false, "Applicant( ageOnLastDay >= P.elder )\n    " + asked));
		assertThat(found).extracting(Finding::kind).containsExactly(Kind.ALWAYS_TRUE);
		assertThat(found.get(0).message().en()).contains("the condition not Member(");
	}

	@Test
	void aRuleThatIsNeverPaidBecauseAnotherIsHigher() {
		List<Kind> found = kinds(true, member("exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )"),
				member("exists Member( relation == Relation.SPOUSE )"));
		assertThat(found).containsExactly(Kind.SHADOWED);
	}

	@Test
	void aGapOfAgeBesideAMember() {
		String spouse = "\n    exists Member( relation == Relation.SPOUSE )";
		assertThat(kinds(false, "Applicant( ageOnLastDay < P.elder )" + spouse,
				"Applicant( ageOnLastDay > P.elder )" + spouse))
			.containsExactly(Kind.GAP);
	}

	@Test
	void aGapAlongAFieldIsToldByTheFieldAndShownByTheMember() {
		List<Finding> found = findings(policy(false, member("exists Member( monthlyIncome < P.line )"),
				member("exists Member( monthlyIncome > P.line )\n    not Member( monthlyIncome < P.line )")));
		assertThat(found).extracting(Finding::kind).containsExactly(Kind.GAP);
		assertThat(found.get(0).message().zh()).startsWith("家庭成员的月收入有空档");
		assertThat(found.get(0).message().en()).startsWith("a gap along the monthly income of household members");
		FactRecord shown = found.get(0).counterexample();
		assertThat(shown.items("members")).singleElement()
			.satisfies((item) -> assertThat(item.value("monthlyIncome").toString()).isEqualTo("900.00"));
	}

	@Test
	void aPatternBesideADefinitionOverTheSameList() {
		// one( … ) looks at an item by itself: that is left to people, the pattern is not
		List<Finding> found = findings(policy(false, "Applicant( spouse.monthlyIncome < P.line )",
				member("exists Member( relation == Relation.CHILD )")));
		assertThat(found.stream()
			.filter((one) -> one.kind() == Kind.NOT_JUDGED)
			.map((one) -> one.message().en())
			.collect(Collectors.joining())).contains("spouse.monthlyIncome").doesNotContain("exists Member");
	}

	@Test
	void moreThanCanBeTriedIsLeftToPeople() {
		StringBuilder all = new StringBuilder();
		for (String code : List.of("EMPLOYEE_PENSION", "RESIDENT_PENSION", "DIBAO", "TEKUN", "DISABILITY_SUBSIDY")) {
			all.append("\n    not Member( receives contains Receipt.").append(code).append(" )");
		}
		assertThat(kinds(false, "Applicant( alive == true )" + all)).containsExactly(Kind.NOT_JUDGED);
	}

}
