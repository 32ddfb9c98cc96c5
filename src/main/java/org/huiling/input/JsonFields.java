package org.huiling.input;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, taken one by one. What is absent or null comes as null;
 * what is wrong is noted with its full path and comes as null, so that reading goes on
 * and every error is found at once.
 */
public final class JsonFields extends ScalarFields {

	/** Names that an object may have if it may have any. */
	public static final Set<String> ANY = new AbstractSet<>() {

		@Override
		public boolean contains(@Nullable Object name) {
			return true;
		}

		@Override
		public Iterator<String> iterator() {
			return Collections.emptyIterator();
		}

		@Override
		public int size() {
			return 0;
		}

	};

	private JsonFields(JsonNode object, @Nullable FieldPath parent, String name, int index, InputErrors errors) {
		super(object, parent, name, index, errors);
	}

	/**
	 * The fields of a whole input.
	 * @param root the object
	 * @param names the properties it may have
	 * @param errors takes what is wrong
	 * @return its fields
	 * @throws InvalidInput 400 if it is no object
	 */
	public static JsonFields of(JsonNode root, Set<String> names, InputErrors errors) {
		JsonFields fields = root(root, errors);
		fields.refuseUnknown(names);
		return fields;
	}

	/**
	 * The fields of a whole input that is read by places.
	 * @param root the object
	 * @param places of the properties it may have, from 0
	 * @param errors takes what is wrong
	 * @return its fields
	 * @throws InvalidInput 400 if it is no object
	 */
	public static JsonFields of(JsonNode root, Map<String, Integer> places, InputErrors errors) {
		JsonFields fields = root(root, errors);
		fields.place(places, false);
		return fields;
	}

	private static JsonFields root(JsonNode root, InputErrors errors) {
		if (!root.isObject()) {
			errors.add("", ShapeFault.WRONG_TYPE, "object");
			errors.throwIfAny();
		}
		return new JsonFields(root, null, "", -1, errors);
	}

	/**
	 * Several of some codes, none of them twice.
	 * @param field its name
	 * @param codes their names
	 * @return the names that are right
	 */
	public @Nullable List<String> someOf(String field, Collection<String> codes) {
		return values(field, codes.size(), (path, name) -> {
			if (codes.contains(name)) {
				return name;
			}
			refuse(path, ShapeFault.UNKNOWN_CODE, String.join(", ", codes));
			return null;
		});
	}

	/**
	 * The fields of an object within this one.
	 * @param field its name
	 * @param names the properties it may have
	 * @return its fields
	 */
	public @Nullable JsonFields object(String field, Set<String> names) {
		JsonNode node = typed(field, JsonNode::isObject, "object");
		return (node != null) ? child(node, field, -1, names) : null;
	}

	/**
	 * The fields of an object within this one that is read by places.
	 * @param field its name
	 * @param places of the properties it may have, from 0
	 * @param others whether it may have others, which nobody reads
	 * @return its fields
	 */
	public @Nullable JsonFields object(String field, Map<String, Integer> places, boolean others) {
		JsonNode node = typed(field, JsonNode::isObject, "object");
		return (node != null) ? child(node, field, -1, places, others) : null;
	}

	/**
	 * The same where the object itself says what it may have.
	 * @param field its name
	 * @param places of the properties that such an object may have, from 0
	 * @param others whether it may have others, which nobody reads
	 * @return its fields
	 */
	public @Nullable JsonFields object(String field, Function<JsonNode, Map<String, Integer>> places, boolean others) {
		JsonNode node = typed(field, JsonNode::isObject, "object");
		return (node != null) ? child(node, field, -1, places.apply(node), others) : null;
	}

	/**
	 * A list of objects.
	 * @param field its name
	 * @param longest the most items
	 * @param names the properties an item may have
	 * @param read makes an item, null where it is wrong
	 * @param <T> the type of the items
	 * @return the items that are right
	 */
	public <T> @Nullable List<T> list(String field, int longest, Set<String> names,
			Function<JsonFields, @Nullable T> read) {
		return items(field, 0, longest, (node, index) -> {
			if (node.isObject()) {
				return read.apply(child(node, field, index, names));
			}
			refuse(item(field, index), ShapeFault.WRONG_TYPE, "object");
			return null;
		});
	}

	/**
	 * A list of objects that are read by places.
	 * @param field its name
	 * @param longest the most items
	 * @param places of the properties an item may have, from 0
	 * @param others whether it may have others, which nobody reads
	 * @return the fields of each item in its turn, null where it is no object
	 */
	public @Nullable List<@Nullable JsonFields> objects(String field, int longest, Map<String, Integer> places,
			boolean others) {
		JsonNode node = typed(field, JsonNode::isArray, "array");
		if (node == null) {
			return null;
		}
		if (node.size() > longest) {
			refuse(field, ShapeFault.LIST_TOO_LONG, longest);
			return null;
		}
		List<@Nullable JsonFields> objects = new ArrayList<>(node.size());
		for (int i = 0; i < node.size(); i++) {
			boolean object = node.get(i).isObject();
			if (!object) {
				refuse(item(field, i), ShapeFault.WRONG_TYPE, "object");
			}
			objects.add(object ? child(node.get(i), field, i, places, others) : null);
		}
		return objects;
	}

	/**
	 * A list of at least one text, none of them twice.
	 * @param field its name
	 * @param longest the most items
	 * @param longestText the most characters of one
	 * @return the texts that are right
	 */
	public @Nullable List<String> texts(String field, int longest, int longestText) {
		return texts(field, 1, longest, longestText);
	}

	/**
	 * The same where none is an answer, too.
	 * @param field its name
	 * @param longest the most items
	 * @param longestText the most characters of one
	 * @return the texts that are right
	 */
	public @Nullable List<String> textsOrNone(String field, int longest, int longestText) {
		return texts(field, 0, longest, longestText);
	}

	private @Nullable List<String> texts(String field, int fewest, int longest, int longestText) {
		Set<String> seen = new HashSet<>();
		return items(field, fewest, longest, (node, index) -> {
			String text = node.isString() ? node.stringValue() : null;
			ShapeFault fault = (text != null) ? TextRules.fault(text, longestText) : ShapeFault.WRONG_TYPE;
			if (fault == null && !seen.add(text)) {
				fault = ShapeFault.DUPLICATE_ITEM;
			}
			if (fault != null) {
				refuse(item(field, index), fault, (fault == ShapeFault.WRONG_TYPE) ? "string" : longestText);
			}
			return (fault == null) ? text : null;
		});
	}

	/**
	 * A list of texts of any content, none of them twice; it may be empty.
	 * @param field its name
	 * @param longest the most items
	 * @param read makes an item of a text, null where it is wrong, which it says through
	 * the path it is given
	 * @param <T> the type of the items
	 * @return the items that are right
	 */
	public <T> @Nullable List<T> values(String field, int longest, BiFunction<String, String, @Nullable T> read) {
		Set<T> seen = new HashSet<>();
		return items(field, 0, longest, (node, index) -> {
			if (!node.isString()) {
				refuse(item(field, index), ShapeFault.WRONG_TYPE, "string");
				return null;
			}
			T value = read.apply(item(field, index), node.stringValue());
			if (value != null && !seen.add(value)) {
				refuse(item(field, index), ShapeFault.DUPLICATE_ITEM);
				return null;
			}
			return value;
		});
	}

	private <T> @Nullable List<T> items(String field, int fewest, int longest, ItemReader<T> read) {
		JsonNode node = typed(field, JsonNode::isArray, "array");
		if (node == null) {
			return null;
		}
		if (node.size() < fewest) {
			refuse(field, ShapeFault.EMPTY_LIST);
		}
		if (node.size() > longest) {
			refuse(field, ShapeFault.LIST_TOO_LONG, longest);
			return null;
		}
		List<T> items = new ArrayList<>(node.size());
		for (int i = 0; i < node.size(); i++) {
			T item = read.read(node.get(i), i);
			if (item != null) {
				items.add(item);
			}
		}
		return items;
	}

	private static String item(String field, int index) {
		return field + "[" + index + "]";
	}

	private JsonFields child(JsonNode node, String field, int at, Set<String> names) {
		JsonFields fields = new JsonFields(node, this, field, at, errors());
		fields.refuseUnknown(names);
		return fields;
	}

	private JsonFields child(JsonNode node, String field, int at, Map<String, Integer> places, boolean others) {
		JsonFields fields = new JsonFields(node, this, field, at, errors());
		fields.place(places, others);
		return fields;
	}

	/** Makes an item of a list from its node and place; null where it is wrong. */
	private interface ItemReader<T> {

		@Nullable T read(JsonNode node, int index);

	}

}
