package org.huiling.facts.dictionary;

import java.util.List;

import org.huiling.facts.type.Label;

/**
 * A column of a table of people that is about the line and no fact of the person.
 *
 * @param name such as {@code fileNumber}
 * @param label its headers
 * @param aliases other headers
 */
public record LineColumn(String name, Label label, List<String> aliases) {

	public LineColumn {
		aliases = List.copyOf(aliases);
	}

}
