package org.huiling.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.engine.Assessment;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.facts.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A projection over a list is the sum of assessing everybody before and after. */
class ProjectionTests {

	private static final String LIST = "test-data/applicants.csv";

	private static final String ALLOWANCE = "model-district/old-age-allowance";

	@TempDir
	Path directory;

	private String told = "";

	@BeforeAll
	static void quiet() {
		System.setProperty("spark.master", "local[2]");
		System.setProperty("spark.ui.enabled", "false");
		System.setProperty("spark.log.level", "WARN");
	}

	/** A version that is in force is put over itself with other amounts. */
	private Path drafts() throws IOException {
		Path version = this.directory.resolve("drafts").resolve(ALLOWANCE).resolve("2013-01-01");
		Files.createDirectories(version);
		Path given = Path.of("rules", ALLOWANCE, "2013-01-01", "policy.yaml");
		String text = Files.readString(given);
		assertThat(text).contains("value: 100.00");
		Files.writeString(version.resolve("policy.yaml"), text.replace("value: 100.00", "value: 130.00"));
		return this.directory.resolve("drafts");
	}

	private int project(String... arguments) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
		int code = Jobs.run(new Projection(stream), stream, arguments);
		this.told = err.toString(StandardCharsets.UTF_8);
		return code;
	}

	private static BigDecimal paid(ShippedRules rules) throws IOException {
		java.util.ArrayList<String> months = Work.texts(List.of(Period.parse("2013-07"), Period.parse("2013-08")));
		Work.Ready ready = new Work(rules, months, null, Explain.NONE, true, java.time.LocalDate.of(2026, 11, 30))
			.ready();
		BigDecimal paid = new BigDecimal("0.00");
		try (var file = Files.newInputStream(Path.of(LIST));
				LineSource lines = ready.reading().open(LIST, file, null)) {
			for (ImportLine line = lines.next(); line != null; line = lines.next()) {
				for (var answer : ready.assessor().assess(line).answers()) {
					for (Assessment one : answer.assessed().assessments().assessments()) {
						if (one.outcome() == Outcome.ELIGIBLE && one.amount() != null) {
							paid = paid.add(one.amount());
						}
					}
				}
			}
		}
		return paid;
	}

	@Test
	void isTheSumOfEverybodyBeforeAndAfter() throws IOException {
		Path drafts = drafts();
		Path out = this.directory.resolve("report.json");
		assertThat(project("--rules", "rules/model-district", "--people", LIST, "--months", "2013-07..2013-08",
				"--drafts", drafts.toString(), "--part-size", "60000", "--show-small-cells", "--out", out.toString()))
			.as(this.told)
			.isZero();
		JsonNode report = JsonMapper.builder().build().readTree(Files.readString(out));
		List<Period> months = List.of(Period.parse("2013-07"), Period.parse("2013-08"));
		ShippedRules before = ShippedRules.read(Path.of("rules"), "model-district", months, null);
		BigDecimal old = paid(before);
		BigDecimal now = paid(before.with(drafts, months, null));
		assertThat(now).isGreaterThan(old);
		JsonNode total = report.get("total");
		assertThat(total.get("before").decimalValue()).isEqualByComparingTo(old);
		assertThat(total.get("after").decimalValue()).isEqualByComparingTo(now);
		assertThat(total.get("difference").decimalValue()).isEqualByComparingTo(now.subtract(old));
		Map<String, BigDecimal> byMonths = new HashMap<>();
		report.get("months")
			.forEach((month) -> byMonths.merge(month.get("month").stringValue(), month.get("after").decimalValue(),
					BigDecimal::add));
		assertThat(byMonths.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(now);
		long people = 0;
		for (JsonNode count : report.get("changes")) {
			people += count.longValue();
		}
		assertThat(people).isEqualTo(1200);
		assertThat(report.get("by").get("ageBand").size()).isGreaterThan(2);
		assertThat(this.told).contains("1200 lines: 1200 assessed", "checksum with the drafts: ");
	}

	@Test
	void fewPeopleAreNotTold() throws IOException {
		Path list = Files.write(this.directory.resolve("few.csv"), List.of("birthDate,hukou.region,sex",
				"1933-02-15,379901003,MALE", "1938-02-15,379901003,MALE", "1920-07-31,379901003,FEMALE"));
		Path out = this.directory.resolve("few.json");
		assertThat(project("--rules", "rules/model-district", "--people", list.toString(), "--months", "2013-07",
				"--out", out.toString()))
			.as(this.told)
			.isZero();
		JsonNode report = JsonMapper.builder().build().readTree(Files.readString(out));
		report.get("by").get("sex").forEach((row) -> assertThat(row.get("people").isNull()).isTrue());
		assertThat(report.get("total").get("difference").decimalValue()).isZero();
		assertThat(project("--rules", "rules/model-district", "--people", list.toString(), "--months", "2013", "--out",
				out.toString()))
			.isEqualTo(2);
	}

}
