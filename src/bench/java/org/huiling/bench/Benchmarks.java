package org.huiling.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.AllocationBenchmark;
import org.huiling.engine.CompilingBenchmark;
import org.huiling.engine.EvaluationBenchmark;
import org.huiling.engine.FortyRulesBenchmark;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs every benchmark, or those whose names are given, and writes the results. */
final class Benchmarks {

	private static final Path RESULTS = Path.of("target/bench/results.json");

	private Benchmarks() {
	}

	/**
	 * Runs benchmarks.
	 * @param arguments of {@code evaluation}, {@code forty-rules}, {@code allocation},
	 * {@code compiling}, {@code assessments}, {@code decide}, {@code start}, {@code import}, {@code recalculation}, {@code projection},
	 * {@code cross-check}, {@code pages}, {@code publish}, {@code before:} with another checkout as
	 * {@link BeforeAndAfter} says; none means all but that
	 * @throws Exception if one cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> chosen = List.of(arguments);
		List<Row> rows = new ArrayList<>();
		if (chosen.isEmpty() || chosen.contains("evaluation")) {
			rows.addAll(EvaluationBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("forty-rules")) {
			rows.addAll(FortyRulesBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("allocation")) {
			rows.addAll(AllocationBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("compiling")) {
			rows.addAll(CompilingBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("start")) {
			rows.addAll(StartBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("assessments")) {
			rows.addAll(AssessmentsBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("decide")) {
			rows.addAll(DecideBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("import")) {
			rows.addAll(ImportBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("recalculation")) {
			rows.addAll(RecalculationBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("projection")) {
			rows.addAll(ProjectionBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("cross-check")) {
			rows.addAll(CrossCheckBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("pages")) {
			rows.addAll(PagesBenchmark.run());
		}
		if (chosen.isEmpty() || chosen.contains("publish")) {
			rows.addAll(PublishBenchmark.run());
		}
		for (String one : chosen) {
			if (one.startsWith(BeforeAndAfter.ARGUMENT)) {
				rows.addAll(BeforeAndAfter.run(one));
			}
		}
		Files.createDirectories(RESULTS.getParent());
		JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		mapper.writeValue(RESULTS.toFile(), rows);
		rows.forEach((row) -> System.out.printf("%-70s %12s %-24s floor %12s ratio %8s%n", row.name(), row.value(),
				row.unit(), row.floor(), row.ratio()));
		System.exit(0);
	}

}
