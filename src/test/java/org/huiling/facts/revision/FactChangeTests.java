package org.huiling.facts.revision;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a change of a fact file does to those who use its facts. */
class FactChangeTests {

	private static final String PETS = """
			name: {zh: 宠物, en: Pets}
			facts:
			  petCount: {type: integer, min: 0, max: 9, names: {0: {zh: 没有, en: None}, 1: {zh: 一只, en: One}}, zh: 宠物数, en: Number of pets}
			  petSince: {type: date, notAfter: 2030-12-31, zh: 养宠时间, en: Pet since}
			  petKind: {type: code, codeType: PetKind, codes: {CAT: {zh: 猫, en: Cat}, DOG: {zh: 狗, en: Dog}}, zh: 宠物种类, en: Kind of pet}
			  pets:
			    type: list
			    key: [id]
			    zh: 宠物名册
			    en: Pets
			    fields:
			      id: {type: text, max: 8, required: true, zh: 宠物号, en: Pet number}
			      age: {type: integer, zh: 宠物年龄, en: Pet age}
			derived:
			  hasPets: {is: "petCount >= 1", zh: 有宠物, en: Has pets}
			refuse:
			  - {when: "petCount > 3 and petKind == PetKind.DOG", field: petCount, zh: 狗太多, en: Too many dogs}
			""";

	private static List<FactChange> changed(String from, String to) {
		assertThat(PETS).contains(from);
		return FactChange.between(dictionary(PETS), dictionary(PETS.replace(from, to)));
	}

	private static Dictionary dictionary(String text) {
		return FactFiles.shipped().with("pets.yaml", text.getBytes(StandardCharsets.UTF_8)).dictionary();
	}

	private static FactChange change(String path, Aspect aspect, RevisionEffect effect) {
		return new FactChange(path, aspect, effect);
	}

	@Test
	void nothingChangesWhereNothingIsSaidOtherwise() {
		assertThat(changed("name: {zh: 宠物, en: Pets}", "name: {zh: 动物, en: Animals}")).isEmpty();
	}

	@Test
	void whatIsNewOrWiderDoesNoHarm() {
		assertThat(changed("max: 9", "max: 99"))
			.containsExactly(change("petCount", Aspect.RANGE, RevisionEffect.HARMLESS));
		assertThat(changed("2030-12-31", "2031-12-31"))
			.containsExactly(change("petSince", Aspect.RANGE, RevisionEffect.HARMLESS));
		assertThat(changed("CAT: {", "BIRD: {zh: 鸟, en: Bird}, CAT: {"))
			.containsExactly(change("petKind", Aspect.CODES, RevisionEffect.HARMLESS));
		assertThat(changed("CAT: {zh: 猫, en: Cat}", "CAT: {zh: 猫, en: Cat, withdrawn: true}"))
			.containsExactly(change("petKind", Aspect.CODES, RevisionEffect.HARMLESS));
		assertThat(changed("      age:",
				"      name: {type: text, max: 9, sealed: true, zh: 宠物名, en: Pet name}\n      age:"))
			.contains(change("pets[].name", Aspect.ENTRY, RevisionEffect.NEW));
	}

	@Test
	void whatIsNarrowerRetypedOrGoneIsBreaking() {
		assertThat(changed("max: 9", "max: 3"))
			.containsExactly(change("petCount", Aspect.RANGE, RevisionEffect.BREAKING));
		assertThat(changed("2030-12-31", "2029-12-31"))
			.containsExactly(change("petSince", Aspect.RANGE, RevisionEffect.BREAKING));
		assertThat(changed("type: date, notAfter: 2030-12-31", "type: boolean"))
			.contains(change("petSince", Aspect.TYPE, RevisionEffect.BREAKING));
		assertThat(changed("petSince:", "petFrom:")).contains(change("petSince", Aspect.ENTRY, RevisionEffect.BREAKING),
				change("petFrom", Aspect.ENTRY, RevisionEffect.NEW));
	}

	/** A day after today was never true: what is on file of it is unknown, and told. */
	@Test
	void thatADayIsPastMeansSomethingElseAndBreaksNothing() {
		assertThat(changed("notAfter: 2030-12-31", "notAfter: today"))
			.containsExactly(change("petSince", Aspect.RANGE, RevisionEffect.MEANING));
		assertThat(changed("notAfter: 2030-12-31", "notAfter: [{day: today}, {day: 2029-12-31}]"))
			.containsExactly(change("petSince", Aspect.RANGE, RevisionEffect.BREAKING));
		assertThat(changed("petSince: {type: date, notAfter: 2030-12-31,",
				"petSince: {type: date, notAfter: today, absent: none,"))
			.contains(change("petSince", Aspect.RANGE, RevisionEffect.BREAKING));
	}

	/** Items on file do not have it: the whole list would fit no more. */
	@Test
	void aNewFieldThatItemsMustHaveBreaksTheList() {
		assertThat(
				changed("      age:", "      kind: {type: text, max: 9, required: true, zh: 种, en: Kind}\n      age:"))
			.contains(change("pets", Aspect.REQUIRED, RevisionEffect.BREAKING));
	}

	/** {@code any(pets, petCount > 1)} would mean another number. */
	@Test
	void aNewFieldWithTheNameOfAFactOfThePersonBreaksTheList() {
		assertThat(changed("      age:", "      petCount: {type: integer, zh: 窝数, en: Litters}\n      age:"))
			.contains(change("pets", Aspect.SHADOWED, RevisionEffect.BREAKING));
	}

	@Test
	void aDefinitionThatIsChangedMeansSomethingElse() {
		assertThat(changed("petCount >= 1", "petCount >= 2"))
			.containsExactly(change("hasPets", Aspect.DEFINITION, RevisionEffect.MEANING));
		assertThat(changed("\"petCount >= 1\"", "\"petSince <= firstDay\""))
			.containsExactly(change("hasPets", Aspect.DEFINITION, RevisionEffect.MEANING));
	}

	/** Tables of people say the words. */
	@Test
	void wordsThatStandForAnotherValueAreBreaking() {
		assertThat(
				changed("CAT: {zh: 猫, en: Cat}, DOG: {zh: 狗, en: Dog}", "CAT: {zh: 狗, en: Cat}, DOG: {zh: 猫, en: Dog}"))
			.contains(change("petKind", Aspect.CODES, RevisionEffect.BREAKING));
		assertThat(
				changed("0: {zh: 没有, en: None}, 1: {zh: 一只, en: One}", "0: {zh: 一只, en: None}, 1: {zh: 没有, en: One}"))
			.contains(change("petCount", Aspect.CODES, RevisionEffect.BREAKING));
	}

	/** Whatever it names may have been recorded, whichever field it is told at. */
	@Test
	void whatIsRefusedFromNowOnBreaksEveryFactThatItNames() {
		String more = "refuse:\n  - {when: \"careLevel >= 2 and petCount > 5\", field: petCount, zh: 太多, en: Too many}\n";
		assertThat(changed("refuse:\n", more)).contains(change("careLevel", Aspect.REFUSAL, RevisionEffect.BREAKING),
				change("petCount", Aspect.REFUSAL, RevisionEffect.BREAKING));
		assertThat(changed("petCount > 3 and", "petCount > 4 and")).contains(
				change("petCount", Aspect.REFUSAL, RevisionEffect.BREAKING),
				change("petKind", Aspect.REFUSAL, RevisionEffect.MEANING));
	}

	@Test
	void whatIsRefusedOfANewFactTogetherWithOthersIsToldByNoRecord() {
		String fact = "  petName: {type: boolean, zh: 有名, en: Named}\n  petCount:";
		String text = PETS.replace("  petCount:", fact)
			.replace("refuse:\n",
					"refuse:\n  - {when: \"petName == true and petCount == 0\", field: petName, zh: 无宠, en: No pet}\n");
		assertThat(FactChange.between(dictionary(PETS), dictionary(text)))
			.containsExactly(change("petName", Aspect.ENTRY, RevisionEffect.NEW));
	}

}
