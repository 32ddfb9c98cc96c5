package org.huiling.payment;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.payment.calculation.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose money a proposal is about, for those who are to confirm it; what is not known is
 * absent.
 *
 * @param fileNumber of the person's file
 * @param jurisdiction who pays
 * @param month of the roster
 * @param program the program's id
 * @param period the month, quarter or year it is for
 * @param kind what the line pays
 * @param amount how much
 * @param currency what the amount is in, a code of ISO 4217
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentEffects(@Nullable String fileNumber, @Nullable String jurisdiction, @Nullable String month,
		@Nullable String program, @Nullable String period, @Nullable LineKind kind, @Nullable BigDecimal amount,
		@Nullable String currency) {

	public static final PaymentEffects UNKNOWN = new PaymentEffects(null, null, null, null, null, null, null, null);

}
