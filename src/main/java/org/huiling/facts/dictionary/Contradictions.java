package org.huiling.facts.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.huiling.facts.record.RecordedFacts;
import org.huiling.facts.type.Label;

/** Finds what declarations say cannot be, or is odd, in what is recorded. */
public final class Contradictions {

	private static final Pattern PATH = Pattern.compile("\\{([^{}]+)}");

	private static final Pattern ITEM = Pattern.compile("\\[]");

	private Contradictions() {
	}

	/**
	 * One that was found.
	 *
	 * @param declared what it contradicts
	 * @param field the path of the field it is told at, with the item's number
	 * @param message what is said; {@code {0}} stands for the first fact it mentions
	 * @param mentions the paths of those facts, with the item's number
	 */
	public record Found(Contradiction declared, String field, Label message, List<String> mentions) {

		static Found of(Contradiction declared, int item) {
			List<String> mentions = new ArrayList<>();
			Label message = told(declared.message(), item, mentions);
			return new Found(declared, numbered(declared.field(), item), message, mentions);
		}

	}

	/**
	 * Asks everything that is declared. What hangs on something unknown, or cannot be
	 * worked out, is not found.
	 * @param dictionary what is declared
	 * @param recorded what is recorded
	 * @return in the order of the declarations, then of the items
	 */
	public static List<Found> in(Dictionary dictionary, RecordedFacts recorded) {
		AsRecorded person = new AsRecorded(dictionary, recorded);
		List<Found> found = new ArrayList<>(0);
		for (int number = 0; number < dictionary.contradictions().size(); number++) {
			Contradiction one = dictionary.contradictions().get(number);
			FirstLook look = dictionary.firstLook(number);
			String list = one.list();
			if (list == null) {
				if (look.mayHold(recorded, null) && person.holds(one.when())) {
					found.add(Found.of(one, -1));
				}
				continue;
			}
			List<? extends RecordedFacts> items = recorded.items(list);
			for (int i = 0; items != null && i < items.size(); i++) {
				if (look.mayHold(recorded, items.get(i)) && person.each(list).get(i).holds(one.when())) {
					found.add(Found.of(one, i));
				}
			}
		}
		return found;
	}

	/**
	 * A message in which numbers stand for the facts it mentions.
	 * @param message with paths in braces
	 * @param item the number of the item, -1 if it is about the person
	 * @param mentions takes the paths, with the item's number
	 * @return the message with {@code {0}} for the first of them
	 */
	public static Label told(Label message, int item, List<String> mentions) {
		return new Label(told(message.zh(), item, mentions), told(message.en(), item, mentions));
	}

	/**
	 * A message with its paths as they are declared.
	 * @param message with paths in braces
	 * @return the message without braces
	 */
	public static Label told(Label message) {
		return new Label(message.zh().replaceAll("[{}]", ""), message.en().replaceAll("[{}]", ""));
	}

	private static String told(String message, int item, List<String> mentions) {
		return PATH.matcher(message).replaceAll((path) -> {
			String mentioned = numbered(path.group(1), item);
			if (!mentions.contains(mentioned)) {
				mentions.add(mentioned);
			}
			return "{" + mentions.indexOf(mentioned) + "}";
		});
	}

	/**
	 * A path with the number of the item.
	 * @param path such as {@code claims[].date}
	 * @param item the number, -1 if it is about the person
	 * @return such as {@code claims[0].date}
	 */
	public static String numbered(String path, int item) {
		return (item >= 0) ? ITEM.matcher(path).replaceAll("[" + item + "]") : path;
	}

}
