package org.huiling.engine.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Fact files that are mistakes or attacks, each beside the shipped ones, are refused at
 * their line, or do no harm; none takes long.
 */
class HostileFactFileTests {

	private static final String HEAD = "name: {zh: 试, en: Try}\n";

	private static final String FACTS = HEAD + "facts:\n";

	private static final String DERIVED = HEAD + "derived:\n";

	private static final Duration LONG = Duration.ofSeconds(20);

	private static Arguments at(int line, String code, String text) {
		return Arguments.of(line, code, text);
	}

	private static String fact(String name, String keys) {
		return FACTS + "  " + name + ": {" + keys + "}\n";
	}

	private static String derived(String name, String is) {
		return DERIVED + "  " + name + ": {is: '" + is + "', zh: 派生, en: Derived}\n";
	}

	private static final String LABELS = ", zh: 试一试, en: Tried";

	static Stream<Arguments> names() {
		return Stream.of(at(3, "FACT_NAME", fact("not", "type: boolean" + LABELS)),
				at(3, "FACT_NAME", fact("when", "type: boolean" + LABELS)),
				at(3, "FACT_NAME", fact("class", "type: boolean" + LABELS)),
				at(3, "FACT_NAME", fact("Int", "type: boolean" + LABELS)),
				at(3, "FACT_NAME", fact("reason", "type: text" + LABELS)),
				at(3, "FACT_NAME", fact("fileNumber", "type: text" + LABELS)),
				at(3, "FACT_NAME", fact("begun", "type: boolean" + LABELS)),
				at(3, "FACT_NAME", fact("firstDay", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("birthDate", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("payee", "type: text" + LABELS)),
				at(3, "FACT_NAME", fact("cаreLevel2", "type: integer" + LABELS)), // Cyrillic
																					// а
				at(3, "FACT_NAME", fact("ｐarty", "type: date" + LABELS)), // full width
				at(3, "FACT_NAME", fact("党龄", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("party-since", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("a'); drop table person; --", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("\"../../etc/passwd\"", "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("x".repeat(41), "type: date" + LABELS)),
				at(3, "FACT_NAME", fact("p", "type: code, codeType: Lower, codes: {low: {zh: 低, en: low}}" + LABELS)),
				at(3, "FACT_NAME", fact("p", "type: code, codeType: String, codes: {A: {zh: 低, en: low}}" + LABELS)),
				at(3, "FACT_NAME", fact("p", "type: code, codeType: lower, codes: {A: {zh: 低, en: low}}" + LABELS)),
				at(3, "FACT_NAME", derived("hukou.and", "onDibao")), at(3, "FACT_NAME", derived("alive", "onDibao")),
				at(3, "FACT_NAME",
						FACTS + "  l: {type: list, pattern: Applicant, fields: {a: {type: date, zh: 甲, en: A}}" + LABELS
								+ "}\n"));
	}

	static Stream<Arguments> twice() {
		return Stream.of(at(3, "FACT_TWICE", fact("careLevel", "type: integer" + LABELS)),
				at(3, "FACT_TWICE", fact("carelevel", "type: integer" + LABELS)),
				at(3, "FACT_TWICE", fact("p", "type: integer, zh: 失能等级, en: Tried")),
				at(3, "FACT_TWICE", fact("p", "type: integer, zh: 失能 等级, en: Tried")),
				at(3, "FACT_TWICE", fact("p", "type: integer, aliases: [能力等级]" + LABELS)),
				at(3, "FACT_TWICE", fact("p", "type: integer, aliases: [careLevel]" + LABELS)),
				at(3, "FACT_TWICE", fact("p", "type: integer, aliases: [档案号]" + LABELS)),
				at(3, "FACT_TWICE", fact("p", "type: integer, tableKey: careLevel" + LABELS)),
				at(3, "FACT_TWICE", derived("tekun", "onDibao")),
				at(3, "FACT_TWICE", derived("household.size", "onDibao")),
				at(3, "FACT_TWICE", fact("p", "type: code, codeType: HukouTYPE, codes: {A: {zh: 甲, en: a}}" + LABELS)),
				at(3, "FACT_TWICE",
						fact("p", "type: code, codeType: Own, codes: {A: {zh: 甲, en: a}, B: {zh: 甲, en: b}}" + LABELS)),
				at(3, "FACT_TWICE",
						fact("p",
								"type: code, codeType: Own, codes: {A: {zh: 甲, en: a}, B: {zh: 乙, en: b, aliases: [甲]}}"
										+ LABELS)),
				at(5, "FACT_TWICE", FACTS
						+ "  p: {type: list, zh: 表, en: Listed, fields: {\n    a: {type: date, zh: 同, en: A},\n    b: {type: date, zh: 同, en: B}}}\n"),
				at(3, "FACT_TWICE", FACTS
						+ "  p: {type: list, pattern: CLAIM, zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}\n"));
	}

	static Stream<Arguments> shapes() {
		return Stream.of(at(3, "FACT_TYPE", fact("p", "type: string" + LABELS)),
				at(3, "MISSING_KEY", fact("p", "zh: 甲乙, en: B")),
				at(3, "UNKNOWN_KEY", fact("p", "type: date, notbefore: birthDate" + LABELS)),
				at(3, "UNKNOWN_KEY", fact("p", "type: date, min: 1" + LABELS)),
				at(3, "UNKNOWN_KEY", fact("p", "type: boolean, sealed: true" + LABELS)),
				at(2, "UNKNOWN_KEY", HEAD + "fact: {}\n"), at(1, "MISSING_KEY", "facts: {}\n"),
				at(2, "WRONG_VALUE", HEAD + "facts: [a, b]\n"), at(3, "MISSING_KEY", fact("p", "type: date, zh: 只有中文")),
				at(3, "MISSING_KEY", fact("p", "type: date, en: Only English")),
				at(3, "FACT_RANGE", fact("p", "type: integer, min: 5, max: 4" + LABELS)),
				at(3, "FACT_RANGE", fact("p", "type: integer, min: 1.5" + LABELS)),
				at(3, "FACT_RANGE", fact("p", "type: integer, max: 99999999999" + LABELS)),
				at(3, "FACT_RANGE", fact("p", "type: money, max: 1e9" + LABELS)),
				at(3, "FACT_RANGE", fact("p", "type: integer, max: 3, names: {4: {zh: 四, en: four}}" + LABELS)),
				at(3, "MISSING_KEY", fact("p", "type: decimal" + LABELS)),
				at(3, "UNKNOWN_FACT", fact("p", "type: date, notBefore: birthDat" + LABELS)),
				at(3, "FACT_TYPE", fact("p", "type: date, notBefore: careLevel" + LABELS)),
				at(3, "WRONG_VALUE", fact("p", "type: date, notAfter: 2013-02-30" + LABELS)),
				at(3, "UNKNOWN_CODE", fact("p", "type: code, codeType: HukouTyp" + LABELS)),
				at(3, "UNKNOWN_CODE",
						fact("p",
								"type: code, codeType: HukouType, validity: {from: birthDate, outside: NON}" + LABELS)),
				at(3, "FACT_TYPE", fact("p", "type: code, codeType: Own, codes: {}" + LABELS)),
				at(3, "WRONG_VALUE", fact("p", "type: integer, unit: yeers" + LABELS)),
				at(3, "WRONG_VALUE", fact("p", "type: boolean, required: true" + LABELS)),
				at(3, "WRONG_VALUE", fact("p", "type: boolean, absent: null0" + LABELS)),
				at(3, "WRONG_VALUE", fact("p", "type: boolean, retired: maybe" + LABELS)),
				at(2, "WRONG_VALUE", HEAD + "owner: ../nanshan\nfacts: {}\n"),
				at(3, "UNKNOWN_FIELD", FACTS
						+ "  p: {type: list, key: [b], zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}\n"),
				at(3, "WRONG_VALUE", FACTS
						+ "  p: {type: list, key: [a], merge: true, zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}\n"),
				at(3, "MISSING_KEY",
						FACTS + "  p: {type: list, zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}\n"),
				at(3, "UNKNOWN_KEY", FACTS
						+ "  p: {type: list, roles: {dey: a}, zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}\n"),
				at(4, "FACT_TYPE", FACTS
						+ "  p: {type: list, zh: 表, en: Listed, fields: {\n    a: {type: list, zh: 甲, en: A, fields: {}}}}\n"),
				at(3, "FACT_TYPE", FACTS
						+ "  p: {zh: 组, en: Group, fields: {l: {type: list, zh: 表, en: Listed, fields: {a: {type: date, zh: 甲, en: A}}}}}\n"));
	}

	static Stream<Arguments> texts() {
		return Stream.of(at(3, "FACT_TEXT", fact("p", "type: date, zh: \"开\\u202E始\", en: Tried")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: \"开\\u200B始\", en: Tried")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: \"开\\0始\", en: Tried")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: \"开\\n始\", en: Tried")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: " + "长".repeat(61) + ", en: Tried")),
				at(3, "FACT_TEXT",
						fact("p", "type: date, zh: 试一试, en: Tried, help: {zh: " + "长".repeat(501) + ", en: x}")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: ' 试', en: Tried")),
				at(3, "FACT_TEXT", fact("p", "type: date, zh: 试一试, en: \"Pаy\"")), // Cyrillic
																					// а
																					// in
																					// a
																					// Latin
																					// word
				at(3, "UNSEEN_CHARACTER", fact("p", "type: date, zh: 开\u202E始, en: Tried")),
				at(3, "LINE_TOO_LONG", fact("p", "type: date, zh: " + "长".repeat(3_000) + ", en: Tried")),
				at(6, "FACT_NOT_OWN",
						"name: {zh: 甲, en: A}\nowner: here\nfacts:\n  own: {type: boolean, zh: 自己的, en: Own}\nrefuse:\n"
								+ "  - {when: \"own == true\", field: careLevel, zh: 不行, en: \"No\"}\n"),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"(a+)+b\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"a*a*a*b\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"(a|aa)+$\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \".*x.*y\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"(?<=a{1,9}).\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"a{9999}\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"[a-z&&[^b]]\"" + LABELS)),
				at(3, "FACT_PATTERN", fact("p", "type: text, pattern: \"[z-a]\"" + LABELS)));
	}

	static Stream<Arguments> expressions() {
		return Stream.of(at(3, "FACT_EXPRESSION", derived("p", "household.size > ")),
				at(3, "FACT_EXPRESSION", derived("p", "household.sise > 2")),
				at(3, "FACT_EXPRESSION", derived("p", "household.size = 2")),
				at(3, "FACT_EXPRESSION", derived("p", "onDibao && tekun")),
				at(3, "FACT_EXPRESSION", derived("p", "onDibao，tekun")),
				at(3, "FACT_EXPRESSION", derived("p", "careLevel > disability.grade")),
				at(3, "FACT_EXPRESSION", derived("p", "household.monthlyIncome + pension.monthlyAmount")),
				at(3, "FACT_EXPRESSION", derived("p", "hukou.type == DibaoType.URBAN")),
				at(3, "FACT_EXPRESSION", derived("p", "hukou.type == HukouType.URBEN")),
				at(3, "FACT_EXPRESSION", derived("p", "name == \"x\"")),
				at(3, "FACT_EXPRESSION", derived("p", "residentId")),
				at(3, "FACT_EXPRESSION", derived("p", "System.exit(1)")),
				at(3, "FACT_EXPRESSION", derived("p", "hukou.getClass().forName(\"x\")")),
				at(3, "FACT_EXPRESSION", derived("p", "statuses")),
				at(3, "FACT_EXPRESSION", derived("p", "any(statuses, any(claims, true))")),
				at(3, "FACT_EXPRESSION", derived("p", "(".repeat(400) + "onDibao" + ")".repeat(400))),
				at(3, "FACT_EXPRESSION", derived("p", "not ".repeat(200) + "onDibao")),
				at(3, "FACT_EXPRESSION",
						derived("p", IntStream.range(0, 320).mapToObj((i) -> "1").collect(Collectors.joining("+")))),
				at(3, "FACT_EXPRESSION", derived("p", "household.size > 1234567890")),
				at(3, "FACT_EXPRESSION", derived("p", "household.size / 2")),
				at(3, "FACT_EXPRESSION", fact("p", "type: date, askWhen: 'begun(hukou.since)'" + LABELS)),
				at(3, "FACT_EXPRESSION", fact("p", "type: date, askWhen: 'careLevel'" + LABELS)),
				at(3, "FACT_EXPRESSION", fact("p", "type: date, askWhen: 'tekun'" + LABELS)),
				at(3, "FACT_TYPE", fact("p", "type: money, validity: {from: \"claims[].date\"}" + LABELS)),
				at(3, "FACT_TYPE", fact("p", "type: money, askAfter: \"claims[].date\"" + LABELS)),
				at(3, "FACT_CIRCLE", derived("p", "p")),
				at(4, "FACT_CIRCLE", DERIVED
						+ "  q: {is: onDibao, zh: 乙, en: Q}\n  a: {is: b or q, zh: 甲, en: A}\n  b: {is: 'not a', zh: 丙, en: B}\n"),
				at(3, "FACT_EXPRESSION", derived("p", "careLevel" + " + 1".repeat(50))),
				at(3, "FACT_CIRCLE", FACTS + "  p: {type: boolean, askWhen: 'any(q, r == 1)', zh: 甲, en: A}\n"
						+ "  q: {type: list, zh: 乙, en: B, fields: {r: {type: integer, askWhen: 'p == true', zh: 丙, en: C}}}\n"),
				at(3, "FACT_CIRCLE", FACTS
						+ "  p: {type: boolean, askWhen: 'q == true', zh: 甲, en: A}\n  q: {type: boolean, askWhen: 'p == true', zh: 乙, en: B}\n"),
				at(2, "MISSING_KEY", HEAD + "refuse: [{when: 'careLevel > 2', field: careLevel}]\n"),
				at(2, "UNKNOWN_FACT", HEAD + "refuse: [{when: 'careLevel > 2', field: carelevel, zh: 错, en: Wrong}]\n"),
				at(2, "UNKNOWN_FACT",
						HEAD + "warn: [{when: 'careLevel > 2', field: careLevel, zh: '错 {x}', en: Wrong}]\n"),
				at(3, "WRONG_VALUE", DERIVED + "  p: {is: {gestern: onDibao}, zh: 甲, en: A}\n"),
				at(3, "FACT_EXPRESSION",
						DERIVED + "  p: {is: {2013-01-01: onDibao, 2014-01-01: careLevel}, zh: 甲, en: A}\n"));
	}

	static Stream<Arguments> sizes() {
		return Stream.of(at(1003, "FACT_LIMIT", FACTS + facts(10_000)), at(6, "FACT_LIMIT", FACTS + deep(6)),
				at(1, "YAML_LIMIT", FACTS + deep(200)),
				at(3, "YAML_LIMIT", HEAD + "facts:\n  a: &a {type: date}\n  b: *a\n"),
				at(2, "YAML_SYNTAX", HEAD + "facts: !!java.net.URL {a: b}\n"), at(2, "YAML_LIMIT", bomb()),
				at(1, "TOO_LARGE", HEAD + "#".repeat(1 << 10).concat("\n").repeat(700)), at(1, "EMPTY_FILE", ""),
				at(1, "NOT_A_MAPPING", "- a\n- b\n"), at(2, "YAML_SYNTAX", HEAD + "facts: {a: [}\n"),
				at(1, "FACT_LIMIT", DERIVED + chain(2_000)), at(1, "FACT_LIMIT", FACTS + waiting(500)),
				at(1, "FACT_LIMIT", FACTS + doubling(25)),
				at(3, "FACT_TYPE", FACTS + "  p: {type: code, codeType: Many, codes: {}, zh: 甲, en: A}\n"));
	}

	private static String facts(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "  f" + i + ": {type: date, zh: 第" + i + "项, en: F" + i + "}\n")
			.collect(Collectors.joining());
	}

	private static String deep(int depth) {
		StringBuilder text = new StringBuilder("  ");
		for (int i = 0; i < depth; i++) {
			text.append("g")
				.append(i)
				.append(": {zh: 组")
				.append(i)
				.append(", en: G")
				.append(i)
				.append(", fields: {\n    ");
		}
		return text.append("a: {type: date, zh: 末, en: Last}").append("}}".repeat(depth)).append("\n").toString();
	}

	private static String bomb() {
		StringBuilder text = new StringBuilder("name: {zh: 试, en: Try}\na: &a [x, x]\n");
		for (char one = 'b'; one < 'z'; one++) {
			text.append(one)
				.append(": &")
				.append(one)
				.append(" [*")
				.append((char) (one - 1))
				.append(", *")
				.append((char) (one - 1))
				.append("]\n");
		}
		return text.toString();
	}

	/** Each rests on the next. */
	private static String chain(int length) {
		return IntStream.range(0, length)
			.mapToObj((i) -> "  c" + i + ": {is: " + ((i + 1 < length) ? "c" + (i + 1) : "onDibao") + ", zh: 第" + i
					+ ", en: C" + i + "}\n")
			.collect(Collectors.joining());
	}

	private static String waiting(int length) {
		return IntStream.range(0, length)
			.mapToObj(
					(i) -> "  w" + i + ": {type: boolean, askWhen: '" + ((i + 1 < length) ? "w" + (i + 1) : "careLevel")
							+ " == " + ((i + 1 < length) ? "true" : "1") + "', zh: 第" + i + ", en: W" + i + "}\n")
			.collect(Collectors.joining());
	}

	/** Each waits for the one before, and asks twice. */
	private static String doubling(int length) {
		return IntStream.range(1, length)
			.mapToObj((i) -> "  w%d: {type: integer, askWhen: 'w%d > 0 and w%d > 1', zh: 第%d, en: W%d}\n".formatted(i,
					i - 1, i - 1, i, i))
			.collect(Collectors.joining("", "  w0: {type: integer, zh: 第0, en: W0}\n", ""));
	}

	private static List<Problem> read(String file, String text) {
		Map<String, byte[]> files = new TreeMap<>(SHIPPED);
		files.put(file, text.getBytes(StandardCharsets.UTF_8));
		Problems problems = new Problems();
		Dictionary dictionary = assertTimeoutPreemptively(LONG, () -> new DictionaryReader(problems).read(files));
		List<Problem> errors = problems.all().stream().filter((one) -> one.severity() == Severity.ERROR).toList();
		assertThat(dictionary == null).isEqualTo(!errors.isEmpty());
		return errors;
	}

	/** Whatever the order in which files are read. */
	@ParameterizedTest
	@ValueSource(strings = { "  careLevel: {type: integer, zh: 试一试, en: Tried}\n",
			"  p: {type: integer, zh: 失能等级, en: Tried}\n",
			"  p: {type: integer, aliases: [出生年月日], zh: 试一试, en: Tried}\n",
			"  p: {type: code, codeType: Sex, codes: {A: {zh: 甲, en: A}}, zh: 试一试, en: Tried}\n" })
	void ofTwoThatSayTheSameTheShippedFileStays(String declared) {
		assertThat(read("aaa.yaml", FACTS + declared)).filteredOn((one) -> "FACT_TWICE".equals(one.code()))
			.isNotEmpty()
			.allSatisfy((one) -> {
				assertThat(one.file()).isEqualTo("aaa.yaml");
				assertThat(one.line()).isEqualTo(3);
				assertThat(one.message().en()).doesNotContain("aaa.yaml");
			});
	}

	private static final Map<String, byte[]> SHIPPED = shipped();

	private static Map<String, byte[]> shipped() {
		try {
			return FactFiles.read(Path.of("rules/facts")).files();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource({ "names", "twice", "shapes", "texts", "expressions", "sizes" })
	void isRefusedAtItsLine(int line, String code, String text) {
		List<Problem> problems = read("x.yaml", text);
		assertThat(problems).isNotEmpty()
			.hasSizeLessThan(200)
			.allSatisfy((problem) -> assertThat(problem.file()).isEqualTo("x.yaml"))
			.anySatisfy((problem) -> {
				assertThat(problem.code()).isEqualTo(code);
				if (line > 1) {
					assertThat(problem.line()).isEqualTo(line);
				}
			});
		assertThat(problems).allSatisfy((problem) -> {
			assertThat(problem.message().zh()).isNotBlank();
			assertThat(problem.message().en()).isNotBlank();
			assertThat(problem.toString()).hasSizeLessThan(700).doesNotContain("Exception").doesNotContain("org.");
		});
	}

	@Test
	void thereAreManyOfThem() {
		assertThat(Stream.of(names(), twice(), shapes(), texts(), expressions(), sizes()).flatMap((all) -> all))
			.hasSizeGreaterThan(110);
	}

	@Test
	void aNameOfAFileIsJudged() {
		for (String name : List.of("../x.yaml", "X.yaml", "a b.yaml", "con.yaml", "x.yml", "-x.yaml")) {
			assertThat(read(name, FACTS + facts(1))).as(name).isNotEmpty();
		}
	}

	@Test
	void whatIsMeantIsSaid() {
		assertThat(hint(fact("p", "type: date, notbefore: birthDate" + LABELS))).contains("notBefore");
		assertThat(hint(fact("p", "type: intege" + LABELS))).contains("integer");
		assertThat(hint(derived("p", "household.sise > 2"))).contains("household.size");
		assertThat(hint(derived("p", "hukou.type == HukouType.URBEN"))).contains("URBAN");
		assertThat(hint(derived("p", "onDibao，tekun"))).contains(",");
		assertThat(hint(derived("p", "household.size = 2"))).contains("==");
		assertThat(hint(derived("p", "household.size / 2"))).contains("whole(a / b)");
	}

	private static String hint(String text) {
		return Objects.requireNonNull(read("x.yaml", text).get(0).hint()).en();
	}

	@Test
	void placesAreThoseOfTheWord() {
		Problem problem = read("x.yaml", derived("p", "household.size > 2 and household.sise < 9")).get(0);
		String line = derived("p", "household.size > 2 and household.sise < 9").lines().toList().get(2);
		assertThat(line.substring(problem.column() - 1)).startsWith("household.sise");
	}

	@Test
	void markupIsATextLikeAnyOther() {
		String text = FACTS + "  p: {type: date, zh: \"<script>alert(1)</script>\", en: \"{{7*7}} ${x} <b>\"}\n";
		assertThat(read("x.yaml", text)).isEmpty();
	}

	@Test
	void coreIsWhatItIs() {
		for (String[] change : List.of(new String[] { "birthDate: {type: date", "birthDate: {type: text" },
				new String[] { "  birthDate:", "  bornOn:" },
				new String[] { "lastPassed: {type: date", "lastPassed: {type: text" },
				new String[] { "  alive: {type: boolean", "  living: {type: boolean" },
				new String[] { "derived:\n", "derived:\n  poor2: {type: boolean, is: onDibao, zh: 甲, en: A}\n" })) {
			String core = new String(Objects.requireNonNull(SHIPPED.get("core.yaml")), StandardCharsets.UTF_8);
			assertThat(core).contains(change[0]);
			assertThat(read("core.yaml", core.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
		}
	}

	@Test
	void thousandsOfMistakesAreToldInTime() {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < 990; i++) {
			lines.add("  f" + i + ": {type: dat, zh: x, en: x}\n");
		}
		assertThat(read("x.yaml", FACTS + String.join("", lines))).hasSizeGreaterThan(900);
	}

	@Test
	void aDerivedFactAmongThoseRecordedIsToldWhereItBelongs() {
		assertThat(read("x.yaml", fact("p", "is: fullYears(birthDate), zh: 派生, en: Derived"))).singleElement()
			.satisfies((one) -> assertThat(one.line() + " " + one.message().en() + " " + one.hint()).startsWith("3 ")
				.contains("a derived fact", "move it below derived:"));
	}

	@ParameterizedTest
	@CsvSource({ "'days(factday, lastDay) > 3', factDay", "'household.Size > 3', household.size",
			"'perCapitaincome > 300', household.perCapitaIncome" })
	void aNameInAnotherCaseOrWithoutItsGroupIsFound(String is, String meant) {
		assertThat(read("x.yaml", derived("p", is)))
			.anySatisfy((one) -> assertThat(String.valueOf(one.hint())).contains("did you mean " + meant + "?"));
	}

}
