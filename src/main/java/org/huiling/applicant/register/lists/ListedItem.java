package org.huiling.applicant.register.lists;

import java.util.List;
import java.util.stream.IntStream;

import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * An item of a list, by what tells items apart: claims have an id; statuses, choices and
 * applications have what they are of and a day. A day that is unknown on either side
 * stands for any, if that leaves one item.
 *
 * @param key the field that says what the item is of
 * @param day the field of its day; empty if there is none
 * @param item the item
 */
record ListedItem(String key, String day, JsonNode item) {

	private static final String END = "to";

	static ListedItem of(RecordLayout layout, String list, JsonNode item) {
		List<String> fields = layout.key(list);
		return new ListedItem(fields.isEmpty() ? "" : fields.get(0), (fields.size() > 1) ? fields.get(1) : "", item);
	}

	/**
	 * Which item of a list it is about.
	 * @param list some items
	 * @param path of this one
	 * @return its place; -1 if it is a new one
	 * @throws InvalidInput 422 if it may be one of several
	 */
	int in(JsonNode list, String path) {
		List<Integer> alike = IntStream.range(0, list.size())
			.filter((place) -> this.item.hasNonNull(this.key) && text(list.get(place), this.key).equals(text(this.key)))
			.boxed()
			.toList();
		List<Integer> same = alike.stream().filter((place) -> day(list.get(place)).equals(day(this.item))).toList();
		if (!same.isEmpty()) {
			return same.get(0);
		}
		if (!day(this.item).isEmpty()) {
			return alike.stream().filter((place) -> day(list.get(place)).isEmpty()).findFirst().orElse(-1);
		}
		if (alike.size() > 1 || alike.stream().anyMatch((place) -> isOver(list.get(place)))) {
			throw new InvalidInput(422,
					List.of(FieldError.of(path + "." + this.day, RegisterFault.WHICH_ITEM.name(), alike.size())));
		}
		return alike.isEmpty() ? -1 : alike.get(0);
	}

	/** The first of some items that is told apart by the same; -1 if there is none. */
	int first(List<JsonNode> items) {
		return IntStream.range(0, items.size())
			.filter((place) -> text(items.get(place), this.key).equals(text(this.key))
					&& day(items.get(place)).equals(day(this.item)))
			.findFirst()
			.orElse(-1);
	}

	/** Said again without its days, it may have begun anew. */
	private boolean isOver(JsonNode one) {
		return one.hasNonNull(END) && !this.item.has(END);
	}

	private String day(JsonNode one) {
		return this.day.isEmpty() ? "" : text(one, this.day);
	}

	private String text(String field) {
		return text(this.item, field);
	}

	private static String text(JsonNode one, String field) {
		return one.path(field).asString("");
	}

}
