package org.huiling.policy;

import java.util.LinkedHashMap;
import java.util.Map;

import org.huiling.applicant.ApplicantJson;
import org.huiling.engine.Bilingual;
import org.huiling.engine.CheckReport;
import org.huiling.engine.Example;
import org.huiling.engine.Finding;
import org.huiling.engine.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a check found as JSON, the same on the command line and over HTTP. */
public final class CheckJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private CheckJson() {
	}

	/**
	 * A report as JSON.
	 * @param report what was found
	 * @return {@code ok}, {@code problems}, {@code examples}, {@code coverage} and
	 * {@code findings}
	 */
	public static String write(CheckReport report) {
		return write(fields(report));
	}

	/**
	 * Fields as JSON, amounts with their decimals.
	 * @param fields what {@link #fields} gave, with others
	 * @return one line
	 */
	public static String write(Map<String, @Nullable Object> fields) {
		return MAPPER.writeValueAsString(fields);
	}

	/**
	 * The fields of a report.
	 * @param report what was found
	 * @return in the order in which they are written
	 */
	public static Map<String, @Nullable Object> fields(CheckReport report) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("ok", report.ok());
		fields.put("problems", report.problems().stream().map(CheckJson::problem).toList());
		fields.put("examples", report.examples().stream().map(CheckJson::example).toList());
		fields.put("coverage", report.coverage().stream().map(CheckJson::coverage).toList());
		fields.put("findings", report.findings().stream().map(CheckJson::finding).toList());
		return fields;
	}

	private static Map<String, @Nullable Object> problem(Problem problem) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("file", problem.file());
		fields.put("line", problem.line());
		fields.put("column", problem.column());
		if (problem.cell() != null) {
			fields.put("cell", problem.cell());
		}
		fields.put("severity", problem.severity());
		fields.put("code", problem.code());
		fields.put("message", both(problem.message()));
		fields.put("excerpt", problem.excerpt());
		fields.put("hint", (problem.hint() != null) ? both(problem.hint()) : null);
		return fields;
	}

	private static Map<String, Object> coverage(CheckReport.Coverage coverage) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("rule", coverage.rule().zh());
		fields.put("fires", coverage.fires());
		fields.put("staysSilent", coverage.staysSilent());
		return fields;
	}

	private static Map<String, @Nullable Object> finding(Finding finding) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("kind", finding.kind());
		fields.put("rules", finding.rules().stream().map(Bilingual::zh).toList());
		fields.put("message", both(finding.message()));
		fields.put("accepted", (finding.accepted() != null) ? both(finding.accepted()) : null);
		fields.put("period", finding.period());
		fields.put("claim", finding.claim());
		fields.put("counterexample",
				(finding.counterexample() != null) ? ApplicantJson.of(finding.counterexample()) : null);
		return fields;
	}

	private static Map<String, String> both(Bilingual text) {
		Map<String, String> both = new LinkedHashMap<>();
		both.put("zh", text.zh());
		both.put("en", text.en());
		return both;
	}

	private static Map<String, @Nullable Object> example(Example.Result result) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("name", result.example().name());
		fields.put("passed", result.passed());
		fields.put("expected", result.example().expected());
		fields.put("actual", result.actual());
		return fields;
	}

}
