package org.huiling.web.casework.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms ask for the shipped facts in the order of a conversation. */
class AskedFieldsTests {

	private final AskedFields asked;

	private final List<Field> fields;

	AskedFieldsTests() throws IOException {
		this.asked = new AskedFields(new DictionaryInForce(FactFiles.read(Path.of("rules/facts")).dictionary()));
		this.fields = this.asked.all(Subject.PERSON);
	}

	@Test
	void anOrganisationIsAskedWhatIsDeclaredOfOrganisations() {
		assertThat(this.asked.all(Subject.ORGANISATION)).extracting(Field::path)
			.startsWith("region", "organisationKind", "privatelyRun", "homeRating", "residents.able")
			.endsWith("floorArea", "openDays", "closed")
			.doesNotContain("opened", "creditCode", "sex");
	}

	@Test
	void whatDecidesMostIsAskedFirst() {
		assertThat(this.fields).extracting(Field::path)
			.containsExactly("hukou.region", "hukou.type", "hukou.since", "residence.region", "residence.since", "sex",
					"statuses", "household.dibao.type", "household.dibao.since", "household.dibao.to",
					"household.dibao.monthlyAmount", "household.size", "household.monthlyIncome",
					"household.livingAlone", "pension.monthlyAmount", "disability.grade", "disability.category",
					"careLevel", "insurance.scheme", "insurance.year", "insurance.contributionPaid",
					"lifeCheck.lastPassed", "deathDate", "villageDoctor.years");
	}

	@Test
	void whatDependsOnSomethingIsAskedAfterIt() {
		Map<String, String> after = this.fields.stream()
			.filter((field) -> field.after() != null)
			.collect(Collectors.toMap(Field::path, (field) -> Objects.requireNonNull(field.after())));
		assertThat(after).containsOnly(Map.entry("hukou.since", "hukou.region"),
				Map.entry("residence.since", "residence.region"),
				Map.entry("household.dibao.since", "household.dibao.type"),
				Map.entry("household.dibao.to", "household.dibao.type"),
				Map.entry("household.dibao.monthlyAmount", "household.dibao.type"));
	}

	@Test
	void aGradeIsChosenAndANumberTyped() {
		Map<String, Field> byPath = this.fields.stream().collect(Collectors.toMap(Field::path, (field) -> field));
		assertThat(byPath.get("careLevel").options()).containsExactly("0", "1", "2", "3", "4");
		assertThat(byPath.get("statuses").options()).hasSize(5).startsWith("TEKUN");
		assertThat(byPath.get("household.size").kind()).isEqualTo(Field.Kind.NUMBER);
		assertThat(byPath.get("household.livingAlone").kind()).isEqualTo(Field.Kind.YES_NO);
	}

}
