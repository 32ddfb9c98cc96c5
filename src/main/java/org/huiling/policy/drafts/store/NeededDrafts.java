package org.huiling.policy.drafts.store;

import java.util.List;

import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads the ids of the drafts that another one needs: a list, empty if it needs none. */
public final class NeededDrafts implements FieldReader<List<String>> {

	private static final int MOST = 20;

	private static final int LONGEST = 36;

	@Override
	public @Nullable List<String> read(JsonFields fields, String name) {
		return fields.textsOrNone(name, MOST, LONGEST);
	}

}
