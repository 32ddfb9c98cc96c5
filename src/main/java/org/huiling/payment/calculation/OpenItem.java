package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.util.UUID;

import org.huiling.engine.PaidTo;

/**
 * A difference that no line of the roster makes up for.
 *
 * @param item what for
 * @param amount yuan; negative if it is owed back
 * @param paidTo who receives the program's money
 * @param reason why it stays open
 * @param decision what stands, {@link WriteOff#NOTHING_STOOD} if nothing does
 */
public record OpenItem(PaymentItem item, BigDecimal amount, PaidTo paidTo, OpenReason reason, UUID decision) {
}
