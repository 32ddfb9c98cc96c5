package org.huiling.web.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.web.policy.ParameterTable.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterTableTests {

	private static final String HEADER = """
			title: {zh: 标题, en: "Title"}   # value: 1
			parameters:
			  # 年龄
			  advancedAge: {value: 80, unit: years, basis: 第四条第一项}
			  kinds: {value: [NCMS, URBAN_RESIDENT], unit: scheme, basis: 第二条}
			  deductible: {value: {TOWNSHIP: 100.00, COUNTY: 300.00}, unit: CNY, by: hospitalTier, basis: 第五条}
			  allowance80: {value: 120.00, unit: CNY, basis: 第四条第一项（见附件，二）}
			""";

	@Test
	void readsWhatStandsOnALineOfItsOwn() {
		assertThat(ParameterTable.read(HEADER)).containsExactly(new Line("advancedAge", "80", "years"),
				new Line("kinds", "[NCMS, URBAN_RESIDENT]", "scheme"), new Line("allowance80", "120.00", "CNY"));
	}

	@Test
	void changesAValueAndNothingElse() {
		assertThat(ParameterTable.write(HEADER, Map.of("allowance80", "130.00", "unknown", "1")))
			.isEqualTo(HEADER.replace("value: 120.00", "value: 130.00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1, unit: CNY}\nevil: {a: b", "80}", "{a: b}", "\"", "# 80", "*ref", "!!java.net.URL x",
			"[1]\nx: y" })
	void aValueStaysAValue(String typed) {
		String written = ParameterTable.write(HEADER, Map.of("advancedAge", typed));
		assertThat(written.lines().count()).isEqualTo(HEADER.lines().count());
		List<Line> lines = ParameterTable.read(written);
		assertThat(lines).extracting(Line::name).containsExactly("advancedAge", "kinds", "allowance80");
		assertThat(lines.get(0).unit()).isEqualTo("years");
		assertThat(lines.get(0).value()).startsWith("\"").endsWith("\"");
	}

	@Test
	void aFieldOfTheFormIsNoParameter() {
		assertThat(ParameterTable.sent(Map.of("revision", "3", "parameter.revision", "80")))
			.isEqualTo(Map.of("revision", "80"));
	}

	/** Writing what was read changes no shipped file. */
	@Test
	void everyShippedHeaderSurvives() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("rules"))) {
			for (Path file : files.filter((each) -> each.endsWith("policy.yaml")).toList()) {
				String header = Files.readString(file);
				assertThat(ParameterTable.read(header)).as(file.toString()).isNotEmpty();
				assertThat(ParameterTable.write(header, Map.of())).as(file.toString()).isEqualTo(header);
			}
		}
	}

}
