package org.huiling.facts;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was read of the facts while a condition was tested: the actual values of an
 * explanation. Belongs to one evaluation in one thread.
 */
public final class Reads {

	private Map<String, @Nullable Object> values = new LinkedHashMap<>();

	/**
	 * Notes a value that was read.
	 * @param name what rules call it
	 * @param value the value, null if it is unknown
	 */
	public void seen(String name, @Nullable Object value) {
		this.values.put(name, value);
	}

	/**
	 * Takes what was read since the last call.
	 * @return values by the name rules use; null for an unknown one
	 */
	public Map<String, @Nullable Object> take() {
		if (this.values.isEmpty()) {
			return Map.of();
		}
		Map<String, @Nullable Object> taken = this.values;
		this.values = new LinkedHashMap<>();
		return taken;
	}

}
