package org.huiling.payment.result;

import java.math.BigDecimal;

/**
 * Lines of a roster that came to the same by what the bank reported.
 *
 * @param result {@code PAID}, {@code FAILED} or {@code RETURNED}
 * @param recovery whether they are recoveries, which follow their payments
 * @param lines how many
 * @param total yuan; of recoveries below zero
 */
public record ResultSum(String result, boolean recovery, long lines, BigDecimal total) {
}
