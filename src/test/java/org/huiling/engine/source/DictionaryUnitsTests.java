package org.huiling.engine.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.FactFiles;
import org.huiling.facts.dictionary.CodeType;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Units and table keys of parameters are those that declared facts have. */
class DictionaryUnitsTests {

	private static final Units UNITS = Units.of(FactFiles.shipped().dictionary());

	@Test
	void everyUnitAndTableKeyComesFromAFact() throws IOException {
		Dictionary dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
		Set<String> units = new TreeSet<>();
		for (CodeType type : dictionary.codeTypes()) {
			units.add(type.unit());
			assertThat(Objects.requireNonNull(UNITS.named(type.unit())).codes()).isEqualTo(type.names());
		}
		Set<String> coded = new TreeSet<>();
		UNITS.names().forEach((name) -> {
			if (Objects.requireNonNull(UNITS.named(name)).isCode()) {
				coded.add(name);
			}
		});
		assertThat(units).isEqualTo(coded);
		Set<String> keys = new TreeSet<>(List.of("upliftKind", "stackingKind"));
		dictionary.facts().forEach((fact) -> key(fact, keys));
		dictionary.lists().forEach((list) -> list.fields().forEach((field) -> key(field, keys)));
		Set<String> java = new TreeSet<>();
		UNITS.keys().forEach(java::add);
		assertThat(keys).isEqualTo(java);
	}

	private static void key(Fact fact, Set<String> keys) {
		String key = fact.tableKey();
		if (fact.type() == FactType.CODES) {
			keys.add(Objects.requireNonNull(fact.codes()).unit());
		}
		if (key == null) {
			return;
		}
		keys.add(key);
		if (fact.type() == FactType.INTEGER) {
			assertThat(UNITS.least(key)).isEqualTo(Objects.requireNonNull(fact.bounds().min()).intValue());
			assertThat(UNITS.most(key)).isEqualTo(Objects.requireNonNull(fact.bounds().max()).intValue());
			assertThat(Objects.requireNonNull(UNITS.named(Objects.requireNonNull(fact.unit()))).type())
				.isEqualTo("int");
		}
		else {
			assertThat(key).isEqualTo(Objects.requireNonNull(fact.codes()).unit());
		}
	}

}
