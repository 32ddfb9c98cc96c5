package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A decision table says what the same rules in a rule file say, and is judged alike. */
class DecisionTableTests {

	private static final String FILE = "allowance.drl.csv";

	private static List<Problem> problems(String csv) {
		return TinyTable.policy().file(FILE, csv).problems();
	}

	private static Problem only(String csv) {
		List<Problem> problems = problems(csv);
		assertThat(problems).hasSize(1);
		assertThat(problems.get(0).file()).isEqualTo(FILE);
		return problems.get(0);
	}

	private static String with(String text, String other) {
		assertThat(TinyTable.CSV).contains(text);
		return TinyTable.CSV.replace(text, other);
	}

	private static Stream<Shelf> tables() {
		return Stream.of(TinyTable.policy().file(FILE, TinyTable.CSV).shelf(),
				TinyTable.policy().file(FILE, "\uFEFF" + TinyTable.CSV.replace("\n", "\r\n")).shelf(),
				TinyTable.policy().file("allowance.drl.xlsx", TinyTable.workbook().bytes()).shelf());
	}

	@ParameterizedTest
	@MethodSource("tables")
	void aTableAnswersAndExplainsLikeTheSameRules(Shelf table) {
		Shelf rules = TinyTable.policy().file("allowance.drl", TinyTable.DRL).shelf();
		for (String born : List.of("1950-01-01", "1933-07-31", "1933-08-01", "1923-07-31", "1910-02-28")) {
			for (var person : List.of(People.born(born), People.born(born).without("hukou"),
					People.born(born).livingIn("370214"))) {
				Assessment expected = rules.ask("old-age-allowance", "2013-07", person).answer();
				Assessment actual = table.ask("old-age-allowance", "2013-07", person).answer();
				assertThat(actual).usingRecursiveComparison().ignoringFields("digest").isEqualTo(expected);
				assertThat(actual.whyNot()).isEqualTo(expected.whyNot()).isNotEmpty();
			}
		}
	}

	@Test
	void rulesAndTablesMakeOnePolicy() {
		Shelf both = TinyTable.policy()
			.parameter("most", "500.00", "CNY")
			.file(FILE, TinyTable.CSV)
			.file("more.drl", """
					rule "百岁"
					    @en("A hundred")
					    @basis("第五条")
					when
					    Applicant( ageOnLastDay < P.advancedAge, tekun == true )
					then
					    benefit.pay(P.most);
					end
					""")
			.shelf();
		both.ask("old-age-allowance", "2013-07", People.born("1920-01-01")).pays("300.00").by("高龄津贴 90—99 周岁");
	}

	@Test
	void aMisspeltParameterIsFoundInTheCellOfTheRow() {
		Problem problem = only(with("P.allowance90", "P.allowanse90"));
		assertThat(problem.code()).isEqualTo("UNKNOWN_PARAMETER");
		assertThat(problem.cell()).isEqualTo("G9");
		assertThat(problem.line()).isEqualTo(9);
		assertThat(problem.column()).isEqualTo(7);
		assertThat(problem.excerpt()).isEqualTo("allowanse90");
		assertThat(problem.hint().en()).contains("allowance90");
		assertThat(problem).hasToString(problem.toString()).asString().contains(":9:7 [G9] UNKNOWN_PARAMETER");
	}

	@Test
	void aMisspeltFieldIsFoundInTheHeaderThatSaysIt() {
		List<Problem> problems = problems(with("hukouInJurisdiction", "hukouInJurisdicton"));
		assertThat(problems).hasSize(1);
		assertThat(problems.get(0).code()).isEqualTo("UNKNOWN_FIELD");
		assertThat(problems.get(0).cell()).isEqualTo("F6");
		assertThat(problems.get(0).hint().en()).contains("hukouInJurisdiction");
	}

	@Test
	void aMisspeltFieldInACellIsFoundThere() {
		String csv = with("ageOnLastDay < $param", "$param").replace(",P.veryAdvancedAge,true",
				",ageOnLastDai < P.veryAdvancedAge,true");
		Problem problem = only(csv);
		assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
		assertThat(problem.cell()).isEqualTo("E8");
	}

	@Test
	void aCellOfAWorkbookIsNamedWithItsSheet() {
		List<Problem> problems = TinyTable.policy()
			.file("allowance.drl.xlsx", TinyTable.workbook().replace("P.allowance80", "P.allowance81").bytes())
			.problems();
		assertThat(problems).singleElement().satisfies((one) -> {
			assertThat(one.code()).isEqualTo("UNKNOWN_PARAMETER");
			assertThat(one.cell()).isEqualTo("津贴!G8");
			assertThat(one.line()).isEqualTo(8);
		});
	}

	@ParameterizedTest(name = "{2}")
	@CsvSource(delimiter = '|', textBlock = """
			P.allowance80              | P.advancedAge              | WRONG_UNIT        | G8
			pay($param)                | payy($param)               | UNKNOWN_NAME      | G6
			P.advancedAge,             | "P.advancedAge, P.x",      | ONE_VALUE         | D8
			Applicant...               | Applikant...               | UNKNOWN_FACT      | D5
			第四条第一项               |                            | MISSING_BASIS     | C8
			"Old-age allowance, 80 to 89" |                         | MISSING_EN        | B8
			高龄津贴 90—99 周岁        | 高龄津贴 80—89 周岁        | DUPLICATE_RULE    | A9
			高龄津贴 90—99 周岁        |                            | MISSING_NAME      | A9
			,true,P.allowance90        | ,true,                     | ONE_CONSEQUENCE   | A9
			ageOnLastDay < $param      | ageOnLastDay               | SNIPPET_PLACE     | E6
			ageOnLastDay < $param      |                            | NO_SNIPPET        | E6
			RuleTable 高龄津贴         | RuleTabel                  | UNKNOWN_KEYWORD   | A3
			NAME,                      | NAM,                       | UNKNOWN_KEYWORD   | A4
			benefit                    | benefits                   | TABLE_OBJECT      | G5
			""")
	void aDefectIsFoundAtItsCell(String text, String other, String code, String cell) {
		List<Problem> problems = problems(with(text, (other != null) ? other : ""));
		assertThat(problems).as("%s", problems)
			.anySatisfy((one) -> assertThat(one.code() + " " + one.cell()).isEqualTo(code + " " + cell));
	}

	@Test
	void aNumberInACellIsPointedOutAsInARuleFile(@TempDir Path rules) throws IOException {
		Path version = Files.createDirectories(rules.resolve("model-district/old-age-allowance/2013-01-01"));
		Files.writeString(version.resolve("../../jurisdiction.yaml"),
				"id: model-district\nname: {zh: 示范区, en: Model District}\nregionPrefix: \"379901\"\n");
		Files.writeString(version.resolve("../program.yaml"),
				"name: {zh: 津贴, en: Allowance}\ncycle: MONTH\nunit: CNY\norder: 10\npaidTo: PERSON\n");
		TinyTable.policy()
			.bytes()
			.forEach((path, bytes) -> assertThatCode(() -> Files.write(version.resolve(path), bytes))
				.doesNotThrowAnyException());
		Files.writeString(version.resolve(FILE), with("P.advancedAge,", "80,"));
		assertThat(new PolicyCompiler().check(VersionDirectory.read(version)).problems())
			.filteredOn((one) -> one.code().equals("LITERAL_NUMBER"))
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.severity()).isEqualTo(Severity.WARNING);
				assertThat(one.cell()).isEqualTo("D8");
				assertThat(one.excerpt()).isEqualTo("80");
			});
	}

	@Test
	void anEmptyTableIsRefused() {
		String headers = TinyTable.CSV.lines().limit(7).reduce("", (all, line) -> all + line + "\n");
		assertThat(only(headers)).satisfies((one) -> {
			assertThat(one.code()).isEqualTo("NO_RULE");
			assertThat(one.cell()).isEqualTo("A3");
		});
		assertThat(only("").code()).isEqualTo("NO_TABLE");
		assertThat(only("RuleSet\n").code()).isEqualTo("NO_TABLE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PRIORITY", "SALIENCE", "DURATION", "TIMER", "NO-LOOP", "AGENDA-GROUP", "ACTIVATION-GROUP",
			"RULEFLOW-GROUP", "LOCK-ON-ACTIVE", "AUTO-FOCUS", "CALENDARS", "DATE-EFFECTIVE", "DATE-EXPIRES", "ENABLED",
			"p", "U", "x" })
	void columnsWithoutAnEquivalentInRuleFilesAreRefusedAtTheirCell(String keyword) {
		assertThat(problems(with("ACTION\n", "ACTION," + keyword + "\n"))).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo("NOT_ADMITTED");
			assertThat(one.cell()).isEqualTo("H4");
			assertThat(one.hint()).isNotNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Import", "Variables", "Functions", "Queries", "Declare", "Unit", "Dialect", "Sequential",
			"SequentialMaxPriority", "EscapeQuotes", "SALIENCE", "no-loop" })
	void settingsOfTheRuleSetAreRefusedAtTheirCell(String keyword) {
		assertThat(problems(with("RuleTable", keyword + ",java.util.List\nRuleTable"))).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo("NOT_ADMITTED");
			assertThat(one.cell()).isEqualTo("A3");
			assertThat(one.hint()).isNotNull();
		});
	}

	@Test
	void severalTablesAndBlankRowsMayFollowEachOther() {
		String second = TinyTable.CSV.lines().skip(2).reduce("", (all, line) -> all + line + "\n");
		String csv = TinyTable.CSV + ",,,,,,\n\n" + second.replace("周岁", "周岁（续）");
		assertThat(TinyTable.policy().header("wins: HIGHEST").file(FILE, csv).compile().rules().rules())
			.extracting((rule) -> rule.place().cell().name())
			.containsExactly("A8", "A9", "A17", "A18");
	}

	@Test
	void remarksHaveTheirPlaces() {
		String csv = with("RuleTable", "Notes,随便写\nRuleTable").replace("ACTION\n", "ACTION,DESCRIPTION\n")
			.replace("P.allowance80\n", "P.allowance80,说明\n");
		TinyTable.policy().file(FILE, csv).compile();
	}

	@Test
	void valuesOneByOneAndWholeConditionsAndTextsAreFilledIn() {
		Shelf shelf = TinyTable.policy()
			.file("decline.drl.csv",
					"""
							RuleSet,停发
							RuleTable,,,,,,
							NAME,@,@,C,C,C,A
							,,,Applicant,,,
							,"en(""$param"")","basis(""$param"")","ageOnLastDay >= $1, ageOnLastDay < $2",not Applicant( alive == $param ),( Applicant( tekun == true ) or Applicant( onDibao == $param ) ),"benefit.decline(""$1"", ""$2"");"
							,,,,,,
							停发,Stop,第一条,"P.advancedAge, P.veryAdvancedAge",false,true,"系统 System.exit 停发, rule then end"
							""")
			.file("allowance.drl", TinyTable.DRL.replace("when\n", "when\n    not Applicant( tekun == true )\n"))
			.shelf();
		Verdict verdict = shelf.ask("old-age-allowance", "2013-07", People.born("1930-01-01").on("URBAN"));
		verdict.refuses();
	}

	@Test
	void aSpreadsheetUnderAnyOtherNameIsNotPassedOver() {
		for (String name : List.of("bands.csv", "bands.xlsx", "bands.drl.xls", "bands.DRL.CSV", "bands.drl.xlsm")) {
			assertThat(TinyTable.policy().file("allowance.drl", TinyTable.DRL).file(name, "x").problems())
				.singleElement()
				.satisfies((one) -> assertThat(one.code()).isEqualTo("FILE_NAME"));
		}
	}

	@Test
	void noSecondExpressionLanguageIsOnTheClassPath() {
		assertThat(List.of("org.mvel2.MVEL", "org.drools.mvel.MVELDialectRuntimeData",
				"org.drools.decisiontable.InputType", "org.apache.poi.ss.usermodel.Workbook"))
			.allSatisfy((name) -> assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
				.isNull());
	}

	@Test
	void tablesAreKeptCompiledAndCompiledAnewWhenACellChanges() {
		List<String> keys = new ArrayList<>();
		Map<String, byte[]> kept = new HashMap<>();
		ClassStore store = new ClassStore() {

			@Override
			public byte @Nullable [] find(String key) {
				return kept.get(key);
			}

			@Override
			public void keep(String key, byte[] classes) {
				keys.add(key);
				kept.put(key, classes);
			}

		};
		TinyTable.policy().file(FILE, TinyTable.CSV).compile(store);
		TinyTable.policy().file(FILE, TinyTable.CSV).compile(store);
		TinyTable.policy().file(FILE, with("P.allowance90", "P.allowance80")).compile(store);
		assertThat(keys).hasSize(2).doesNotHaveDuplicates().allSatisfy((key) -> assertThat(key).contains("tables "));
	}

}
