package org.huiling.payment.roster.view;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What lines with one result come to.
 *
 * @param result {@code PAID}, {@code FAILED} or {@code RETURNED}; null for those without
 * any yet
 * @param lines how many
 * @param total yuan; what is set off taken away
 */
public record ResultTotal(@Nullable String result, long lines, BigDecimal total) {
}
