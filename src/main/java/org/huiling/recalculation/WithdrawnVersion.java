package org.huiling.recalculation;

import java.util.Set;

import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * A version that was withdrawn, of which everybody is reviewed who has a decision under
 * it.
 *
 * @param jurisdiction its id
 * @param program its id
 * @param version the version's name
 */
record WithdrawnVersion(String jurisdiction, String program, String version) {

	private static final Set<String> NAMES = Set.of("jurisdiction", "program", "version");

	private static final int LONGEST = 64;

	static @Nullable WithdrawnVersion read(JsonFields order) {
		JsonFields fields = order.object("withdrawnVersion", NAMES);
		if (fields == null) {
			return null;
		}
		String jurisdiction = fields.required("jurisdiction", (name) -> fields.text(name, LONGEST));
		String program = fields.required("program", (name) -> fields.text(name, LONGEST));
		String version = fields.required("version", (name) -> fields.text(name, LONGEST));
		return (jurisdiction != null && program != null && version != null)
				? new WithdrawnVersion(jurisdiction, program, version) : null;
	}

}
