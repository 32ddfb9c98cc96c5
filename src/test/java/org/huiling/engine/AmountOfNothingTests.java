package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.reason.WhyNot;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rule whose amount is worked out of a fact that is not there grants nothing, and says
 * of which fact there is none.
 */
class AmountOfNothingTests {

	private static final MoreFacts FACTS = MoreFacts.of("""
			name: {zh: 党员, en: Party members}
			facts:
			  partySubsidy: {type: money, absent: none, ask: 300, zh: 党内补助, en: Party subsidy}
			  partyGrade: {type: integer, min: 0, max: 9, unit: grade, absent: none, ask: 301, zh: 党龄档, en: Party grade}
			derived:
			  doubleSubsidy: {is: "partySubsidy.plus(partySubsidy)", zh: 双倍补助, en: Double subsidy}
			""");

	private static Shelf paying(String when, String then) {
		return new Shelf(TinyPolicy.JURISDICTION,
				List.of(TinyPolicy.monthly()
					.parameter("amount", "30.00", "CNY")
					.rule("甲", when, then)
					.compile(FACTS.compiler())));
	}

	private static Verdict ask(Shelf shelf, Map<String, Object> facts) {
		FactRecord person = FACTS.person(facts).with("hukou.region", "379901001001");
		return shelf.ask("old-age-allowance", "2013-07", (day) -> person);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "$m : partySubsidy | $m | partySubsidy | 党内补助 | Party subsidy",
					"$m : partySubsidy | P.amount.plus($m) | partySubsidy | 党内补助 | Party subsidy",
					"$m : doubleSubsidy | $m | doubleSubsidy | 双倍补助 | Double subsidy",
					"$g : partyGrade | P.amount.times($g) | partyGrade | 党龄档 | Party grade" })
	void namesTheFactThatIsNotThere(String bound, String amount, String path, String zh, String en) {
		Shelf shelf = paying("Applicant( hukouInJurisdiction == true, " + bound + " )", "benefit.pay(" + amount + ");");
		WhyNot whyNot = ask(shelf, Map.of()).refuses().whyNot("甲");
		assertThat(whyNot.conditions()).extracting(ConditionResult::result).containsExactly(Truth.HOLDS, Truth.FAILS);
		ConditionResult reason = whyNot.conditions().get(1);
		assertThat(reason.text()).isEqualTo("benefit.pay(" + amount + ");");
		assertThat(reason.absent()).isNotNull().satisfies((note) -> {
			assertThat(note.code()).isEqualTo("NOT_THERE");
			assertThat(note.field()).isEqualTo(path);
			assertThat(note.message().zh()).isEqualTo("没有" + zh + "，金额要按它计算");
			assertThat(note.message().en())
				.isEqualTo("there is none of this, by which the amount is worked out: " + en);
		});
	}

	@Test
	void namesEachOfSeveral() {
		Shelf shelf = paying("Applicant( $m : partySubsidy, $g : partyGrade )", "benefit.pay($m.times($g));");
		assertThat(ask(shelf, Map.of()).refuses().whyNot("甲").conditions()).filteredOn((one) -> one.absent() != null)
			.extracting((one) -> Objects.requireNonNull(one.absent()).field())
			.containsExactly("partyGrade", "partySubsidy");
	}

	@Test
	void saysNothingOfItWhereAConditionFailsOrTheFactIsThere() {
		Shelf shelf = paying("Applicant( ageOnLastDay >= 1, $m : partySubsidy )", "benefit.pay($m);");
		assertThat(ask(shelf, Map.of("partySubsidy", new BigDecimal("12.00"))).pays("12.00").answer().whyNot())
			.isEmpty();
		Shelf young = paying("Applicant( hukouInJurisdiction == false, $m : partySubsidy )", "benefit.pay($m);");
		assertThat(ask(young, Map.of()).refuses().whyNot("甲").conditions()).singleElement()
			.satisfies((one) -> assertThat(one.absent()).isNull());
	}

	@Test
	void whoeverIsUnknownToTheConditionIsRefusedForItAllTheSame() {
		Shelf shelf = paying("Applicant( sex == Sex.FEMALE, $m : partySubsidy )", "benefit.pay($m);");
		assertThat(ask(shelf, Map.of()).refuses().whyNot("甲").conditions()).extracting(ConditionResult::result)
			.containsExactly(Truth.UNKNOWN, Truth.FAILS);
	}

	@Test
	void anAlternativeOfARuleIsTold() {
		Shelf shelf = paying(
				"( Applicant( tekun == true, $m : partySubsidy ) or Applicant( tekun == false, $m : partySubsidy ) )",
				"benefit.pay($m);");
		assertThat(ask(shelf, Map.of("statuses", List.of())).refuses().whyNot("甲").conditions()).last()
			.satisfies((one) -> assertThat(one.absent()).isNotNull());
	}

	@Test
	void planAndWalkAgree() {
		CompiledPolicy policy = paying("Applicant( $m : partySubsidy )", "benefit.pay($m);").versions().get(0);
		FactRecord person = FACTS.person(Map.of());
		FactSet facts = new FactSet(new PersonFacts(policy.words(), person, "379901", Period.parse("2013-07"), null),
				null, null, null);
		assertThat(policy.rules().plan().evaluate(facts)).allMatch((one) -> one.truth() == Truth.FAILS);
		assertThat(policy.rules().walk().evaluate(facts)).allMatch((one) -> one.truth() == Truth.FAILS);
	}

}
