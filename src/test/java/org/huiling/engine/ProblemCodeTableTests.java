package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Policy staff look a code up in {@code rules/README.md}: every code stands there. */
class ProblemCodeTableTests {

	private static final Pattern TOLD = Pattern.compile(
			"\\b(?:error|warning|unknown|wrong|refuse|fault|problem|tell)\\(([^;]*?)\"([A-Z]{5,}|[A-Z]+(?:_[A-Z0-9]+)+)\"[,)]",
			Pattern.DOTALL);

	private static final Pattern IN_TABLE = Pattern.compile("`([A-Z][A-Z0-9_]{4,})`");

	private static Set<String> told() throws IOException {
		Set<String> codes = new TreeSet<>(Set.of("MISSING_EN", "MISSING_BASIS"));
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/huiling/engine"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				TOLD.matcher(Files.readString(file)).results().forEach((match) -> codes.add(match.group(2)));
			}
		}
		return codes;
	}

	private static String section() throws IOException {
		String readme = Files.readString(Path.of("rules/README.md"));
		return readme.substring(readme.indexOf("## 11 "));
	}

	@Test
	void everyCodeThatIsToldStandsInTheTable() throws IOException {
		Set<String> told = told();
		assertThat(told).hasSizeGreaterThan(60).contains("UNKNOWN_FIELD", "LINK_OUT", "FORMULA", "MISSING_KEY");
		assertThat(IN_TABLE.matcher(section()).results().map((match) -> match.group(1)).toList()).containsAll(told);
	}

	@Test
	void everyCodeOfTheTableIsToldSomewhere() throws IOException {
		String sources;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/huiling/engine"))) {
			sources = files.filter((path) -> path.toString().endsWith(".java"))
				.map(ProblemCodeTableTests::read)
				.collect(Collectors.joining());
		}
		String table = section().substring(section().indexOf("| 代码 |"));
		Set<String> codes = table.lines()
			.takeWhile((line) -> line.startsWith("|"))
			.map((line) -> line.split("\\|")[1])
			.flatMap((cell) -> IN_TABLE.matcher(cell).results().map((match) -> match.group(1)))
			.filter((code) -> !Set.of("MISSING_EN", "MISSING_BASIS").contains(code))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(codes).hasSizeGreaterThan(60).allSatisfy((code) -> assertThat(sources).contains('"' + code + '"'));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
