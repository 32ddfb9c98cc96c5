package org.huiling.engine.dictionary.written;

import org.jspecify.annotations.Nullable;

/**
 * An expression that must be a condition.
 *
 * @param owner the path of what it belongs to
 * @param written where it stands
 * @param list the list whose items it is asked of, null if it is asked of the person
 * @param asking whether it says when its owner is asked for, so that circles matter
 */
public record ConditionText(String owner, Written written, @Nullable String list, boolean asking) {
}
