package org.huiling.facts.type;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 原标准: up to which number a fact went before a standard gave it more values. Versions
 * that came into force before that day know no larger one, and never see it.
 *
 * @param before the first day of the versions that know every value
 * @param max the largest number until then
 * @param standard the standard of then, null if none is named
 */
public record Earlier(LocalDate before, BigDecimal max, @Nullable String standard) {
}
