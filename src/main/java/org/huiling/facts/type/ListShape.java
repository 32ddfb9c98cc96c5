package org.huiling.facts.type;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the items of a list belong together. Fields are named as in an item.
 *
 * @param key the fields that tell items apart
 * @param order the fields by which they are put in order
 * @param from the field of the first day on which an item holds, null if it has none
 * @param to the field of its last day, null if it has none
 * @param merge whether recorded items are kept beside new ones, by a key that is there
 * once; else a record replaces the whole list
 * @param pattern what rules call an item, null if they see none
 * @param roles what the parameterised words read of it: the field by the role
 * @param most the most items
 */
public record ListShape(List<String> key, List<String> order, @Nullable String from, @Nullable String to, boolean merge,
		@Nullable String pattern, Map<String, String> roles, int most) {

	public ListShape {
		key = List.copyOf(key);
		order = List.copyOf(order);
		roles = Map.copyOf(roles);
	}

}
