package org.huiling.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days are those of China on every machine: between midnight there and midnight where the
 * machine is, a day asked of the machine is yesterday, and at the end of a month the
 * wrong month.
 */
class CivilTimeTests {

	@ParameterizedTest
	@ValueSource(strings = { "main", "test", "bench", "spark" })
	void nobodyAsksTheMachineWhichDayItIs(String sources) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", sources, "java"))) {
			List<String> asking = files.filter((file) -> file.toString().endsWith(".java"))
				.filter(CivilTimeTests::asksTheMachine)
				.map(Path::toString)
				.toList();
			assertThat(asking).isEmpty();
		}
	}

	private static boolean asksTheMachine(Path file) {
		try {
			return Files.readString(file)
				.replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "\"\"")
				.matches("(?s).*(\\b(LocalDate|LocalDateTime|YearMonth|Year|MonthDay|ZonedDateTime)\\.now\\(\\)"
						+ "|systemDefault(Zone)?\\(\\)).*");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
