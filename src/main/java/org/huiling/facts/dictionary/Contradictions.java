package org.huiling.facts.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what declarations say cannot be, or is odd, in what is recorded. */
public final class Contradictions {

	private static final Pattern ITEM = Pattern.compile("\\[]");

	private Contradictions() {
	}

	/**
	 * One that was found.
	 *
	 * @param declared what it contradicts
	 * @param field the path of the field it is told at, with the item's number
	 * @param message what is said, its paths with the item's number
	 */
	public record Found(Contradiction declared, String field, Label message) {
	}

	/**
	 * Asks everything that is declared. What hangs on something unknown is not found.
	 * @param dictionary what is declared
	 * @param recorded what is recorded
	 * @return in the order of the declarations, then of the items
	 */
	public static List<Found> in(Dictionary dictionary, RecordedFacts recorded) {
		AsRecorded person = new AsRecorded(dictionary, recorded);
		List<Found> found = new ArrayList<>();
		for (Contradiction one : dictionary.contradictions()) {
			String list = one.list();
			if (list == null) {
				if (person.evaluation().condition(one.when()).holds()) {
					found.add(new Found(one, one.field(), told(one.message(), -1)));
				}
				continue;
			}
			List<AsRecorded> items = person.each(list);
			for (int i = 0; i < items.size(); i++) {
				if (items.get(i).evaluation().condition(one.when()).holds()) {
					found.add(new Found(one, numbered(one.field(), i), told(one.message(), i)));
				}
			}
		}
		return found;
	}

	/**
	 * A message with its paths as they were found.
	 * @param message with paths in braces
	 * @param item the number of the item, -1 if it is about the person
	 * @return the message without braces
	 */
	public static Label told(Label message, int item) {
		return new Label(told(message.zh(), item), told(message.en(), item));
	}

	private static String told(String message, int item) {
		return numbered(message.replace("{", "").replace("}", ""), item);
	}

	private static String numbered(String path, int item) {
		return (item >= 0) ? ITEM.matcher(path).replaceAll("[" + item + "]") : path;
	}

}
