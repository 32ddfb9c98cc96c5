package org.huiling.engine;

import java.util.List;
import java.util.Map;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.WhyNot;
import org.huiling.facts.CoarseRegion;
import org.huiling.facts.Regions;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiling.engine.People.born;

/** Lists of administrative divisions as parameters: whoever lies in one of them. */
class RegionListsTests {

	private static final String PROGRAM = "old-age-allowance";

	private static final String MONTH = "2013-03";

	private static final People PERSON = born("1930-01-01");

	private static TinyPolicy listed(String codes, String condition) {
		return TinyPolicy.monthly()
			.parameter("towns", codes, "region")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( alive == true, " + condition + " )", "benefit.pay(P.amount);");
	}

	private static TinyPolicy towns(String condition) {
		return listed("[\"379901003\", \"379902\", \"370500\"]", condition);
	}

	@ParameterizedTest
	@CsvSource({ "379901003, ELIGIBLE", "379901003001, ELIGIBLE", "379901003000, ELIGIBLE", "379901004, NOT_ELIGIBLE",
			"379902, ELIGIBLE", "379902001, ELIGIBLE", "379903, NOT_ELIGIBLE", "370502, ELIGIBLE", "370500, ELIGIBLE",
			"370600, NOT_ELIGIBLE", "110101, NOT_ELIGIBLE", "379901, NEEDS_INFORMATION", "379900, NEEDS_INFORMATION",
			"370000, NEEDS_INFORMATION", "379901000, NEEDS_INFORMATION", "3799010, NEEDS_INFORMATION" })
	void whoeverIsRecordedDeeperLiesWithinAndACoarserCodeIsAskedFor(String region, Outcome outcome) {
		Assessment answer = towns("hukou.region memberOf P.towns").shelf()
			.ask(PROGRAM, MONTH, PERSON.with("hukou.region", region))
			.answer();
		assertThat(answer.outcome()).isEqualTo(outcome);
		assertThat(answer.missing())
			.isEqualTo((outcome == Outcome.NEEDS_INFORMATION) ? List.of("hukou.region") : List.of());
	}

	/** The opposite of what nobody knows is not known either. */
	@ParameterizedTest
	@CsvSource({ "379901003, NOT_ELIGIBLE", "379901004, ELIGIBLE", "379901, NEEDS_INFORMATION" })
	void outsideOfTheListIsItsOpposite(String region, Outcome outcome) {
		for (String condition : List.of("hukou.region not memberOf P.towns", "!( hukou.region memberOf P.towns )",
				"P.towns excludes hukou.region")) {
			assertThat(towns(condition).shelf()
				.ask(PROGRAM, MONTH, PERSON.with("hukou.region", region))
				.answer()
				.outcome()).as(condition).isEqualTo(outcome);
		}
	}

	@Test
	void thePlanCoversItAndTheReasonNamesTheRegion() {
		CompiledPolicy policy = towns("hukou.region memberOf P.towns").compile();
		assertThat(policy.rules().plan()).isNotSameAs(policy.rules().walk());
		WhyNot whyNot = towns("hukou.region memberOf P.towns").shelf()
			.ask(PROGRAM, MONTH, PERSON.with("hukou.region", "379901004002"))
			.answer()
			.whyNot()
			.get(0);
		assertThat(whyNot.conditions()).anySatisfy((condition) -> {
			assertThat(condition.text()).isEqualTo("hukou.region memberOf P.towns");
			assertThat(condition.actual()).containsEntry("hukou.region", "379901004002");
		});
	}

	@Test
	void changesByDate() {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("towns", "{2013-01-01: [\"379901003\"], 2013-07-01: [\"379901003\", \"379901004\"]}",
					"region, byDate: true")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( alive == true, hukou.region memberOf P.towns )", "benefit.pay(P.amount);")
			.shelf();
		shelf.ask(PROGRAM, "2013-06", PERSON.with("hukou.region", "379901004")).refuses();
		shelf.ask(PROGRAM, "2013-07", PERSON.with("hukou.region", "379901004")).pays("100.00");
	}

	/** Session, plan and walk agree, and everybody in and beside the list was tried. */
	@Test
	void theSearchFindsWhoeverIsInTheListAndBesideIt() {
		TinyPolicy policy = listed("[\"379901003\", \"379901004\"]",
				"hukouInJurisdiction == true, hukou.region memberOf P.towns")
			.parameter("more", "120.00", "CNY")
			.parameter("some", "[\"379901003\"]", "region")
			.rule("乙", "Applicant( alive == true, hukouInJurisdiction == true, hukou.region memberOf P.some )",
					"benefit.pay(P.more);");
		CheckReport report = new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(),
				new PolicyFiles("model-district", policy.program().id(), "2013-01-01", policy.bytes())));
		assertThat(report.problems()).extracting(Problem::code).noneMatch((code) -> code.contains("DIFFER"));
		assertThat(report.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.CONFLICT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"379901003"                    | region
			[]                             | region
			[37990]                        | region
			["3799010031"]                 | region
			["379901", "379901000"]        | region
			[abc]                          | region
			{URBAN: ["379901"]}            | region, by: hukouType
			""")
	void whatIsNoListOfRegionsIsRefusedAtItsLine(String codes, String unit) {
		assertThat(TinyPolicy.monthly()
			.parameter("towns", codes, unit)
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( alive == true, hukou.region memberOf P.towns )", "benefit.pay(P.amount);")
			.problems()).anySatisfy((problem) -> {
				assertThat(problem.file()).isEqualTo("policy.yaml");
				assertThat(problem.line()).isEqualTo(5);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			hukou.region == P.towns
			hukou.type memberOf P.towns
			$r : hukou.region, $r memberOf P.towns
			""")
	void comparesNothingButARegionWithIt(String condition) {
		assertThat(towns(condition).problems()).isNotEmpty();
	}

	@Test
	void aCodeOfAWholeLevelStandsForAllOfIt() {
		assertThat(Regions.significant("370000")).isEqualTo("37");
		assertThat(Regions.significant("379901003000")).isEqualTo("379901003");
		assertThat(Regions.significant("460400100")).isEqualTo("460400100");
		assertThatThrownBy(() -> Regions.of("460400100").contains("460400")).isInstanceOf(CoarseRegion.class);
		assertThat(Regions.of("460400").contains("460400100")).isTrue();
	}

	private static final MoreFacts HOMES = MoreFacts.of("""
			name: {zh: 住处, en: Homes}
			facts:
			  homes:
			    type: list
			    key: [id]
			    pattern: Home
			    zh: 住处
			    en: Homes
			    fields:
			      id: {type: text, required: true, zh: 编号, en: Number}
			      place: {type: region, zh: 所在地, en: Place}
			derived:
			  place: {is: "when(alive, hukou.region, residence.region)", zh: 归属地, en: Belongs to}
			""");

	/** Items of a list and derived regions: what is recorded is what is asked for. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			exists Home( place memberOf P.towns )          | homes[].place
			Applicant( place memberOf P.towns )            | hukou.region, residence.region
			""")
	void theRecordedRegionsAreAskedFor(String when, String missing) {
		CompiledPolicy policy = TinyPolicy.monthly()
			.parameter("towns", "[\"379901003\"]", "region")
			.parameter("amount", "100.00", "CNY")
			.rule("甲", when.startsWith("exists") ? "Applicant( alive == true ) " + when : when,
					"benefit.pay(P.amount);")
			.compile(HOMES.compiler());
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION, List.of(policy));
		shelf.ask(PROGRAM, MONTH, (day) -> at("379901")).needs(missing.split(", "));
		shelf.ask(PROGRAM, MONTH, (day) -> at("379901003001")).pays("100.00");
		shelf.ask(PROGRAM, MONTH, (day) -> at("379901004")).refuses();
	}

	private static FactRecord at(String region) {
		return HOMES.person(Map.of("hukou.region", region, "homes",
				List.of(HOMES.item("homes", Map.of("id", "1", "place", region)))));
	}

}
