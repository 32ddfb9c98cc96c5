package org.huiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on edge cases is complete, and every test it names is there. */
class EdgeCaseTableTests {

	private static final int CASES = 76;

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*$");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

	private static String page() throws IOException {
		return Files.readString(Path.of("docs/edge-cases.md"));
	}

	@Test
	void everyCaseStandsThereOnceAndInOrder() throws IOException {
		List<Integer> numbers = ROW.matcher(page()).results().map((row) -> Integer.valueOf(row.group(1))).toList();
		assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
	}

	@Test
	void everyCaseIsShownOrSaysWhereItBelongs() throws IOException {
		assertThat(ROW.matcher(page()).results().map(MatchResult::group))
			.allSatisfy((row) -> assertThat(TEST.matcher(row).find() || row.contains("not here yet")).as(row).isTrue());
	}

	@Test
	void everyTestThatIsNamedIsThere() throws IOException {
		for (MatchResult test : TEST.matcher(page()).results().toList()) {
			assertThat(source(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
		}
	}

	private static String source(String test) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			List<Path> found = files.filter((file) -> file.endsWith(test + ".java")).toList();
			assertThat(found).as(test).hasSize(1);
			return Files.readString(found.get(0));
		}
	}

}
