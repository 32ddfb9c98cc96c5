package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.TestDirectory;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** The shipped dictionary with one more fact file. */
final class MoreFacts {

	private final FactFiles files;

	private @Nullable Dictionary dictionary;

	private MoreFacts(FactFiles files) {
		this.files = files;
	}

	/** Read from that text; its problems are not looked at. */
	static MoreFacts of(String text) {
		try {
			Path directory = TestDirectory.of("huiling-facts");
			try (Stream<Path> shipped = Files.list(Path.of("rules/facts"))) {
				for (Path file : (Iterable<Path>) shipped::iterator) {
					Files.copy(file, directory.resolve(file.getFileName()));
				}
			}
			Files.writeString(directory.resolve("example.yaml"), text);
			return new MoreFacts(FactFiles.read(directory));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	FactFiles files() {
		return this.files;
	}

	Dictionary dictionary() {
		Dictionary read = this.dictionary;
		if (read == null) {
			read = Objects.requireNonNull(this.files.dictionary(), () -> this.files.problems().toString());
			this.dictionary = read;
		}
		return read;
	}

	PolicyCompiler compiler() {
		FactReading reading = new FactReading(dictionary());
		return new PolicyCompiler(() -> reading);
	}

	/** Somebody born in 1930 of whom these are recorded. */
	FactRecord person(Map<String, Object> facts) {
		FactRecord.Builder record = dictionary().shape().record().put("birthDate", LocalDate.of(1930, 1, 1));
		facts.forEach(record::put);
		return record.build();
	}

	/** An item of one of the lists. */
	FactRecord item(String list, Map<String, Object> fields) {
		FactRecord.Builder record = Objects.requireNonNull(dictionary().shape().items(list)).record();
		fields.forEach(record::put);
		return record.build();
	}

}
