package org.huiling.engine.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Units and table keys of parameters are those that declared facts have. Lists of codes
 * are shared by people and organisations, numbers are not.
 */
class DictionaryUnitsTests {

	static List<Dictionary> dictionaries() throws IOException {
		return FactFiles.read(Path.of("rules/facts")).dictionary().all();
	}

	private static Units shipped(Dictionary dictionary) {
		return Units.of(Objects.requireNonNull(FactFiles.shipped().dictionary().of(dictionary.subject())));
	}

	@ParameterizedTest
	@MethodSource("dictionaries")
	void everyUnitAndTableKeyComesFromAFact(Dictionary dictionary) throws IOException {
		Units shipped = shipped(dictionary);
		Set<String> units = new TreeSet<>();
		for (CodeType type : dictionary.codeTypes()) {
			units.add(type.unit());
			assertThat(Objects.requireNonNull(shipped.named(type.unit())).codes()).isEqualTo(type.names());
		}
		Set<String> coded = new TreeSet<>();
		shipped.names().forEach((name) -> {
			if (Objects.requireNonNull(shipped.named(name)).isCode()) {
				coded.add(name);
			}
		});
		assertThat(units).isEqualTo(coded);
		Set<String> keys = new TreeSet<>(List.of("upliftKind", "stackingKind"));
		for (Dictionary one : dictionaries()) {
			Predicate<Fact> known = (fact) -> fact.type() != FactType.INTEGER || one.subject() == dictionary.subject();
			facts(one).filter(known).forEach((fact) -> key(fact, shipped, keys));
		}
		Set<String> java = new TreeSet<>();
		shipped.keys().forEach(java::add);
		assertThat(keys).isEqualTo(java);
	}

	private static Stream<Fact> facts(Dictionary dictionary) {
		return Stream.concat(dictionary.facts().stream(),
				dictionary.lists().stream().flatMap((list) -> list.fields().stream()));
	}

	private static void key(Fact fact, Units shipped, Set<String> keys) {
		String key = fact.tableKey();
		if (fact.type() == FactType.CODES) {
			keys.add(Objects.requireNonNull(fact.codes()).unit());
		}
		if (key == null) {
			return;
		}
		keys.add(key);
		if (fact.type() == FactType.INTEGER) {
			assertThat(shipped.least(key)).isEqualTo(Objects.requireNonNull(fact.bounds().min()).intValue());
			assertThat(shipped.most(key)).isEqualTo(Objects.requireNonNull(fact.bounds().max()).intValue());
			assertThat(Objects.requireNonNull(shipped.named(Objects.requireNonNull(fact.unit()))).type())
				.isEqualTo("int");
		}
		else {
			assertThat(key).isEqualTo(Objects.requireNonNull(fact.codes()).unit());
		}
	}

}
