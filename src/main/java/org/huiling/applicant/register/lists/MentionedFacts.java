package org.huiling.applicant.register.lists;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.register.recording.PartialRecord;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a line of a list mentions about somebody on file, laid over what holds from that
 * day on: a field within a group changes that field alone, an item of a list the item
 * that it is about ({@link ListedItem}). What is not mentioned stays.
 */
final class MentionedFacts {

	/** Of the person, and of who holds an account. */
	private static final String NAME = "name";

	private static final Comparator<JsonNode> NUMBERS = (one, other) -> (one.isNumber() && other.isNumber())
			? decimal(one).compareTo(decimal(other)) : one.equals(other) ? 0 : 1;

	private final ObjectNode held;

	private final RecordLayout layout;

	/** As a part of an applicant, not read yet. */
	private final ObjectNode part = JsonNodeFactory.instance.objectNode();

	/** Where the items of a line's lists have gone, by the list's name. */
	private final Map<String, List<Integer>> places = new HashMap<>();

	private MentionedFacts(ObjectNode held, RecordLayout layout) {
		this.held = held;
		this.layout = layout;
	}

	/**
	 * Lays a line over what holds.
	 * @param mentioned by the line; null for what it says to be unknown
	 * @param held on the day from which the line holds
	 * @param layout how lists go together
	 * @throws InvalidInput 422 if an item of a list may be about several
	 */
	static MentionedFacts of(ObjectNode mentioned, ObjectNode held, RecordLayout layout) {
		MentionedFacts mentions = new MentionedFacts(held, layout);
		mentioned.properties()
			.forEach((field) -> mentions.part.set(field.getKey(), mentions.laid(field.getKey(), field.getValue())));
		return mentions;
	}

	private JsonNode laid(String field, JsonNode value) {
		JsonNode before = this.held.path(field);
		if (isSameName(field, before, value)) {
			return before;
		}
		if (value.isArray() && this.layout.isList(field)) {
			return list(field, (ArrayNode) value, before);
		}
		return over(before, value);
	}

	/** A group over a group; whatever else replaces what was there. */
	private static JsonNode over(JsonNode before, JsonNode value) {
		if (!value.isObject() || !before.isObject()) {
			return value;
		}
		ObjectNode laid = ((ObjectNode) before).deepCopy();
		value.properties().forEach((field) -> {
			if (field.getValue().isNull()) {
				laid.remove(field.getKey());
			}
			else if (!isSameName(field.getKey(), before.path(field.getKey()), field.getValue())) {
				laid.set(field.getKey(), over(before.path(field.getKey()), field.getValue()));
			}
		});
		return laid;
	}

	/** Another way to write a name is no other name. */
	private static boolean isSameName(String field, JsonNode before, JsonNode value) {
		return NAME.equals(field) && before.isString() && value.isString()
				&& PersonNames.key(before.stringValue()).equals(PersonNames.key(value.stringValue()));
	}

	/** What is merged is recorded item by item, other lists as a whole. */
	private ArrayNode list(String field, ArrayNode given, JsonNode before) {
		ArrayNode laid = JsonNodeFactory.instance.arrayNode();
		List<Integer> at = new ArrayList<>();
		this.places.put(field, at);
		boolean whole = !this.layout.isMerged(field) && !given.isEmpty();
		if (whole) {
			before.forEach(laid::add);
		}
		for (int i = 0; i < given.size(); i++) {
			JsonNode item = given.get(i);
			int own = ListedItem.of(this.layout, field, item).in(whole ? laid : before, field + "[" + i + "]");
			JsonNode over = (own < 0) ? item : over(whole ? laid.get(own) : before.get(own), item);
			if (whole && own >= 0) {
				laid.set(own, over);
				at.add(own);
			}
			else {
				at.add(laid.size());
				laid.add(over);
			}
		}
		return laid;
	}

	/**
	 * What has to be recorded so that the line holds.
	 * @param reading reads people today
	 * @return the fields that change; empty if everything is on file
	 * @throws InvalidInput 400, 422 naming what is wrong below {@code facts}
	 */
	ObjectNode changes(ApplicantReader reading) {
		ObjectNode changes = PartialRecord.readOver(this.part, this.held, reading).facts();
		this.layout.merged().forEach((list) -> {
			JsonNode items = changes.path(list);
			if (items.isArray() && this.held.has(list)) {
				ArrayNode other = JsonNodeFactory.instance.arrayNode();
				items.forEach((item) -> {
					if (this.held.get(list).valueStream().noneMatch((own) -> same(own, item))) {
						other.add(item);
					}
				});
				changes.set(list, other);
			}
		});
		List<String> same = changes.properties()
			.stream()
			.filter((field) -> isHeld(field.getKey(), field.getValue()))
			.map(Map.Entry::getKey)
			.toList();
		changes.remove(same);
		return changes;
	}

	private boolean isHeld(String field, JsonNode value) {
		JsonNode before = this.held.path(field);
		if (this.layout.isMerged(field) && before.isArray() && value.isArray()) {
			return value.isEmpty();
		}
		return before.isMissingNode() ? value.isNull() : same(before, value);
	}

	/**
	 * Errors by the fields of the line: items of lists have their places in it, as far as
	 * they are the line's.
	 * @param errors of what was to be recorded
	 */
	List<FieldError> inLine(List<FieldError> errors) {
		return errors.stream()
			.map((error) -> new FieldError(inLine(error.field()), error.code(),
					error.arguments()
						.stream()
						.map((argument) -> (argument instanceof String text) ? (Object) inLine(text) : argument)
						.toList()))
			.toList();
	}

	private String inLine(String text) {
		String path = LinePath.of(text);
		for (Map.Entry<String, List<Integer>> list : this.places.entrySet()) {
			String start = list.getKey() + "[";
			int end = path.indexOf(']');
			if (path.startsWith(start) && end > 0) {
				int own = list.getValue().indexOf(Integer.valueOf(path.substring(start.length(), end)));
				return (own >= 0) ? start + own + path.substring(end) : path;
			}
		}
		return path;
	}

	private static boolean same(JsonNode one, JsonNode other) {
		return one.equals(NUMBERS, other);
	}

	private static BigDecimal decimal(JsonNode number) {
		return number.decimalValue();
	}

}
