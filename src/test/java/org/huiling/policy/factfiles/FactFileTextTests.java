package org.huiling.policy.factfiles;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.type.FactType;
import org.huiling.policy.factfiles.FactFileText.Section;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Declarations that a form adds to a file that people write too. */
class FactFileTextTests {

	private static final String DECLARED = "a: {type: boolean, zh: \"甲\", en: \"A\"}";

	private static String with(String text) {
		return new FactFileText(text).with(Section.FACTS, DECLARED).text();
	}

	@Test
	void beginsTheSectionWhereThereIsNone() {
		assertThat(with("name: {zh: 试, en: Try}\n")).isEqualTo("name: {zh: 试, en: Try}\nfacts:\n  " + DECLARED + "\n");
		assertThat(with("name: {zh: 试, en: Try}\nfacts: {}\nderived:\n  b: {}\n"))
			.isEqualTo("name: {zh: 试, en: Try}\nfacts:\n  " + DECLARED + "\nderived:\n  b: {}\n");
	}

	@Test
	void standsBehindTheLastEntryAsFarIn() {
		assertThat(with("facts:\n    b:\n        zh: 乙\n        # about b\n\n# about c\nderived:\n  c: {}\n"))
			.isEqualTo("facts:\n    b:\n        zh: 乙\n    " + DECLARED
					+ "\n        # about b\n\n# about c\nderived:\n  c: {}\n");
		assertThat(with("facts:\n  b: {zh: 乙}")).isEqualTo("facts:\n  b: {zh: 乙}\n  " + DECLARED + "\n");
	}

	@Test
	void isRefusedWhereTheSectionIsWrittenInBrackets() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> with("facts: {b: {zh: 乙}}\n"));
	}

	/** Every kind of fact that a form declares is a fact file without an error. */
	@Test
	void whatAFormDeclaresIsAFactFile() {
		for (FactType type : FactType.values()) {
			NewFact fact = new NewFact("petThing", "宠物“甲”: #{", "Pet: \"A\", {#", type,
					List.of("CAT 猫 Cat", "DOG 狗 Dog, big"), "0", "99", null, true, true, true,
					"household.dibao.type != DibaoType.NONE", type == FactType.TEXT, "说明", "Help");
			String line = fact.yaml(900);
			String text = new FactFileText("name: {zh: 试例, en: Example}\nfacts: {}\n").with(Section.FACTS, line).text();
			assertThat(FactFiles.shipped().with("pets.yaml", text.getBytes(StandardCharsets.UTF_8)).problems()).as(line)
				.isEmpty();
		}
	}

}
