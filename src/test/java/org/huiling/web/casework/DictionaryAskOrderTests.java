package org.huiling.web.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.engine.FactFiles;
import org.huiling.facts.dictionary.Asking;
import org.huiling.facts.dictionary.Dictionary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The declarations ask in the order in which forms ask, and after the same facts. */
class DictionaryAskOrderTests {

	@Test
	void asksInTheOrderOfForms() throws IOException {
		Dictionary dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
		Map<Integer, String> asked = new TreeMap<>(Comparator.naturalOrder());
		Map<String, String> after = new HashMap<>();
		dictionary.facts().forEach((fact) -> put(fact.path(), fact.asking(), asked, after));
		dictionary.lists().forEach((list) -> put(list.path(), list.asking(), asked, after));
		List<String> forms = Fields.ALL.stream().map(Field::path).toList();
		assertThat(asked.values()).startsWith("birthDate").endsWith("applications");
		assertThat(asked.values().stream().filter((path) -> !List.of("birthDate", "applications").contains(path)))
			.containsExactlyElementsOf(forms);
		Map<String, String> waiting = new HashMap<>();
		Fields.ALL.stream()
			.filter((field) -> field.after() != null)
			.forEach((field) -> waiting.put(field.path(), Objects.requireNonNull(field.after())));
		assertThat(after).hasSize(5).isEqualTo(waiting);
	}

	private static void put(String path, Asking asking, Map<Integer, String> asked, Map<String, String> after) {
		if (asking.place() != null) {
			assertThat(asked.put(asking.place(), path)).as(path).isNull();
		}
		if (asking.after() != null) {
			after.put(path, asking.after());
		}
	}

}
