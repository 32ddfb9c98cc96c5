package org.huiling.applicant.register.store;

import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactGroup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is on file of facts that no fact file declares any more. Nobody can tell it again,
 * so that whoever says a record or a group anew takes nothing of it away.
 */
public final class UndeclaredFacts {

	private UndeclaredFacts() {
	}

	/**
	 * Keeps what a correction could not say.
	 * @param dictionary what is declared
	 * @param wrong what the record said that is corrected
	 * @param given what is said now; takes what is kept
	 * @return the paths of what was kept
	 */
	public static List<String> keepOfRecord(Dictionary dictionary, ObjectNode wrong, ObjectNode given) {
		List<String> kept = new ArrayList<>();
		wrong.properties().forEach((field) -> {
			if (!Subject.FIELD.equals(field.getKey()) && dictionary.entry(field.getKey()) == null
					&& !given.has(field.getKey())) {
				given.set(field.getKey(), field.getValue());
				kept.add(field.getKey());
			}
		});
		kept.addAll(keepOfGroups(dictionary, wrong, given));
		return kept;
	}

	/**
	 * What a record said, as far as it is declared: what {@link #keepOfRecord} keeps is
	 * not said again.
	 * @param dictionary what is declared
	 * @param said by a record
	 * @return a copy
	 */
	public static ObjectNode without(Dictionary dictionary, ObjectNode said) {
		return without(dictionary, "", said);
	}

	private static ObjectNode without(Dictionary dictionary, String prefix, ObjectNode said) {
		ObjectNode declared = said.deepCopy();
		said.properties().forEach((field) -> {
			String path = prefix + field.getKey();
			if (dictionary.entry(path) == null) {
				declared.remove(field.getKey());
			}
			else if (dictionary.entry(path) instanceof FactGroup && field.getValue() instanceof ObjectNode group) {
				declared.set(field.getKey(), without(dictionary, path + ".", group));
			}
		});
		return declared;
	}

	/**
	 * Keeps what a group that is said anew could not say.
	 * @param dictionary what is declared
	 * @param onFile what is known
	 * @param given what is said now; takes what is kept
	 * @return the paths of what was kept
	 */
	public static List<String> keepOfGroups(Dictionary dictionary, ObjectNode onFile, ObjectNode given) {
		List<String> kept = new ArrayList<>();
		dictionary.entries().forEach((entry) -> {
			if (entry instanceof FactGroup group && onFile.get(group.name()) instanceof ObjectNode before
					&& given.get(group.name()) instanceof ObjectNode now) {
				keep(dictionary, group, before, now, kept);
			}
		});
		return kept;
	}

	private static void keep(Dictionary dictionary, FactGroup group, ObjectNode before, ObjectNode now,
			List<String> kept) {
		before.properties().forEach((field) -> {
			String path = group.path() + "." + field.getKey();
			if (dictionary.entry(path) == null) {
				now.set(field.getKey(), field.getValue());
				kept.add(path);
			}
			else if (dictionary.entry(path) instanceof FactGroup inner && field.getValue() instanceof ObjectNode one
					&& now.get(field.getKey()) instanceof ObjectNode other) {
				keep(dictionary, inner, one, other, kept);
			}
		});
	}

	/**
	 * Whether something recorded is declared no more. Whether it was to be sealed is
	 * known no more either, so that it is.
	 */
	static boolean isIn(Dictionary dictionary, String path, JsonNode value) {
		if (dictionary.entry(path) == null) {
			return !Subject.FIELD.equals(path);
		}
		return dictionary.entry(path) instanceof FactGroup && value.properties()
			.stream()
			.anyMatch((field) -> isIn(dictionary, path + "." + field.getKey(), field.getValue()));
	}

}
