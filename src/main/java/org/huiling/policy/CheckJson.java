package org.huiling.policy;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what checks and comparisons find, amounts with their decimals. */
public final class CheckJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private CheckJson() {
	}

	/**
	 * An answer as JSON.
	 * @param answer a record, or fields by name
	 * @return one line
	 */
	public static String write(Object answer) {
		return MAPPER.writeValueAsString(answer);
	}

}
