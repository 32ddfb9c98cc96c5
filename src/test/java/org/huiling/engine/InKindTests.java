package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.reason.Why;
import org.huiling.facts.Period;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** 优待: a card, hours, days, pieces; never an amount of money. */
class InKindTests {

	private static final String CARE = "home-care-service";

	private static final String OTHER = "living-subsidy";

	private static final String MONTH = "2013-03";

	private static final People PERSON = born("1930-01-01").with("careLevel", 2).with("household.livingAlone", false);

	private static final InKind THIRTY_HOURS = hours(30);

	private static InKind hours(int quantity) {
		return new InKind(new Bilingual("上门照料", "care at home"), quantity, "hours");
	}

	private static TinyPolicy care(String program, int order) {
		return TinyPolicy.monthly(program, order, "2013-01-01")
			.parameter("care", "{zh: 上门照料, en: care at home}, of: hours", "thing")
			.parameter("hours", "{1: 15, 2: 30, 3: 45}, by: careLevel", "hours")
			.parameter("least", "1", "level")
			.parameter("more", "10", "hours")
			.header("wins: HIGHEST")
			.rule("照料", "Applicant( alive == true, $l : careLevel, careLevel >= P.least )",
					"benefit.entitle(P.care, P.hours.at($l));")
			.rule("独居加时",
					"Applicant( alive == true, household.livingAlone == true, $l : careLevel, careLevel >= P.least )",
					"benefit.entitle(P.care, P.hours.at($l) + P.more);");
	}

	private static TinyPolicy cards() {
		return TinyPolicy.yearly()
			.header("wins: SUM")
			.parameter("card", "{zh: 乘车卡, en: bus card}, of: cards", "thing")
			.parameter("check", "{zh: 体检, en: health check}, of: visits", "thing")
			.parameter("old", "80", "years")
			.parameter("oneCard", "1", "cards")
			.parameter("one", "1", "visits")
			.rule("乘车", "Applicant( alive == true )", "benefit.entitle(P.card, P.oneCard);")
			.rule("体检", "Applicant( alive == true )", "benefit.entitle(P.check, P.one);")
			.rule("再次体检", "Applicant( alive == true, ageOnLastDay >= P.old )", "benefit.entitle(P.check, P.one);");
	}

	private static TinyPolicy stacking(String kind) {
		return TinyPolicy.monthly(Program.STACKING, 90, "2013-01-01")
			.parameter("group", "[" + CARE + ", " + OTHER + "]", "programs")
			.parameter("kind", kind, "stackingKind")
			.parameter("several", "2", "count")
			.rule("只享受一项", "Awards( rivalsAmong(P.group) >= P.several )", "benefit.keepOne(P.group, P.kind);");
	}

	private static TinyPolicy money(int order) {
		return TinyPolicy.monthly(OTHER, order, "2013-01-01")
			.parameter("amount", "500.00", "CNY")
			.rule("补贴", "Applicant( alive == true )", "benefit.pay(P.amount);");
	}

	private static Shelf shelf(TinyPolicy... policies) {
		List<CompiledPolicy> versions = new ArrayList<>();
		for (TinyPolicy one : policies) {
			versions.add(one.compile());
		}
		return new Shelf(TinyPolicy.JURISDICTION, versions);
	}

	@ParameterizedTest
	@CsvSource({ "1, false, 15", "2, false, 30", "3, false, 45", "1, true, 25", "3, true, 55" })
	void hoursAreGrantedAndNoMoney(int level, boolean alone, int quantity) {
		Assessment answer = shelf(care(CARE, 40))
			.ask(CARE, MONTH, PERSON.with("careLevel", level).with("household.livingAlone", alone))
			.answer();
		assertThat(answer.outcome()).isEqualTo(Outcome.ELIGIBLE);
		assertThat(answer.amount()).isNull();
		assertThat(answer.inKind()).containsExactly(hours(quantity));
		assertThat(answer.why()).extracting(Why::amount).containsExactly((BigDecimal) null);
		assertThat(answer.why()).extracting(Why::inKind).containsExactly(hours(quantity));
		assertThat(answer.next()).isNull();
	}

	@Test
	void howAQuantityCameAboutIsTold() {
		Assessment answer = shelf(care(CARE, 40)).ask(CARE, MONTH, PERSON.with("household.livingAlone", true)).answer();
		assertThat(answer.why().get(0).steps()).extracting(CalculationStep::line).containsExactly("30 + 10 = 40");
	}

	@Test
	void whatIsUnknownIsAskedForAndWhatCannotMatterIsNot() {
		Shelf shelf = shelf(care(CARE, 40));
		shelf.ask(CARE, MONTH, PERSON.without("careLevel")).needs("careLevel");
		shelf.ask(CARE, MONTH, PERSON.without("household.livingAlone")).needs("household.livingAlone");
		shelf.ask(CARE, MONTH, PERSON.with("careLevel", 0).without("household.livingAlone")).refuses();
		Assessment open = shelf.ask(CARE, MONTH, PERSON.without("careLevel")).answer();
		assertThat(open.inKind()).isEmpty();
	}

	@Test
	void differentThingsAddUpByThing() {
		Assessment old = cards().shelf().ask("contribution-waiver", "2013", PERSON).answer();
		assertThat(old.inKind()).containsExactly(new InKind(new Bilingual("乘车卡", "bus card"), 1, "cards"),
				new InKind(new Bilingual("体检", "health check"), 2, "visits"));
		assertThat(old.amount()).isNull();
		assertThat(old.why()).hasSize(3).allSatisfy((why) -> assertThat(why.inKind()).isNotNull());
		Assessment younger = cards().shelf().ask("contribution-waiver", "2013", born("1934-06-01")).answer();
		assertThat(younger.inKind()).extracting(InKind::quantity).containsExactly(1, 1);
		assertThat(younger.next())
			.isEqualTo(new NextChange("2014", Outcome.ELIGIBLE, null, old.inKind(), List.of(), "AGE 80"));
	}

	@Test
	void everyWayOfEvaluatingGrantsTheSame() {
		RuleSet rules = care(CARE, 40).compile().rules();
		for (int level = 0; level <= 3; level++) {
			for (boolean alone : new boolean[] { true, false }) {
				People person = PERSON.with("careLevel", level).with("household.livingAlone", alone);
				List<List<Grant>> said = new ArrayList<>();
				for (Evaluator way : List.of(rules.plan(), rules.walk(), rules.session())) {
					PersonFacts facts = new PersonFacts(care(CARE, 40).compile().words(),
							person.always().on(java.time.LocalDate.of(2013, 3, 1)), "379901", Period.parse(MONTH), null,
							null);
					said.add(way.evaluate(new FactSet(facts, null, null, null))
						.stream()
						.filter((one) -> one.truth() == Truth.HOLDS)
						.map(RuleResult::grants)
						.flatMap(List::stream)
						.toList());
				}
				assertThat(said.get(1)).usingRecursiveComparison().ignoringFields("values").isEqualTo(said.get(0));
				assertThat(said.get(2)).usingRecursiveComparison().ignoringFields("values").isEqualTo(said.get(0));
			}
		}
	}

	@Test
	void moreOfTheSameThingIsTheHigherAward() {
		Shelf shelf = shelf(care(CARE, 40), care(OTHER, 20).parameter("bit", "0", "hours"), stacking("HIGHEST"));
		Assessment kept = shelf.ask(OTHER, MONTH, PERSON).answer();
		assertThat(kept.outcome()).isEqualTo(Outcome.ELIGIBLE);
		Assessment withheld = shelf.ask(CARE, MONTH, PERSON).answer();
		assertThat(withheld.outcome()).isEqualTo(Outcome.WITHHELD);
		assertThat(withheld.amount()).isNull();
		assertThat(withheld.inKind()).containsExactly(THIRTY_HOURS);
		assertThat(withheld.why().get(1).program()).isEqualTo(OTHER);
		assertThat(withheld.why().get(1).inKind()).isEqualTo(THIRTY_HOURS);
	}

	/** Nobody says how many yuan an hour is: thirty hours are no less than 500 yuan. */
	@Test
	void thingsAndMoneyGoByTheOrderOfTheirPrograms() {
		shelf(care(CARE, 40), money(20), stacking("HIGHEST")).ask(OTHER, MONTH, PERSON).pays("500.00");
		Verdict withheld = shelf(care(CARE, 40), money(50), stacking("HIGHEST")).ask(OTHER, MONTH, PERSON)
			.withholds("500.00", CARE);
		assertThat(withheld.answer().why().get(1).inKind()).isEqualTo(THIRTY_HOURS);
		shelf(care(CARE, 40), money(50), stacking("HIGHEST")).ask(OTHER, MONTH, PERSON.without("careLevel"))
			.needs("careLevel");
		shelf(care(CARE, 40), money(20), stacking("HIGHEST")).ask(OTHER, MONTH, PERSON.without("careLevel"))
			.pays("500.00");
	}

	@Test
	void whoeverChoseMoneyGetsMoney() {
		Shelf shelf = shelf(care(CARE, 40), money(50), stacking("CHOOSE_ONE"));
		People chose = PERSON.choosing(OTHER, "2013-01-01");
		shelf.ask(OTHER, MONTH, chose).pays("500.00");
		assertThat(shelf.ask(CARE, MONTH, chose).answer().outcome()).isEqualTo(Outcome.WITHHELD);
	}

	@Test
	void whatOthersGrantInKindIsNoAwardOfMoney() {
		TinyPolicy topUp = TinyPolicy.monthly(OTHER, 50, "2013-01-01")
			.header("uses: [" + CARE + "]")
			.parameter("line", "250.00", "CNY")
			.rule("补差", "Applicant( $other: award(\"" + CARE + "\") )", "benefit.pay(P.line.minus($other));");
		shelf(care(CARE, 40), topUp).ask(OTHER, MONTH, PERSON).pays("250.00");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			benefit.entitle(P.care, P.cards);                    | WRONG_UNIT
			benefit.entitle(P.care, P.days.at($g));              | WRONG_UNIT
			benefit.entitle(P.care, P.daysByAge.at($a));         | WRONG_UNIT
			benefit.entitle(P.care, P.daysByAge);                | WRONG_UNIT
			benefit.entitle(P.care, P.money);                    | WRONG_UNIT
			benefit.entitle(P.care, P.share);                    | WRONG_UNIT
			benefit.entitle(P.hours, P.hours);                   | IN_KIND
			benefit.entitle(P.care);                             | WRONG_UNIT
			benefit.entitle("x", P.hours);                       | IN_KIND
			benefit.atMost(P.money).entitle(P.care, P.hours);    | IN_KIND
			benefit.yearlyCeiling(P.money).entitle(P.care, P.hours); | IN_KIND
			benefit.pay(P.care);                                 | WRONG_UNIT
			benefit.entitle(P.care.zh, P.hours);                 | IN_KIND
			""")
	void whatIsNoThingOrNoQuantityOfItIsRefused(String consequence, String code) {
		assertThat(TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.parameter("care", "{zh: 上门照料, en: care at home}, of: hours", "thing")
			.parameter("hours", "30", "hours")
			.parameter("cards", "1", "cards")
			.parameter("money", "30.00", "CNY")
			.parameter("share", "30", "percent")
			.parameter("days", "{1: 5, 2: 10, 3: 10}", "days, by: careLevel")
			.parameter("daysByAge", "[{from: 0, value: 5}, {from: 80, value: 10}]", "bands, by: years, of: days")
			.rule("照料", "Applicant( alive == true, $g : careLevel, $a : ageOnLastDay )", consequence)
			.problems()).extracting(Problem::code).contains(code);
	}

	@Test
	void bandsOfTheThingsOwnUnitAreItsQuantity() {
		TinyPolicy hours = TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.parameter("care", "{zh: 上门照料, en: care at home}, of: hours", "thing")
			.parameter("hours", "[{from: 0, value: 5}, {from: 80, value: 10}]", "bands, by: years, of: hours")
			.rule("照料", "Applicant( $a : ageOnLastDay )", "benefit.entitle(P.care, P.hours.at($a));");
		assertThat(shelf(hours).ask(CARE, MONTH, PERSON).answer().inKind()).singleElement()
			.satisfies((one) -> assertThat(one.quantity()).isPositive());
	}

	@Test
	void moneyAndThingsAreTwoPrograms() {
		TinyPolicy both = care(CARE, 40).parameter("amount", "10.00", "CNY")
			.rule("补贴", "Applicant( alive == true )", "benefit.pay(P.amount);");
		assertThat(both.problems()).extracting(Problem::code).containsExactly("IN_KIND");
		TinyPolicy two = TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.header("wins: HIGHEST")
			.parameter("card", "{zh: 乘车卡, en: bus card}, of: cards", "thing")
			.parameter("check", "{zh: 体检, en: health check}, of: visits", "thing")
			.parameter("oneCard", "1", "cards")
			.parameter("one", "1", "visits")
			.rule("乘车", "Applicant( alive == true )", "benefit.entitle(P.card, P.oneCard);")
			.rule("体检", "Applicant( alive == true )", "benefit.entitle(P.check, P.one);");
		assertThat(two.problems()).extracting(Problem::code).containsExactly("IN_KIND");
		assertThat(two.header("wins: SUM").problems()).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			上门照料                                       | thing
			{zh: 上门照料}                                 | thing
			{zh: 上门照料, en: care}, of: CNY              | thing
			{zh: 上门照料, en: care}, by: careLevel        | thing
			[上门照料]                                     | thing
			30, of: hours                                 | hours
			""")
	void aThingHasItsNameInBothLanguagesAndIsCounted(String value, String unit) {
		assertThat(TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.parameter("care", value, unit)
			.parameter("hours", "30", "hours")
			.rule("照料", "Applicant( alive == true )", "benefit.entitle(P.care, P.hours);")
			.problems()).isNotEmpty();
	}

	/** A name is no source: whatever stands in it, it is a name. */
	@Test
	void aNameMayHoldAnything() {
		String name = "\\\"); System.exit(1); // \\u0022 ${x} 卡";
		Assessment answer = TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.parameter("card", "{zh: '" + name + "', en: '" + name + "'}, of: cards", "thing")
			.parameter("one", "1", "cards")
			.rule("卡", "Applicant( alive == true )", "benefit.entitle(P.card, P.one);")
			.shelf()
			.ask(CARE, MONTH, PERSON)
			.answer();
		assertThat(answer.inKind().get(0).what()).isEqualTo(new Bilingual(name, name));
	}

	@Test
	void aTableGrantsThings() {
		Assessment answer = TinyPolicy.monthly(CARE, 40, "2013-01-01")
			.parameter("care", "{zh: 上门照料, en: care at home}, of: hours", "thing")
			.parameter("hours", "30", "hours")
			.parameter("level", "2", "level")
			.file("care.drl.csv", """
					RuleSet,照料,,,
					RuleTable 照料,,,,
					NAME,METADATA,METADATA,CONDITION,ACTION
					,,,Applicant...,benefit
					,"en(""$param"")","basis(""$param"")",careLevel >= $param,"entitle(P.care, $param)"
					名称,英文名,依据,等级,小时
					照料,Care,第四条,P.level,P.hours
					""")
			.shelf()
			.ask(CARE, MONTH, PERSON)
			.answer();
		assertThat(answer.inKind()).containsExactly(THIRTY_HOURS);
	}

}
