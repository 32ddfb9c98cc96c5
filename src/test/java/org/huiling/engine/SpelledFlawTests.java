package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.FlawSearch;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Period;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Overlaps and gaps are found however a condition is spelled. */
class SpelledFlawTests {

	private static TinyPolicy policy() {
		return TinyPolicy.monthly()
			.parameter("eighty", "80", "years")
			.parameter("ninety", "90", "years")
			.parameter("one", "1", "count")
			.parameter("standard", "{URBAN: 450.00, RURAL: 200.00}", "CNY, by: hukouType")
			.parameter("low", "50.00", "CNY")
			.parameter("high", "100.00", "CNY");
	}

	private static List<Finding> findings(TinyPolicy policy) {
		CompiledPolicy compiled = policy.compile();
		VersionDirectory directory = new VersionDirectory(TinyPolicy.JURISDICTION, compiled.program(),
				new PolicyFiles("model-district", compiled.program().id(), compiled.version(), policy.bytes()));
		return new FlawSearch(compiled, directory, ComparedEvaluator.of(compiled.rules()), new Problems()).findings();
	}

	/** Two bands, of which the upper one begins as the spelling says. */
	private static List<Finding> bands(String upTo, String from) {
		return findings(policy().rule("低", "Applicant( ageOnLastDay >= P.eighty, " + upTo + " )", "benefit.pay(P.low);")
			.rule("高", "Applicant( " + from + " )", "benefit.pay(P.high);"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ageOnLastDay >= P.ninety", "( ageOnLastDay >= P.ninety )", "$g : ageOnLastDay, $g >= P.ninety",
					"$g : ageOnLastDay >= P.ninety", "P.ninety <= ageOnLastDay", "( P.ninety ) <= (( ageOnLastDay ))",
					"!( ageOnLastDay < P.ninety )", "getAgeOnLastDay() >= P.ninety", "ageOnLastDay + P.one > P.ninety",
					"P.one + ageOnLastDay - 1 >= P.ninety", "$g : ( ageOnLastDay * 1 + P.one ), $g > P.ninety" })
	void bandsAreTold(String from) {
		assertThat(bands("ageOnLastDay < P.ninety", from)).isEmpty();
		assertThat(bands("ageOnLastDay <= P.ninety", from)).extracting(Finding::kind).containsExactly(Kind.CONFLICT);
		assertThat(bands("ageOnLastDay < P.ninety - P.one", from)).extracting(Finding::kind).containsExactly(Kind.GAP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "onDibao", "( onDibao )", "onDibao == true", "true == onDibao", "onDibao != false",
			"!( onDibao == false )", "$d : onDibao, $d == true", "household.dibao.type != DibaoType.NONE",
			"household.dibao.type in ( DibaoType.URBAN, DibaoType.RURAL )" })
	void codesAndTruthsAreTold(String onDibao) {
		assertThat(findings(policy().rule("甲", "Applicant( " + onDibao + " )", "benefit.pay(P.low);")
			.rule("乙", "Applicant( onDibao == false )", "benefit.pay(P.high);"))).isEmpty();
		assertThat(findings(policy().rule("甲", "Applicant( " + onDibao + " )", "benefit.pay(P.low);")
			.rule("乙", "Applicant( household.dibao.type == DibaoType.RURAL )", "benefit.pay(P.high);")))
			.extracting(Finding::kind)
			.containsExactly(Kind.CONFLICT);
	}

	@Test
	void amountsFromATableAreTold() {
		TinyPolicy policy = policy()
			.rule("低", "Applicant( household.perCapitaIncome <= P.standard.at(hukou.type) )", "benefit.pay(P.low);")
			.rule("高", "Applicant( $type : hukou.type, P.standard.at($type) <= household.perCapitaIncome )",
					"benefit.pay(P.high);");
		assertThat(findings(policy)).extracting(Finding::kind).containsExactly(Kind.CONFLICT);
	}

	@Test
	void amountsByTheSizeOfTheHouseholdAreTold() {
		TinyPolicy policy = policy()
			.parameter("bySize", "{1: 400.00, 2: 700.00, 3: 900.00, 4+: 900.00}", "CNY, by: householdSize")
			.rule("低", "Applicant( household.monthlyIncome <= P.bySize.at(household.size) )", "benefit.pay(P.low);")
			.rule("高", "Applicant( household.monthlyIncome >= P.bySize.at(household.size), household.size == P.three )",
					"benefit.pay(P.high);")
			.parameter("three", "3", "count");
		assertThat(findings(policy)).filteredOn((one) -> one.kind() == Kind.CONFLICT)
			.singleElement()
			.satisfies((conflict) -> assertThat((BigDecimal) conflict.counterexample().value("household.monthlyIncome"))
				.isEqualByComparingTo("900.00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pension.monthlyAmount > household.monthlyIncome",
			"$p : pension.monthlyAmount, household.monthlyIncome < $p", "household.size + residence.fullMonths > P.one",
			"ageOnLastDay - residence.fullMonths >= P.eighty", "household.size * household.size > P.eighty" })
	void aConditionThatCannotBeTriedIsAFindingThatStands(String condition) {
		List<Finding> findings = findings(policy().rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.low);"));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(Kind.NOT_JUDGED);
			assertThat(finding.stands()).isTrue();
			assertThat(finding.rules()).extracting(Bilingual::zh).containsExactly("甲");
			assertThat(finding.message().zh()).contains("试不出来");
			assertThat(finding.message().en()).contains("cannot try the condition");
		});
	}

	/**
	 * The age is told apart only where the level of care is another than that of whoever
	 * is tried first.
	 */
	@Test
	void aGapBehindAnotherConditionIsTold() {
		assertThat(findings(policy()
			.rule("甲",
					"Applicant( ageOnLastDay < P.eighty )\n\tnot ( Applicant( ageOnLastDay == P.sixty )"
							+ " or Applicant( careLevel <= P.slight ) )",
					"benefit.pay(P.low);")
			.parameter("sixty", "60", "years")
			.parameter("slight", "1", "level"))).extracting(Finding::kind).containsExactly(Kind.GAP);
	}

	/** 2000.01 yuan of two are 1000.005 each. */
	@Test
	void aGapBetweenTwoFenIsToldOfWhatIsShared() {
		TinyPolicy policy = policy().parameter("line", "1000.00", "CNY").parameter("above", "1000.01", "CNY");
		assertThat(findings(policy.rule("甲", "Applicant( household.perCapitaIncome <= P.line )", "benefit.pay(P.high);")
			.rule("乙", "Applicant( household.perCapitaIncome >= P.above )", "benefit.pay(P.low);"))).singleElement()
			.satisfies((gap) -> {
				assertThat(gap.kind()).isEqualTo(Kind.GAP);
				assertThat((BigDecimal) gap.counterexample().value("household.monthlyIncome"))
					.isEqualByComparingTo("2000.01");
			});
	}

	/** The oldest there are. */
	@Test
	void nobodyIsOlderThanOneHundredAndThirty() {
		assertThat(findings(
				policy().rule("甲", "Applicant( ageOnLastDay == P.eighty + P.one * 50 )", "benefit.pay(P.low);")))
			.isEmpty();
		assertThat(findings(
				policy().rule("甲", "Applicant( ageOnLastDay > P.eighty + P.one * 50 )", "benefit.pay(P.low);")))
			.extracting(Finding::kind)
			.containsExactly(Kind.UNREACHABLE);
	}

	/** Equal texts are one condition only if their names stand for one fact. */
	@Test
	void aNameStandsForItsOwnFactInEachRule() {
		TinyPolicy policy = policy().header("wins: HIGHEST");
		String over = ", $g > P.high, alive == true )";
		CompiledPolicy compiled = policy
			.rule("甲", "Applicant( $g : pension.monthlyAmount" + over, "benefit.pay(P.low);")
			.rule("乙", "Applicant( $g : household.perCapitaIncome" + over, "benefit.pay(P.high);")
			.compile();
		FactSet facts = new FactSet(new PersonFacts(TestFacts.WORDS,
				People.born("1930-01-01").pension("500.00").income("100.00", 1).person().record(), "379901",
				Period.parse("2013-07"), null), null, null, null);
		for (Evaluator way : List.of(compiled.rules().session(), compiled.rules().plan(), compiled.rules().walk())) {
			assertThat(way.evaluate(facts)).filteredOn((one) -> one.truth() == Truth.HOLDS)
				.extracting((one) -> one.rule().name().zh())
				.containsExactly("甲");
		}
	}

	@Test
	void whatCannotBeTriedIsAcceptedWithAReason() {
		TinyPolicy policy = policy()
			.header("accepted:\n  - {kind: NOT_JUDGED, rules: [甲], reason: {zh: 已核对, en: seen}}")
			.rule("甲", "Applicant( pension.monthlyAmount > household.monthlyIncome )", "benefit.pay(P.low);");
		assertThat(findings(policy)).singleElement().satisfies((finding) -> assertThat(finding.stands()).isFalse());
	}

}
