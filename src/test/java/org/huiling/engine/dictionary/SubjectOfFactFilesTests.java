package org.huiling.engine.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.revision.FactChange;
import org.huiling.facts.revision.RevisionEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fact file says whom its facts are about; each subject has a dictionary of its own.
 */
class SubjectOfFactFilesTests {

	private static final FactFiles SHIPPED = FactFiles.shipped();

	private static List<Problem> problems(String text) {
		return SHIPPED.with("example.yaml", bytes(text)).problems();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String file(String subject, String facts) {
		return "name: {zh: 例, en: Example}\n" + subject + "facts:\n" + facts + "\n";
	}

	@Test
	void factsOfOrganisationsStandApartFromThoseOfPeople() {
		Dictionary people = SHIPPED.dictionary();
		Dictionary organisations = Objects.requireNonNull(people.of(Subject.ORGANISATION));
		assertThat(people.entry("creditCode")).isNull();
		assertThat(people.derived("operating")).isNull();
		assertThat(organisations.entry("hukou")).isNull();
		assertThat(organisations.derived("alive")).isNull();
		assertThat(organisations.fact("residents.mild")).isNotNull();
		assertThat(organisations.shape().subject()).isEqualTo(Subject.ORGANISATION);
		assertThat(organisations.sealed()).containsExactlyInAnyOrder("name", "payee");
		assertThat(organisations.digest()).isEqualTo(people.digest());
		assertThat(people.as(7).of(Subject.ORGANISATION)).extracting(Dictionary::revision).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"firm | colour: {type: boolean, zh: 例子, en: Example} | WRONG_VALUE",
			"organisation | careLevel: {type: boolean, zh: 例子, en: Example} | FACT_TWICE",
			"organisation | CareLevel: {type: boolean, zh: 例子, en: Example} | FACT_NAME",
			"- | operating: {type: boolean, zh: 例子, en: Example} | FACT_TWICE",
			"organisation | opened: {type: date, zh: 例子, en: Example} | FACT_NAME",
			"organisation | last: {type: date, notBefore: birthDate, zh: 例子, en: Example} | UNKNOWN_FACT",
			"- | last: {type: date, notBefore: opened, zh: 例子, en: Example} | UNKNOWN_FACT",
			"organisation | sorts: {type: code, codeType: HukouType, codes: {A: {zh: 甲, en: A}}, zh: 例子, en: Example} | FACT_TWICE" })
	void whatIsWrongIsToldAtItsLine(String subject, String fact, String code) {
		String said = (subject != null) ? "subject: " + subject.strip() + "\n" : "";
		assertThat(problems(file(said, "  " + fact.strip()))).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo(code.strip());
			assertThat(one.file()).isEqualTo("example.yaml");
		});
	}

	/** Lists of codes are shared: what one says the other may use. */
	@Test
	void organisationsUseTheCodesOfPeople() {
		Dictionary read = SHIPPED
			.with("example.yaml",
					bytes(file("subject: organisation\n",
							"  mostly: {type: code, codeType: HukouType, zh: 例子, en: Example}")))
			.dictionary();
		assertThat(Objects.requireNonNull(read.of(Subject.ORGANISATION)).fact("mostly")).isNotNull();
	}

	@Test
	void factsOfOrganisationsNeedTheirCore() {
		Map<String, byte[]> files = new TreeMap<>(SHIPPED.files());
		files.remove("core-organisation.yaml");
		assertThat(new FactFiles(files).problems()).anySatisfy((one) -> {
			assertThat(one.file()).isEqualTo("care-homes.yaml");
			assertThat(one.message().en()).contains("core-organisation.yaml");
		});
		files.remove("care-homes.yaml");
		assertThat(new FactFiles(files).dictionary().of(Subject.ORGANISATION)).isNull();
	}

	@Test
	void whatIsDeclaredOfOrganisationsIsComparedAsWell() {
		Map<String, byte[]> files = new TreeMap<>(SHIPPED.files());
		files.remove("core-organisation.yaml");
		files.remove("care-homes.yaml");
		Dictionary before = new FactFiles(files).dictionary();
		Dictionary after = SHIPPED.dictionary();
		assertThat(FactChange.between(before, after)).isNotEmpty()
			.allMatch((one) -> one.effect() == RevisionEffect.NEW);
		assertThat(FactChange.between(after, before)).isNotEmpty()
			.allMatch((one) -> one.effect() == RevisionEffect.BREAKING);
		String home = new String(Objects.requireNonNull(SHIPPED.files().get("care-homes.yaml")),
				StandardCharsets.UTF_8);
		Dictionary narrower = SHIPPED
			.with("care-homes.yaml",
					bytes(home.replace("max: 5", "max: 4").replace("      5: {zh: 五级, en: Five stars}\n", "")))
			.dictionary();
		assertThat(FactChange.between(after, narrower)).anySatisfy((one) -> {
			assertThat(one.path()).isEqualTo("homeRating");
			assertThat(one.effect()).isEqualTo(RevisionEffect.BREAKING);
		});
	}

}
