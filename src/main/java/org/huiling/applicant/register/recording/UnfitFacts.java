package org.huiling.applicant.register.recording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.huiling.input.ShapeFault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is on file under the name of a fact and can be no value of it: it was recorded
 * when another fact had the name, and a fact file has declared it anew since. It stays on
 * file and counts as unknown; of a list, the whole list does. Where nothing recorded is
 * none, taking it out would say none: such a person's facts are broken until somebody
 * records them anew.
 */
final class UnfitFacts {

	private static final Set<String> FAULTS = Stream.of(ShapeFault.values())
		.map(ShapeFault::name)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> CORE = Set.of("core", "core-organisation");

	private UnfitFacts() {
	}

	/**
	 * Finds them among what is wrong with facts on file.
	 * @param wrong what is wrong
	 * @param field the name of the object with the facts
	 * @param facts on file
	 * @param dictionary what is declared
	 * @param today the last day of what is past
	 * @return their paths, none if something else is wrong
	 */
	static List<String> among(InvalidInput wrong, String field, JsonNode facts, Dictionary dictionary,
			LocalDate today) {
		return wrong.errors()
			.stream()
			.filter((error) -> error.field().startsWith(field + "."))
			.filter((error) -> FAULTS.contains(error.code())
					|| isBeyondAFixedDay(error.field().substring(field.length() + 1), facts, dictionary, today))
			.map(FieldError::field)
			.map((path) -> path.substring(field.length() + 1).split("\\[", 2)[0])
			.filter((path) -> dictionary.entry(path) != null && mayBeUnknown(path, dictionary))
			.filter((path) -> !isNoneIfAbsent(dictionary.entry(path)))
			.filter((path) -> !facts.at("/" + path.replace('.', '/')).isMissingNode())
			.distinct()
			.toList();
	}

	/** Who they are stays known; what Java knows of them in a group may be unknown. */
	private static boolean mayBeUnknown(String path, Dictionary dictionary) {
		return path.contains(".") || !CORE.contains(dictionary.fileOf(path));
	}

	/**
	 * A day on file that lies beyond one that the declaration names. One that lies before
	 * or after another fact is a contradiction between two of them.
	 */
	static boolean isBeyondAFixedDay(String path, JsonNode facts, Dictionary dictionary, LocalDate today) {
		Fact fact = dictionary.fact(path.replaceAll("\\[\\d+]", "[]"));
		JsonNode kept = facts.at("/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
		if (fact == null || fact.type() != FactType.DATE || !kept.isString()) {
			return false;
		}
		try {
			LocalDate day = LocalDate.parse(kept.stringValue());
			return fact.bounds().notBefore().stream().anyMatch((limit) -> isBefore(day, fixed(limit, today)))
					|| fact.bounds().notAfter().stream().anyMatch((limit) -> isBefore(fixed(limit, today), day));
		}
		catch (DateTimeException noDay) {
			return false;
		}
	}

	private static @Nullable LocalDate fixed(DayLimit limit, LocalDate today) {
		return limit.isToday() ? today : limit.day();
	}

	private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
		return one != null && other != null && one.isBefore(other);
	}

	private static boolean isNoneIfAbsent(@Nullable Entry entry) {
		return (entry instanceof Fact fact && fact.is(Trait.ABSENT_IS_NONE))
				|| (entry instanceof FactList list && list.is(Trait.ABSENT_IS_NONE));
	}

	/**
	 * Takes them out.
	 * @param facts on file
	 * @param paths of those that do not fit
	 * @return the other facts
	 */
	static JsonNode without(JsonNode facts, List<String> paths) {
		JsonNode rest = facts.deepCopy();
		for (String path : paths) {
			List<String> names = new ArrayList<>(List.of(path.split("\\.")));
			String last = names.remove(names.size() - 1);
			if (rest.at(names.isEmpty() ? "" : "/" + String.join("/", names)) instanceof ObjectNode parent) {
				parent.remove(last);
			}
		}
		return rest;
	}

}
