package org.huiling.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.type.Trait;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which fact files are in force when the service has started. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class DictionaryInForceIntegrationTests {

	private static final String PARTY = "name: {zh: 党员, en: Party members}\nfacts:\n  partySince: {type: date, zh: 入党时间, en: Joined the party}\n";

	@Autowired
	KeptFactFiles kept;

	@Autowired
	JdbcClient jdbc;

	/** As an installation that has no dictionary yet. */
	@BeforeEach
	void forget() {
		this.jdbc
			.sql("alter table dictionary_file disable trigger user; alter table dictionary_revision disable trigger user;"
					+ " delete from dictionary_file; delete from dictionary_revision;"
					+ " alter table dictionary_file enable trigger user; alter table dictionary_revision enable trigger user")
			.update();
	}

	@TempDir
	private Path rules;

	private void copy() throws IOException {
		Path facts = Files.createDirectory(this.rules.resolve("facts"));
		for (var file : FactFiles.read(Path.of("rules/facts")).files().entrySet()) {
			Files.write(facts.resolve(file.getKey()), file.getValue());
		}
	}

	private FactFiles withParty() throws IOException {
		return FactFiles.read(Path.of("rules/facts")).with("party.yaml", PARTY.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void beginsWithThatOfTheRulesDirectory() throws IOException {
		copy();
		Files.writeString(this.rules.resolve("facts/party.yaml"), PARTY);
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(Objects.requireNonNull(dictionary.current().fact("partySince")).is(Trait.CORE)).isFalse();
		assertThat(dictionary.current().fileOf("partySince")).isEqualTo("party");
		assertThat(dictionary.current().revision()).isEqualTo(1);
		assertThat(dictionary.current().digest()).isEqualTo(withParty().dictionary().digest());
	}

	@Test
	void beginsWithTheShippedOneWhereThereAreNoFiles() throws IOException {
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).isEmpty();
		assertThat(dictionary.current().digest())
			.isEqualTo(FactFiles.read(Path.of("rules/facts")).dictionary().digest());
	}

	@Test
	void staysAsItIsWhateverTheDirectoryHasLater() throws IOException {
		copy();
		Path party = Files.writeString(this.rules.resolve("facts/party.yaml"), PARTY);
		String digest = new DictionaryInForce(this.rules, this.kept).current().digest();
		Files.writeString(party, "facts: [");
		DictionaryInForce later = new DictionaryInForce(this.rules, this.kept);
		assertThat(later.current().digest()).isEqualTo(digest);
		assertThat(later.current().fact("partySince")).isNotNull();
	}

	@Test
	void isTheShippedOneWhileNoneWasEverRight() throws IOException {
		copy();
		Files.writeString(this.rules.resolve("facts/broken.yaml"),
				"name: {zh: 坏的, en: Broken}\nfacts: {sex: {type: date}}\n");
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		assertThat(dictionary.problems()).anySatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo("broken.yaml");
			assertThat(problem.line()).isEqualTo(2);
		});
		assertThat(dictionary.current().digest()).isEqualTo(FactFiles.shipped().dictionary().digest());
		assertThat(dictionary.current().revision()).isZero();
		assertThat(this.kept.last()).isEmpty();
	}

	/** Each is found again by its number, its digest and what was known when. */
	@Test
	void keepsEveryRevision() throws IOException {
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		String first = dictionary.current().digest();
		Instant before = Instant.now();
		String second = withParty().dictionary().digest();
		assertThat(dictionary.publish(withParty(), second, 1, null)).get()
			.extracting(DictionaryInForce.Published::revision)
			.isEqualTo(2);
		assertThat(dictionary.current().digest()).as("until it is taken in").isEqualTo(first);
		dictionary.refresh();
		assertThat(dictionary.current().digest()).isEqualTo(second);
		assertThat(dictionary.knownAt(before, 0).number()).isEqualTo(1);
		assertThat(dictionary.knownAt(Instant.MIN, 0).number()).isEqualTo(1);
		assertThat(dictionary.knownAt(before, 2).number()).as("checked with it").isEqualTo(2);
		assertThat(dictionary.knownAt(Instant.now().plusSeconds(60), 0).number()).isEqualTo(2);
		assertThat(dictionary.ofDigest(first).orElseThrow().dictionary().fact("partySince")).isNull();
		assertThat(dictionary.ofDigest(second).orElseThrow().dictionary().fact("partySince")).isNotNull();
		assertThat(dictionary.ofDigest("none")).isEmpty();
		assertThat(dictionary.changesAfter(before)).isAfter(before).isBefore(Instant.MAX);
		assertThat(dictionary.changesAfter(Instant.now().plusSeconds(60))).isEqualTo(Instant.MAX);
	}

	@Test
	void isNotPutInForceOverAnotherThatCameBetween() throws IOException {
		DictionaryInForce dictionary = new DictionaryInForce(this.rules, this.kept);
		String digest = withParty().dictionary().digest();
		assertThat(dictionary.publish(withParty(), digest, 1, null)).isPresent();
		assertThat(dictionary.publish(withParty(), digest, 1, null)).isEmpty();
		assertThat(this.kept.all()).hasSize(2);
	}

	@Test
	void aRevisionIsNeverChanged() {
		new DictionaryInForce(this.rules, this.kept);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update dictionary_file set content = 'x'").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from dictionary_revision").update());
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
