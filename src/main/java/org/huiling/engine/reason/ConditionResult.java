package org.huiling.engine.reason;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a condition came out for one person.
 *
 * @param text as the author wrote it
 * @param actual the values it read, by the name rules use; null for an unknown one
 * @param result holds, fails or unknown
 * @param absent where the amount is worked out of a fact that is not there: which, in
 * words; the text is then what the rule grants. Null for a condition
 */
public record ConditionResult(String text, Map<String, @Nullable Object> actual, Truth result, @Nullable Note absent) {

	/**
	 * A condition of the rule.
	 * @param text as the author wrote it
	 * @param actual the values it read
	 * @param result holds, fails or unknown
	 */
	public ConditionResult(String text, Map<String, @Nullable Object> actual, Truth result) {
		this(text, actual, result, null);
	}

}
