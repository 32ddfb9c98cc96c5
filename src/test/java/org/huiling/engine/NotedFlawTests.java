package org.huiling.engine;

import java.util.List;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the check tells without holding up a publication. */
class NotedFlawTests {

	private static List<Finding> notes(String one, String other) {
		TinyPolicy policy = TinyPolicy.monthly("example", 10, "2015-01-01")
			.parameter("sixty", "60", "years")
			.parameter("seventy", "70", "years")
			.parameter("line", "1000.00", "CNY")
			.parameter("low", "50.00", "CNY")
			.parameter("high", "80.00", "CNY")
			.rule("甲", "Applicant( " + one + " )", "benefit.pay(P.low);");
		if (!"-".equals(other)) {
			policy.rule("乙", "Applicant( " + other + " )", "benefit.pay(P.high);");
		}
		PolicyFiles files = new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2015-01-01",
				policy.bytes());
		return new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(), files))
			.findings()
			.stream()
			.filter((note) -> note.kind() == Kind.REDUNDANT || note.kind() == Kind.OPEN_CASE)
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "poor == true | poor == false, lowIncome == false | lowIncome == true with poor == false",
					"poor == true, lowIncome == false | poor == false | lowIncome == true with poor == true",
					"tekun == true | tekun == false, veteran != true | tekun == false with veteran == true",
					"tekun == true | tekun == false, !veteran | tekun == false with veteran == true",
					"poor == true | poor == false, lowIncome == true | -",
					"poor == true | lowIncome == true, poor == false | -", "poor == true | poor == false | -",
					"poor == true, lowIncome == false | - | -" })
	void aCaseOfTwoFactsThatIsLeftOpenIsTold(String one, String other, String expected) {
		List<Finding> notes = notes(one, other);
		assertThat(notes).noneMatch(Finding::stands);
		assertThat(notes.stream().filter((note) -> note.kind() == Kind.OPEN_CASE).toList())
			.hasSize("-".equals(expected) ? 0 : 1)
			.allSatisfy((note) -> assertThat(note.message().en()).contains(expected))
			.allSatisfy((note) -> assertThat(note.counterexample()).isNotNull());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"ageOnLastDay >= P.sixty, ageOnLastDay >= P.seventy ; ageOnLastDay >= P.sixty",
			"onDibao == true, poor == true ; poor == true", "tekun == true, poor == true, alive == true ; poor == true",
			"ageOnLastDay >= P.sixty, ageOnLastDay < P.seventy, ageOnLastDay != P.seventy ; ageOnLastDay != P.seventy",
			"ageOnLastDay >= P.sixty, ageBeforePeriod >= P.sixty ; ageOnLastDay >= P.sixty",
			"ageOnLastDay >= P.sixty, alive == true ; -", "household.perCapitaIncome < P.line, onDibao == true ; -",
			"hukouInJurisdiction == true, hukou.heldOnFirstDay == true ; -",
			"ageOnLastDay >= P.sixty || onDibao == true, poor == true ; -" })
	void aConditionThatTheOthersImplyIsTold(String conditions, String expected) {
		List<Finding> notes = notes(conditions, "-");
		assertThat(notes).noneMatch(Finding::stands);
		assertThat(notes.stream().filter((note) -> note.kind() == Kind.REDUNDANT).toList())
			.hasSize("-".equals(expected) ? 0 : 1)
			.allSatisfy((note) -> assertThat(note.message().en()).contains("the condition " + expected + " of"));
	}

}
