package org.huiling.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.huiling.engine.FactFiles;
import org.huiling.facts.dictionary.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fact files are in force when the service has started. */
class DictionaryInForceTests {

	@TempDir
	private Path rules;

	private void copy() throws IOException {
		Path facts = Files.createDirectory(this.rules.resolve("facts"));
		for (var file : FactFiles.read(Path.of("rules/facts")).files().entrySet()) {
			Files.write(facts.resolve(file.getKey()), file.getValue());
		}
	}

	@Test
	void areThoseOfTheRulesDirectory() throws IOException {
		copy();
		Files.writeString(this.rules.resolve("facts/party.yaml"),
				"""
						name: {zh: 党员, en: Party members}
						facts:
						  partySince: {type: date, notBefore: birthDate, notAfter: today, ask: 300, zh: 入党时间, en: Joined the party}
						""");
		DictionaryInForce dictionary = new DictionaryInForce(this.rules);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(Objects.requireNonNull(dictionary.current().fact("partySince")).is(Trait.CORE)).isFalse();
		assertThat(dictionary.current().fileOf("partySince")).isEqualTo("party");
		assertThat(dictionary.current().digest())
			.isNotEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

	@Test
	void areTheShippedOnesWhereThereAreNone() throws IOException {
		DictionaryInForce dictionary = new DictionaryInForce(this.rules);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(dictionary.current().digest())
			.isEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

	@Test
	void areTheShippedOnesWhileThoseOfTheDirectoryAreWrong() throws IOException {
		copy();
		Files.writeString(this.rules.resolve("facts/party.yaml"),
				"name: {zh: 党员, en: Party}\nfacts: {sex: {type: date}}\n");
		DictionaryInForce dictionary = new DictionaryInForce(this.rules);
		assertThat(dictionary.problems()).anySatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo("party.yaml");
			assertThat(problem.line()).isEqualTo(2);
		});
		assertThat(dictionary.current().digest())
			.isEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

}
