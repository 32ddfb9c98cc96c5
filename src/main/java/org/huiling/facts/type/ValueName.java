package org.huiling.facts.type;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Words for one value of a fact that has no codes, such as 3 of a care level.
 *
 * @param value as JSON writes it, without quotes
 * @param label what it is called, null if only tables have words for it
 * @param aliases what people write for it in tables
 */
public record ValueName(String value, @Nullable Label label, List<String> aliases) {

	public ValueName {
		aliases = List.copyOf(aliases);
	}

}
