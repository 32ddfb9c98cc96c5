package org.huiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.problem.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The message of an exception quotes values, and a value may be a person's. */
class LogsWithoutWordsTests {

	/** An exception, or what it says, handed to a log that is read. */
	private static final Pattern WORDS = Pattern.compile(
			"(?i)logger\\.(warn|error|info)\\((?:[^;]*,\\s*(ex|error|thrown)\\)|[^;]*\\.getMessage\\(\\)[^;]*\\));");

	@ParameterizedTest
	@ValueSource(strings = { "agenda", "applicant", "crosscheck", "decision", "payment", "projection", "publiclist",
			"recalculation/run", "recalculation/finding", "task" })
	void noLogOfWhatHandlesPeopleSaysWhatAnExceptionSays(String module) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/huiling", module.split("/")))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(sources).isNotEmpty()
				.allSatisfy((file) -> assertThat(WORDS.matcher(Files.readString(file)).find())
					.as("%s hands an exception to a log", file)
					.isFalse());
		}
	}

	@Test
	void aTraceSaysWhereAndOfWhichKind() {
		RuntimeException thrown = new IllegalStateException("Key (resident_id)=(379901193302158016) exists",
				new IllegalArgumentException("王秀英"));
		assertThat(Incident.trace(thrown))
			.contains(IllegalStateException.class.getName(), "caused by " + IllegalArgumentException.class.getName(),
					"LogsWithoutWordsTests")
			.doesNotContain("379901193302158016", "王秀英");
	}

}
