package org.huiling.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.engine.FactFiles;
import org.huiling.facts.dictionary.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fact files are in force when the service has started. */
@HuilingTest
class DictionaryInForceIntegrationTests {

	private static final String PARTY = "name: {zh: 党员, en: Party members}\nfacts:\n  partySince: {type: date, zh: 入党时间, en: Joined the party}\n";

	@Autowired
	KeptFactFiles kept;

	@Autowired
	JdbcClient jdbc;

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
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(Objects.requireNonNull(dictionary.current().fact("partySince")).is(Trait.CORE)).isFalse();
		assertThat(dictionary.current().fileOf("partySince")).isEqualTo("party");
		assertThat(dictionary.current().digest())
			.isNotEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

	@Test
	void areTheShippedOnesWhereThereAreNone() throws IOException {
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(dictionary.current().digest())
			.isEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

	@Test
	void areTheLastOnesThatWereRightWhileThoseOfTheDirectoryAreWrong() throws IOException {
		copy();
		Path party = Files.writeString(this.rules.resolve("facts/party.yaml"), PARTY);
		DictionaryInForce before = new DictionaryInForce(this.rules, this.kept);
		Files.writeString(this.rules.resolve("facts/broken.yaml"),
				"name: {zh: 坏的, en: Broken}\nfacts: {sex: {type: date}}\n");
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).anySatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo("broken.yaml");
			assertThat(problem.line()).isEqualTo(2);
		});
		assertThat(dictionary.current().fact("partySince")).as("a fact of a file that is right").isNotNull();
		assertThat(dictionary.current().digest()).isEqualTo(before.current().digest());
		assertThat(dictionary.current().revision()).isEqualTo(before.current().revision()).isPositive();
		Files.writeString(party, "facts: [");
		assertThat(new DictionaryInForce(this.rules, this.kept).current().digest())
			.isEqualTo(before.current().digest());
	}

	@Test
	void areTheShippedOnesWhileNoneWereEverRight() throws IOException {
		this.jdbc.sql("truncate dictionary_revision, dictionary_file").update();
		copy();
		Files.writeString(this.rules.resolve("facts/party.yaml"), "facts: [");
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).isNotEmpty();
		assertThat(dictionary.current().digest()).isEqualTo(FactFiles.shipped().dictionary().digest());
		assertThat(this.kept.latest()).isNull();
	}

	@Test
	void areKeptAsTheNextRevisionOnlyWhereTheyDiffer() throws IOException {
		copy();
		int first = new DictionaryInForce(this.rules, this.kept).current().revision();
		assertThat(new DictionaryInForce(this.rules, this.kept).current().revision()).isEqualTo(first);
		Files.writeString(this.rules.resolve("facts/party.yaml"), PARTY);
		assertThat(new DictionaryInForce(this.rules, this.kept).current().revision()).isEqualTo(first + 1);
	}

	/** Such as a file far too large to be one of facts. */
	@Test
	void whatCannotBeReadAtAllStopsNoService() throws IOException {
		copy();
		Files.write(this.rules.resolve("facts/huge.yaml"), new byte[(1 << 20) + 1]);
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.message().en()).contains("huge.yaml"));
	}

}
