package org.huiling.engine.dictionary;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huiling.engine.source.Place;
import org.huiling.engine.source.YamlMapping;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactType;
import org.huiling.facts.expression.ValueType;

/**
 * What Java knows of a person by name. {@code core.yaml} gives it words, columns and
 * bounds, and can neither leave it out nor make something else of it.
 */
final class Core {

	/** The name of its file. */
	static final String FILE = "core";

	private static final Map<String, FactType> FACTS = new TreeMap<>(Map.ofEntries(
			Map.entry("residentId", FactType.TEXT), Map.entry("name", FactType.TEXT),
			Map.entry("birthDate", FactType.DATE), Map.entry("sex", FactType.CODE),
			Map.entry("deathDate", FactType.DATE), Map.entry("choices[].program", FactType.TEXT),
			Map.entry("choices[].from", FactType.DATE), Map.entry("lifeCheck.lastPassed", FactType.DATE),
			Map.entry("payee.kind", FactType.TEXT), Map.entry("payee.bank", FactType.TEXT),
			Map.entry("payee.account", FactType.TEXT), Map.entry("payee.name", FactType.TEXT),
			Map.entry("applications[].program", FactType.TEXT), Map.entry("applications[].date", FactType.DATE)));

	/** What Java works out, with its type. */
	static final Map<String, ValueType> WORDS = Map.of("ageOnLastDay", ValueType.whole("years"), "ageBeforePeriod",
			ValueType.whole("years"), "ageOnClaimDate", ValueType.whole("years"), "alive", ValueType.TRUTH, "firstDay",
			ValueType.DATE, "year", ValueType.whole("year"));

	/** Names at the top that no other file may declare. */
	static final Set<String> NAMES = names();

	private Core() {
	}

	private static Set<String> names() {
		Set<String> names = FACTS.keySet()
			.stream()
			.map((path) -> path.split("[.\\[]", -1)[0])
			.collect(Collectors.toSet());
		names.addAll(WORDS.keySet());
		return Set.copyOf(names);
	}

	/** Holds what {@code core.yaml} declares against what Java knows. */
	static void judge(YamlMapping yaml, Declarations declared) {
		FACTS.forEach((path, type) -> {
			Entry entry = declared.entries().get(path);
			if (!(entry instanceof Fact fact) || fact.type() != type) {
				Place place = declared.places().getOrDefault(path, yaml.place("facts"));
				declared.problems()
					.error(place, "FACT_TYPE", path + " 应为 " + type.word() + "，由系统规定",
							path + " must be of type " + type.word() + ", as the system has it");
			}
		});
		declared.entries().forEach((path, entry) -> {
			if (entry instanceof Fact && FILE.equals(declared.fileOf().get(path)) && !FACTS.containsKey(path)) {
				Place place = declared.places().getOrDefault(path, yaml.place("facts"));
				declared.problems()
					.error(place, "FACT_NAME", path + " 不是系统自己的事实，写到别的文件里",
							path + " is no fact of the system: declare it in another file");
			}
		});
		WORDS.keySet()
			.stream()
			.filter((word) -> !declared.definitions().containsKey(word))
			.sorted()
			.forEach((word) -> declared.problems()
				.error(yaml.place("derived"), "MISSING_KEY", "缺少 " + word, word + " is missing"));
	}

}
