package org.huiling.projection;

import java.util.List;

import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the drafts that are tried: the id of one, or a list of ids. */
final class DraftIds implements FieldReader<List<String>> {

	static final int MOST = 10;

	private static final int LONGEST = 36;

	@Override
	public @Nullable List<String> read(JsonFields fields, String name) {
		JsonNode said = fields.json(name);
		if (said != null && said.isString()) {
			String one = fields.text(name, LONGEST);
			return (one != null) ? List.of(one) : null;
		}
		return fields.texts(name, MOST, LONGEST);
	}

}
