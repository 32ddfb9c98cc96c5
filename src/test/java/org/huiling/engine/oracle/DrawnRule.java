package org.huiling.engine.oracle;

import org.jspecify.annotations.Nullable;

/**
 * A rule: its text and what it means.
 *
 * @param name its name
 * @param when its conditions as they are written
 * @param then its consequence as it is written
 * @param truth whether it holds
 * @param amount what it gives, null if it declines
 * @param ceiling over the year, null if there is none
 * @param forKind whether the ceiling counts only what was paid for the kind
 */
public record DrawnRule(String name, String when, String then, Formula truth, @Nullable Formula amount,
		@Nullable Formula ceiling, boolean forKind) {
}
