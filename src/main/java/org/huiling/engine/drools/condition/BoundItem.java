package org.huiling.engine.drools.condition;

import java.util.LinkedHashMap;
import java.util.Map;

import org.huiling.facts.words.ItemFacts;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list as the rules of one version see it.
 *
 * @param list the path of the list
 * @param seen the item, of the version's own class
 * @param facts of the item
 */
record BoundItem(String list, Object seen, ItemFacts facts) {

	/**
	 * What was read of it, under names that tell it from the other items.
	 * @param read values by the name of the field
	 * @param place its place in the list, from 1
	 * @return such as {@code members[2].relation}
	 */
	Map<String, @Nullable Object> named(Map<String, @Nullable Object> read, int place) {
		Map<String, @Nullable Object> named = new LinkedHashMap<>();
		String key = this.facts.key();
		String item = this.list + "[" + ((key != null) ? key : String.valueOf(place)) + "].";
		read.forEach((field, value) -> named.put(item + field, value));
		return named;
	}

}
