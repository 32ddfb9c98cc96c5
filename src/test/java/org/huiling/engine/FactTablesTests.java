package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code rules/README.md} says of recorded facts and codes is what
 * {@code rules/facts} declares; {@code -Dhuiling.test.record=true} writes it anew.
 */
class FactTablesTests {

	private static final Path README = Path.of("rules/README.md");

	private final FactTables tables;

	FactTablesTests() throws IOException {
		this.tables = new FactTables(FactFiles.read(Path.of("rules/facts")).dictionary());
	}

	@Test
	void recordedFactsStandThereAsTheyAreDeclared() throws IOException {
		holds("facts", this.tables.facts());
	}

	@Test
	void factsOfOrganisationsStandThereAsTheyAreDeclared() throws IOException {
		Dictionary organisations = FactFiles.read(Path.of("rules/facts")).dictionary().of(Subject.ORGANISATION);
		holds("organisations", new FactTables(Objects.requireNonNull(organisations)).facts());
	}

	@Test
	void codesStandThereAsTheyAreDeclared() throws IOException {
		holds("codes", this.tables.codes());
	}

	private static void holds(String name, String table) throws IOException {
		String readme = Files.readString(README);
		String begin = "<!-- rules/facts: " + name + " -->\n";
		String end = "\n<!-- /" + name + " -->";
		assertThat(readme).containsOnlyOnce(begin).containsOnlyOnce(end);
		int from = readme.indexOf(begin) + begin.length();
		int to = readme.indexOf(end);
		if (Boolean.getBoolean("huiling.test.record")) {
			Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
			return;
		}
		assertThat(readme.substring(from, to)).as("-Dhuiling.test.record=true writes it").isEqualTo(table);
	}

}
