package org.huiling.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

/**
 * The same people, programs and versions assessed by this code and by an older commit's,
 * a process each in turn, so that both meet the same machine. Of another checkout only
 * its compiled classes are needed: <pre>
 * git worktree add --detach ../before 7cacb9b
 * (cd ../before &amp;&amp; mvn -q test-compile)
 * mvn -Pbench verify -Dhuiling.bench=before:../before
 * </pre> {@code -Dhuiling.bench=before:../before:9:rulings,month} takes nine turns of two
 * rows. Figures are CPU time of the measuring thread, for {@code check} of the whole
 * process; what the table tells is the median of the turns.
 */
final class BeforeAndAfter {

	/** What Benchmarks is told. */
	static final String ARGUMENT = "before:";

	private static final int TURNS = 5;

	private static final int ROUNDS = 60;

	private static final String CHECK = "check";

	private static final Path DRIVER = Path.of("src/bench/java/org/huiling/engine/EvaluationCost.java");

	private static final Path CHECKED = Path.of("rules/model-district/medical-reimbursement/2013-01-01");

	private final Path checkout;

	private final Path driver;

	private final Map<String, List<double[]>> figures = new LinkedHashMap<>();

	private BeforeAndAfter(Path checkout, String name) throws IOException {
		this.checkout = checkout.toAbsolutePath().normalize();
		this.driver = Files.createDirectories(Path.of("target/bench/driver-" + name)).toAbsolutePath();
		int wrong = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-nowarn", "-proc:none", "-cp", classes(), "-d", this.driver.toString(),
					DRIVER.toAbsolutePath().toString());
		if (wrong != 0) {
			throw new IOException(DRIVER + " does not compile in " + this.checkout);
		}
	}

	/**
	 * Measures.
	 * @param argument after {@code before:} the other checkout; after a colon the number
	 * of turns; after another the rows, of EvaluationCost's and {@code check}
	 * @return each row of now with that of before as its floor
	 */
	static List<Row> run(String argument) throws IOException, InterruptedException {
		String[] parts = argument.substring(ARGUMENT.length()).split(":");
		int turns = (parts.length > 1) ? Integer.parseInt(parts[1]) : TURNS;
		List<String> names = (parts.length > 2) ? List.of(parts[2].split(",")) : List.of();
		BeforeAndAfter before = new BeforeAndAfter(Path.of(parts[0]), "before");
		BeforeAndAfter now = new BeforeAndAfter(Path.of(""), "now");
		for (int turn = 0; turn < turns; turn++) {
			before.measure(names);
			now.measure(names);
		}
		List<Row> rows = new ArrayList<>();
		now.figures.forEach((name, ofNow) -> {
			List<double[]> ofBefore = before.figures.get(name);
			if (ofNow.get(0)[Column.RESULTS.ordinal()] != ofBefore.get(0)[Column.RESULTS.ordinal()]) {
				throw new IllegalStateException(name + ": the two do not do the same");
			}
			boolean check = CHECK.equals(name);
			rows.add(row(name, "median", check ? "s of CPU" : "µs of CPU", ofNow, ofBefore, Column.MEDIAN));
			if (!check) {
				rows.add(row(name, "least", "µs of CPU", ofNow, ofBefore, Column.LEAST));
				rows.add(row(name, "garbage", "bytes", ofNow, ofBefore, Column.BYTES));
			}
		});
		return rows;
	}

	/** What a line tells after its name, in this order. */
	private enum Column {

		MEDIAN, LEAST, BYTES, RESULTS

	}

	private static Row row(String name, String what, String unit, List<double[]> now, List<double[]> before,
			Column column) {
		return Row.of(name + ", " + what + ", against before", middle(now, column), unit, middle(before, column));
	}

	private static double middle(List<double[]> turns, Column column) {
		return turns.stream()
			.mapToDouble((turn) -> turn[column.ordinal()])
			.sorted()
			.skip(turns.size() / 2)
			.findFirst()
			.orElseThrow();
	}

	private void measure(List<String> names) throws IOException, InterruptedException {
		List<String> evaluations = names.stream().filter((name) -> !CHECK.equals(name)).toList();
		if (names.isEmpty() || !evaluations.isEmpty()) {
			List<String> arguments = new ArrayList<>(List.of("org.huiling.engine.EvaluationCost", "" + ROUNDS));
			arguments.addAll(evaluations);
			start(arguments);
		}
		if (names.isEmpty() || names.contains(CHECK)) {
			start(List.of("org.huiling.engine.EvaluationCost", CHECK, CHECKED.toString()));
		}
	}

	private void start(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(StartBenchmark.java(), "-XX:+UseSerialGC", "-Xmx1g", "-cp",
				this.driver + File.pathSeparator + classes()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).directory(this.checkout.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(this.checkout + ": " + output);
		}
		output.lines().filter((line) -> line.startsWith("COST ")).map((line) -> line.split(" ")).forEach((words) -> {
			System.out.println(this.checkout + " " + String.join(" ", words));
			this.figures.computeIfAbsent(words[1], (key) -> new ArrayList<>())
				.add(Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray());
		});
	}

	/** Its own classes before the libraries of this checkout, which both share. */
	private String classes() {
		String own = this.checkout.resolve("target/test-classes") + File.pathSeparator
				+ this.checkout.resolve("target/classes");
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((path) -> !path.endsWith("classes") && !path.endsWith("classes/"))
			.collect(Collectors.joining(File.pathSeparator, own + File.pathSeparator, ""));
	}

}
