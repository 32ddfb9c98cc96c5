package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.facts.type.CodeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every place of a version where a stranger writes a text, times every text that could
 * become code: each is refused at its line with nothing of the version loaded, or stays a
 * text and changes no answer.
 */
class HostileTextTests {

	private static final String RUNS = "new Object() { String r() { java.util.Locale.setDefault(java.util.Locale.ITALY); return null; } }.r()";

	/**
	 * Drools loads them to compile rules against: they hold names of the dictionary and
	 * checked values (the parameters among them, each matched with its unit to the
	 * letter), and nothing that an author wrote.
	 */
	private static final String OF_THE_DICTIONARY = "policy\\.rules\\.(?:P|(?:Applicant|Claim)(?:_\\w+)?|Facades|"
			+ String.join("|", TestFacts.DICTIONARY.codeTypes().stream().map(CodeType::name).toList()) + ")";

	private static final String RULE = """
			rule "甲"
			    @en("A")
			    @basis("第一条")
			when
			    Applicant( hukou.region != "379", alive == true )
			then
			    benefit.pay(P.amount);
			end

			rule "乙"
			    @en("B")
			    @basis("第二条")
			when
			    Applicant( alive == false )
			then
			    benefit.decline("停发", "stopped");
			end
			""";

	private static final String HEADER = """
			title: {zh: 试例, en: Example}
			basis: 试例办法
			effectiveFrom: 2013-01-01
			assumptions:
			- {zh: 假定, en: assumed}
			parameters:
			  amount: {value: 100.00, unit: CNY, basis: 第三条}
			  group: {value: [low-income-top-up], unit: programs, basis: 第四条}
			""";

	/** A text that may end a quotation, a remark, a line, a name, or look like an end. */
	private static final List<String> PAYLOADS = List.of("\" + " + RUNS + " + \"", "\\\" + " + RUNS + " + \\\"",
			"\\\\\" + " + RUNS + " + \"", "\\u0022 + " + RUNS + " + \\u0022", "\\\\u0022 + x", "\\uu0022", "\\042",
			"\\", "x\\", "\\n", "x\\\\", "*/ static { " + RUNS + "; } /*", "// x", "x */", "/* x", "x\n\" + " + RUNS,
			"x\r" + RUNS, "x\u0000y", "x\u0007", "x\u001By", "x\u0085y", "x\u00ADy", "x\u200By", "x\u202Ey", "x\u2066y",
			"x\uFEFFy", "x\u2028y", "x\u3164y", "x\uDB40\uDC41y", "x\uE000y", "\"", "\"\"", "\"\"\"",
			"x\") @dialect(\"mvel", "x\" salience 10 when then end rule \"y", "x\", \"y", "stay's", "'", "''",
			"' + " + RUNS + " + '", "`x`", "${" + RUNS + "}", "#{" + RUNS + "}", "@{x}", "%s%n%d", "{0}", "$param",
			"class", "int", "true", "null", "enum", "r0", "P", "rule", "when then end", "x; " + RUNS + ";",
			"(" + RUNS + ")", "<script>", "x".repeat(600), "龘".repeat(600), "𠮷𠮷", "__u0022", "\u201C引号\u201D",
			"\uFF02");

	/** Fields by name, each with where the text goes. */
	private static final Map<String, String> FIELDS = new TreeMap<>(Map.of("name", "\"甲\"", "bare name", "\"乙\"", "en",
			"\"A\"", "basis", "\"第一条\"", "condition", "\"379\"", "reason", "\"停发\"", "english reason", "\"stopped\""));

	private Locale locale = Locale.getDefault();

	@BeforeEach
	void remember() {
		this.locale = Locale.getDefault();
	}

	@AfterEach
	void nothingOfItHasRun() {
		Locale now = Locale.getDefault();
		Locale.setDefault(this.locale);
		assertThat(now).isEqualTo(this.locale);
		assertThat(TimeZone.getDefault()).isNotNull();
	}

	private static Stream<Arguments> texts() {
		List<Arguments> all = new ArrayList<>();
		FIELDS.forEach((field, place) -> PAYLOADS.forEach((payload) -> {
			String text = field.startsWith("bare") ? payload : "\"" + payload + "\"";
			all.add(Arguments.of(field + ": " + shown(payload), RULE.replace(place, text)));
		}));
		return sample(all);
	}

	/** At least 70 of each kind at any scale, others every day. */
	private static <T> Stream<T> sample(List<T> all) {
		List<T> shuffled = new ArrayList<>(all);
		Collections.shuffle(shuffled, new Random(Samples.seed()));
		return shuffled.stream().limit(Samples.of(all.size(), 70));
	}

	private static String shown(String payload) {
		return (payload.length() > 40 ? payload.substring(0, 40) : payload).replaceAll("\\p{C}", "?");
	}

	private static Map<String, byte[]> files(String rules, String header) {
		Map<String, byte[]> files = new TreeMap<>();
		files.put("policy.yaml", header.getBytes(StandardCharsets.UTF_8));
		files.put("rules.drl", rules.getBytes(StandardCharsets.UTF_8));
		return files;
	}

	private static void isRefusedOrHarmless(Map<String, byte[]> files) {
		long before = NothingIsLoaded.now();
		Program program = new Program("old-age-allowance", new Bilingual("p", "p"), Cycle.MONTH, "CNY", 1,
				PaidTo.PERSON);
		PolicyFiles version = new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files);
		CompiledPolicy compiled;
		try {
			compiled = new PolicyCompiler().compile(version, program, ClassStore.NONE);
		}
		catch (PolicyDefects refused) {
			assertThat(NothingIsLoaded.ruleClassesSince(before)).as("%s", refused.problems())
				.allSatisfy((name) -> assertThat(name).matches(OF_THE_DICTIONARY));
			assertThat(refused.problems()).isNotEmpty().allSatisfy((one) -> {
				assertThat(one.line()).isPositive();
				assertThat(one.column()).isPositive();
				assertThat(one.message().en() + one.message().zh()).doesNotContain("\tat ", "Exception", "drools",
						"Lambda");
			});
			assertThat(refused.problems()).extracting(Problem::code).doesNotContain("FORBIDDEN_CODE", "CHECK_FAILED");
			return;
		}
		new Shelf(TinyPolicy.JURISDICTION, List.of(compiled)).ask("old-age-allowance", "2013-07",
				People.born("1930-01-01"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("texts")
	void aTextOfARuleStaysAText(String what, String rules) {
		isRefusedOrHarmless(files(rules, HEADER));
	}

	private static Stream<Arguments> headers() {
		List<Arguments> all = new ArrayList<>();
		for (String place : List.of("试例办法", "第三条", "100.00", "amount", "low-income-top-up", "CNY", "假定", "assumed",
				"2013-01-01")) {
			for (String payload : PAYLOADS) {
				String quoted = "'" + payload.replace("'", "''") + "'";
				all.add(Arguments.of(place + ": " + shown(payload), HEADER.replace(place, quoted)));
			}
		}
		return sample(all);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("headers")
	void aTextOfThePolicyStaysAText(String what, String header) {
		isRefusedOrHarmless(files(RULE, header));
	}

	private static Stream<Arguments> cells() {
		List<Arguments> all = new ArrayList<>();
		for (String place : List.of("高龄津贴 80—89 周岁", "第四条第一项", "示例：高龄津贴", "P.allowance80", "P.advancedAge",
				"RuleTable 高龄津贴", "ageOnLastDay >= $param", "pay($param)", "英文名")) {
			for (String payload : PAYLOADS) {
				String quoted = "\"" + payload.replace("\"", "\"\"") + "\"";
				all.add(Arguments.of(place + ": " + shown(payload), TinyTable.CSV.replace(place, quoted)));
			}
		}
		return sample(all);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cells")
	void aCellOfATableStaysItsPart(String what, String csv) {
		isRefusedOrHarmless(TinyTable.policy().file("bands.drl.csv", csv.getBytes(StandardCharsets.UTF_8)).bytes());
	}

	private static Stream<String> paths() {
		List<String> all = new ArrayList<>(PAYLOADS.stream().map((payload) -> payload + ".drl").toList());
		all.addAll(List.of("P.drl", "Rules.drl", "r0.drl", "f0.drl", "f1.drl", "x.table.drl", "x.xlsx.drl", "class.drl",
				"META-INF/kmodule.xml", "META-INF/x.drl", "x.java", "P.java", "policy/rules/P.java", "x.class", "x.dsl",
				"x.rdrl", "x.gdst", "x.drl.xls", "kmodule.xml", "x.properties", "a (1).drl", "甲.drl", "stay's.drl"));
		return sample(all);
	}

	@ParameterizedTest
	@MethodSource("paths")
	void aFileNameStaysAName(String path) {
		Map<String, byte[]> files = files(RULE, HEADER);
		files.remove("rules.drl");
		files.put("a.drl",
				RULE.replace("甲", "丙")
					.replace("乙", "丁")
					.replace("alive == true", "tekun == true")
					.getBytes(StandardCharsets.UTF_8));
		files.put(path, RULE.getBytes(StandardCharsets.UTF_8));
		isRefusedOrHarmless(files);
	}

	@Test
	void anApostropheAndTypographicQuotesStay() {
		CompiledPolicy compiled = new PolicyCompiler().compile(
				new PolicyFiles("model-district", "old-age-allowance", "2013-01-01",
						files(RULE.replace("\"A\"", "\"The stay's “share”, // 30 % /* of it */\"")
							.replace("\"甲\"", "\"甲’s “份额” /* // stay's\""), HEADER)),
				new Program("old-age-allowance", new Bilingual("p", "p"), Cycle.MONTH, "CNY", 1, PaidTo.PERSON),
				ClassStore.NONE);
		assertThat(compiled.rules().rules().get(0).name())
			.isEqualTo(new Bilingual("甲’s “份额” /* // stay's", "The stay's “share”, // 30 % /* of it */"));
		new Shelf(TinyPolicy.JURISDICTION, List.of(compiled))
			.ask("old-age-allowance", "2013-07", People.born("1930-01-01"))
			.pays("100.00");
	}

	@Test
	void aTextThatIsNotClosedIsToldWhereItOpens() {
		assertThat(at("\"第一条\"", "\"第一条")).containsExactly("3:12 UNCLOSED_STRING");
		assertThat(at("rule \"乙\"", "rule \"乙")).containsExactly("10:6 UNCLOSED_STRING");
		assertThat(at(", \"stopped\"", ", \"stopped")).containsExactly("16:27 UNCLOSED_STRING");
		assertThat(at("\"379\"", "\"379901")).containsExactly("5:32 UNCLOSED_STRING");
		assertThat(at("rule \"乙\"", "/* rule \"乙\"")).containsExactly("10:1 UNCLOSED_COMMENT");
		assertThat(at("\"甲\"", "\"甲\\\"")).contains("1:8 BACKSLASH");
		assertThat(at("\"甲\"", "'甲'")).contains("1:6 NOT_ADMITTED");
	}

	private static List<String> at(String text, String instead) {
		return TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.file("rules.drl", RULE.replace(text, instead))
			.problems()
			.stream()
			.map((one) -> one.line() + ":" + one.column() + " " + one.code())
			.toList();
	}

}
