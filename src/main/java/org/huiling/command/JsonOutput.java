package org.huiling.command;

import java.io.PrintStream;
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

/**
 * For programs: one line of JSON for each directory, also for one that cannot be read.
 */
final class JsonOutput implements CheckOutput {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private final PrintStream out;

	JsonOutput(PrintStream out) {
		this.out = out;
	}

	@Override
	public void report(String directory, CheckReport report) {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("directory", directory);
		line.put("ok", report.ok());
		line.put("problems", report.problems().stream().map(JsonOutput::problem).toList());
		line.put("examples", report.examples().stream().map(JsonOutput::example).toList());
		line.put("coverage", report.coverage().stream().map(JsonOutput::coverage).toList());
		line.put("findings", report.findings().stream().map(JsonOutput::finding).toList());
		print(line);
	}

	@Override
	public void unreadable(String directory, Exception reason) {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("directory", directory);
		line.put("ok", false);
		line.put("unreadable", Unreadable.says(reason));
		print(line);
	}

	private void print(Map<String, @Nullable Object> line) {
		this.out.println(MAPPER.writeValueAsString(line));
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
