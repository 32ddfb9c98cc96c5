package org.huiling.facts.type;

import org.jspecify.annotations.Nullable;

/**
 * From when to when a value holds, both days included.
 *
 * @param from the path of the first day
 * @param to the path of the last day, null if there is none
 * @param outside the code that is read on other days, null if the value is not there then
 */
public record Validity(String from, @Nullable String to, @Nullable String outside) {
}
