package org.huiling.facts.dictionary;

import org.huiling.facts.expression.Expression;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be, or is odd, as it stands in the files under "refuse" and "warn".
 *
 * @param refused whether such facts are refused; else they are warned of
 * @param code the stable code it is told by
 * @param list the list whose items it is asked of one by one, null if it is asked of the
 * person
 * @param when the condition that must not hold
 * @param field the path of the field it is told at
 * @param message what is said; {@code {path}} stands for where that fact was found
 */
public record Contradiction(boolean refused, String code, @Nullable String list, Expression when, String field,
		Label message) {
}
