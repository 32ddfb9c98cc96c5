package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.huiling.engine.PaidTo;
import org.jspecify.annotations.Nullable;

/**
 * A line of the roster that is being made.
 *
 * @param item what for
 * @param kind what it pays
 * @param amount yuan, negative for a recovery
 * @param paidTo who receives it
 * @param decision what says so, null where nothing stands any more
 * @param version the version that answered
 * @param because why it makes up for an earlier period, null if it does not
 * @param payDay when it is paid; of a recovery from a person, the day of the payment that
 * it is set off against
 */
public record NewLine(PaymentItem item, LineKind kind, BigDecimal amount, PaidTo paidTo, @Nullable UUID decision,
		@Nullable String version, @Nullable ArrearsReason because, LocalDate payDay) {
}
