package org.huiling.engine.standard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What may stand in {@code standards.yaml}, and where it is told what may not. */
class StandardsFileTests {

	private static final String TITLE = "title: {zh: 标准, en: Standard}, ";

	private final List<Problem> problems = new ArrayList<>();

	private @Nullable StandardsFile read(String yaml) {
		StandardsReading reading = new PolicyCompiler().standards("model-district",
				yaml.getBytes(StandardCharsets.UTF_8));
		this.problems.addAll(reading.problems());
		return reading.file();
	}

	@ParameterizedTest
	@ValueSource(strings = { "unit: CNY, basis: 通知, value: {2013-01-01: 450.00}", "basis: 通知, 2013-01-01: 450.00",
			"value: {2013-01-01: {value: 450.00, basis: 通知}}",
			"basis: 通知, URBAN: {2013-01-01: 450.00, 2013-07-01: 485.00}, RURAL: {2013-01-01: 200.00}",
			"by: dibaoType, basis: 通知, URBAN: {2013-01-01: 450.00}",
			"unit: percent, basis: 通知, value: {2013-01-01: 7.5}", "unit: years, basis: 通知, value: {2013-01-01: 80}",
			"unit: date, basis: 通知, value: {2013-01-01: 2013-12-31}",
			"basis: 通知, value: {2013-01-01: 450.00, 2013-01-01.2: 405.00, 2013-01-01.3: 406.00}" })
	void isReadWithoutProblems(String standard) {
		StandardsFile file = read("line: {" + TITLE + standard + "}");
		assertThat(this.problems).isEmpty();
		assertThat(file.standards().get("line").values()).isNotEmpty()
			.allSatisfy((value) -> assertThat(value.basis()).isEqualTo("通知"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "basis: 通知, value: {2013-01-01: 4.505}; PARAMETER_VALUE",
					"value: {2013-01-01: 450.00}; MISSING_KEY", "basis: 通知; MISSING_KEY",
					"basis: 通知, value: 450.00; WRONG_VALUE", "basis: 通知, URBAN: 450.00; STANDARD_FORM",
					"basis: 通知, value: {2013-02-30: 450.00}; STANDARD_FORM",
					"basis: 通知, value: {2013-01-01: [450.00]}; STANDARD_FORM",
					"basis: 通知, value: {2013-01-01: 450.00, 2013-01-01.3: 460.00}; STANDARD_FORM",
					"basis: 通知, value: {2013-01-01.2: 460.00}; STANDARD_FORM",
					"basis: 通知, SUBURB: {2013-01-01: 450.00}; WRONG_VALUE",
					"by: hukouType, basis: 通知, NONE: {2013-01-01: 450.00}; TABLE_KEY",
					"by: hukouType, basis: 通知, value: {2013-01-01: 450.00}; WRONG_VALUE",
					"by: moon, basis: 通知, URBAN: {2013-01-01: 450.00}; WRONG_VALUE",
					"unit: segments, basis: 通知, value: {2013-01-01: 450.00}; WRONG_VALUE",
					"unit: yuan, basis: 通知, value: {2013-01-01: 450.00}; WRONG_VALUE",
					"basis: 通知, value: {2013-01-01: 450.00}, URBAN: {2013-01-01: 1.00}; UNKNOWN_KEY",
					"basis: &a 通知, value: {2013-01-01: {value: 1.00, basis: *a}}; YAML_LIMIT",
					"basis: 通知, value: {2013-01-01: !!java.net.URL 450.00}; YAML_SYNTAX" })
	void isRefusedAtItsLine(String standard, String code) {
		read("# 通知\nline: {" + TITLE + standard + "}");
		assertThat(this.problems).extracting(Problem::code).contains(code);
		assertThat(this.problems).allSatisfy((one) -> {
			assertThat(one.file()).isEqualTo("standards.yaml");
			assertThat(one.line()).isEqualTo(2);
		});
	}

	@Test
	void aDayThatStandsTwiceIsRefused() {
		read("line: {" + TITLE + "basis: 通知, value: {2013-01-01: 1.00, 2013-01-01: 2.00}}");
		assertThat(this.problems).extracting(Problem::code).contains("DUPLICATE_KEY");
	}

	@Test
	void aStandardWithoutATitleIsToldAndCalledByItsName() {
		StandardsFile file = read("line: {basis: 通知, value: {2013-01-01: 1.00}}");
		assertThat(this.problems).singleElement().extracting(Problem::severity).isEqualTo(Severity.WARNING);
		assertThat(file.standards().get("line").title().in(Locale.ENGLISH)).isEqualTo("line");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "- a", "a: b", "'': {}", "Line: {basis: x, value: {2013-01-01: 1.00}}",
			"class: {basis: x, value: {2013-01-01: 1.00}}", "? [a]\n: b", "line: {? {a: b}\n: c}", "line:\n\tx: 1" })
	void anythingElseIsRefused(String yaml) {
		read(yaml);
		assertThat(this.problems).extracting(Problem::severity).contains(Severity.ERROR);
	}

	@Test
	void isNoLargerThanSomebodyWouldWrite() {
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 201; i++) {
			many.append("line").append(i).append(": {basis: x, value: {2013-01-01: 1.00}}\n");
		}
		read(many.toString());
		StringBuilder values = new StringBuilder("line: {basis: x, value: {2013-01-01: 1.00");
		for (int i = 2; i < 100; i++) {
			values.append(", 2013-01-01.").append(i).append(": 1.00");
		}
		StringBuilder keys = new StringBuilder("line: {basis: x, value: {");
		for (int i = 0; i < 1001; i++) {
			keys.append("K").append(i).append(": {2013-01-01: 1.00}, ");
		}
		read(keys.append("}}").toString());
		read("x".repeat((512 << 10) + 1));
		assertThat(this.problems).filteredOn((one) -> one.code().equals("TOO_LARGE")).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void textsAreBounded() {
		read("line: {" + TITLE + "basis: " + "x".repeat(501) + ", value: {2013-01-01: 1.00}}");
		assertThat(this.problems).extracting(Problem::code).containsExactly("WRONG_VALUE");
	}

}
