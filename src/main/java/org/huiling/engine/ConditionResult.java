package org.huiling.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a condition came out for one person.
 *
 * @param text as the author wrote it
 * @param actual the values it read, by the name rules use; null for an unknown one
 * @param result holds, fails or unknown
 */
public record ConditionResult(String text, Map<String, @Nullable Object> actual, Truth result) {
}
