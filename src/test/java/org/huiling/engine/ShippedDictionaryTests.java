package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The fact files of {@code rules/facts} are a dictionary without a problem. */
class ShippedDictionaryTests {

	@Test
	void isReadWithoutAProblem() throws IOException {
		FactFiles files = FactFiles.read(Path.of("rules/facts"));
		assertThat(files.problems()).isEmpty();
		Dictionary dictionary = files.dictionary();
		assertThat(dictionary.facts()).hasSizeGreaterThan(20);
	}

}
