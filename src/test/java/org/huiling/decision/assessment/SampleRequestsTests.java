package org.huiling.decision.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.input.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SampleRequestsTests {

	private static final Path DIRECTORY = Path.of("test-data", "requests");

	private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9-]+\\.json)` \\|");

	@ParameterizedTest
	@MethodSource("files")
	void isARequestWithoutErrors(Path file) {
		assertThatNoException().isThrownBy(() -> AssessmentBodyReader.read(StrictJson.read(Files.readAllBytes(file)),
				TestFacts.on(LocalDate.of(2025, 1, 1))));
	}

	@Test
	void theReadmeSaysWhatEachShows() throws IOException {
		String readme = Files.readString(DIRECTORY.resolveSibling("README.md"));
		List<String> listed = LISTED.matcher(readme).results().map((MatchResult row) -> row.group(1)).toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(
				files().stream().map((file) -> file.getFileName().toString()).toList());
	}

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.toList();
		}
	}

}
