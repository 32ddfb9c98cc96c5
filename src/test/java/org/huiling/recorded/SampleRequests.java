package org.huiling.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.facts.Subject;
import org.huiling.input.StrictJson;

/** The bodies of {@code test-data/requests}. */
public final class SampleRequests {

	private static final Path DIRECTORY = Path.of("test-data", "requests");

	private SampleRequests() {
	}

	/**
	 * The bodies about one subject.
	 * @param subject whom they are about
	 * @return their files by name
	 * @throws IOException if they cannot be read
	 */
	public static List<Path> of(Subject subject) throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.sorted().filter((file) -> subject(file) == subject).toList();
		}
	}

	private static Subject subject(Path file) {
		try {
			String word = StrictJson.read(Files.readAllBytes(file))
				.at("/applicant/" + Subject.FIELD)
				.asString(Subject.PERSON.word());
			return Objects.requireNonNull(Subject.of(word), file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
