package org.huiling.engine.dictionary;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * What Java knows of a person, or of an organisation, by name. {@code core.yaml} and
 * {@code core-organisation.yaml} give it words, columns and bounds, and can neither leave
 * it out nor make something else of it.
 */
enum Core {

	/** Of people. */
	PERSON("core", Map.ofEntries(Map.entry("residentId", FactType.TEXT), Map.entry("name", FactType.TEXT),
			Map.entry("birthDate", FactType.DATE), Map.entry("sex", FactType.CODE),
			Map.entry("deathDate", FactType.DATE), Map.entry("choices[].program", FactType.TEXT),
			Map.entry("choices[].from", FactType.DATE), Map.entry("lifeCheck.lastPassed", FactType.DATE),
			Map.entry("payee.kind", FactType.TEXT), Map.entry("payee.bank", FactType.TEXT),
			Map.entry("payee.account", FactType.TEXT), Map.entry("payee.name", FactType.TEXT),
			Map.entry("applications[].program", FactType.TEXT), Map.entry("applications[].date", FactType.DATE)),
			Map.of("ageOnLastDay", ValueType.whole("years"), "ageBeforePeriod", ValueType.whole("years"),
					"ageOnClaimDate", ValueType.whole("years"), "alive", ValueType.TRUTH, "firstDay", ValueType.DATE,
					"year", ValueType.whole("year"))),

	/** Of organisations. */
	ORGANISATION("core-organisation", Map.ofEntries(Map.entry("creditCode", FactType.TEXT),
			Map.entry("name", FactType.TEXT), Map.entry("region", FactType.REGION), Map.entry("opened", FactType.DATE),
			Map.entry("closed", FactType.DATE), Map.entry("payee.bank", FactType.TEXT),
			Map.entry("payee.account", FactType.TEXT), Map.entry("payee.name", FactType.TEXT),
			Map.entry("applications[].program", FactType.TEXT), Map.entry("applications[].date", FactType.DATE)),
			Map.of("operating", ValueType.TRUTH, "firstDay", ValueType.DATE, "year", ValueType.whole("year")));

	private final String file;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Map<String, FactType> facts;

	@SuppressWarnings("ImmutableEnumChecker") // made by Map.of
	private final Map<String, ValueType> words;

	@SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
	private final Set<String> names;

	Core(String file, Map<String, FactType> facts, Map<String, ValueType> words) {
		this.file = file;
		this.facts = new TreeMap<>(facts);
		this.words = words;
		this.names = names(facts, words);
	}

	/** That of a subject. */
	static Core of(Subject subject) {
		return (subject == Subject.PERSON) ? PERSON : ORGANISATION;
	}

	/** Whether a file is that of what Java knows. */
	static boolean isFile(String name) {
		return Arrays.stream(values()).anyMatch((core) -> core.file.equals(name));
	}

	/** The name of its file. */
	String file() {
		return this.file;
	}

	/** The type of a word that Java works out, null if there is no such word. */
	@Nullable ValueType word(String name) {
		return this.words.get(name);
	}

	/** Whether no other file may declare something of that name at the top. */
	boolean names(String name) {
		return this.names.contains(name);
	}

	private static Set<String> names(Map<String, FactType> facts, Map<String, ValueType> words) {
		Set<String> names = facts.keySet()
			.stream()
			.map((path) -> path.split("[.\\[]", -1)[0])
			.collect(Collectors.toSet());
		names.addAll(words.keySet());
		return Set.copyOf(names);
	}

	/** Holds what its file declares against what Java knows. */
	void judge(YamlMapping yaml, Declarations declared) {
		this.facts.forEach((path, type) -> {
			Entry entry = declared.entries().get(path);
			if (!(entry instanceof Fact fact) || fact.type() != type) {
				FilePlace place = declared.places().getOrDefault(path, yaml.place("facts"));
				declared.problems()
					.error(place, "FACT_TYPE", path + " 应为 " + type.word() + "，由系统规定",
							path + " must be of type " + type.word() + ", as the system has it");
			}
		});
		declared.entries().forEach((path, entry) -> {
			if (entry instanceof Fact && this.file.equals(declared.fileOf().get(path))
					&& !this.facts.containsKey(path)) {
				FilePlace place = declared.places().getOrDefault(path, yaml.place("facts"));
				declared.problems()
					.error(place, "FACT_NAME", path + " 不是系统自己的事实，写到别的文件里",
							path + " is no fact of the system: declare it in another file");
			}
		});
		this.words.keySet()
			.stream()
			.filter((word) -> !declared.definitions().containsKey(word))
			.sorted()
			.forEach((word) -> declared.problems()
				.error(yaml.place("derived"), "MISSING_KEY", "缺少 " + word, word + " is missing"));
	}

}
