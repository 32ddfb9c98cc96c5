package org.huiling.web.casework.form;

import java.util.List;
import java.util.Objects;

import org.huiling.facts.dictionary.FactList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is recorded when one item of a list is new or different: the item alone where new
 * ones are kept beside those on file, else the whole list.
 */
public final class ListedItems {

	private ListedItems() {
	}

	/**
	 * The list as it is to be recorded.
	 * @param list the list
	 * @param onFile its items on the day from which the change holds
	 * @param old the item that is changed, null for a new one
	 * @param now as it is now
	 */
	public static ArrayNode with(FactList list, JsonNode onFile, @Nullable JsonNode old, JsonNode now) {
		ArrayNode items = JsonNodeFactory.instance.arrayNode();
		if (!list.shape().merge()) {
			onFile.forEach(items::add);
		}
		for (int i = 0; old != null && i < items.size(); i++) {
			if (isSame(list.shape().key(), old, items.get(i))) {
				items.set(i, now);
				return items;
			}
		}
		return items.add(now);
	}

	/** An item with what a form asked of it, and what it did not ask as it was. */
	public static ObjectNode item(@Nullable JsonNode old, List<Field> fields, JsonNode typed) {
		ObjectNode item = (old != null) ? old.asObject().deepCopy() : JsonNodeFactory.instance.objectNode();
		fields.forEach((field) -> item.remove(name(field)));
		typed.properties().forEach((field) -> item.set(field.getKey(), field.getValue()));
		return item;
	}

	/** The name of a field in its item. */
	public static String name(Field field) {
		return field.path().substring(field.path().indexOf("[].") + "[].".length());
	}

	private static boolean isSame(List<String> key, JsonNode one, JsonNode other) {
		return key.isEmpty() ? one.equals(other)
				: key.stream().allMatch((field) -> Objects.equals(one.get(field), other.get(field)));
	}

}
