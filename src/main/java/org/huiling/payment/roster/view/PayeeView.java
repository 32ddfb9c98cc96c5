package org.huiling.payment.roster.view;

import org.huiling.applicant.Payees.Payee;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment to a person goes, as it is answered.
 *
 * @param kind such as {@code BANK}
 * @param bank which
 * @param account masked
 * @param name whose it is
 */
public record PayeeView(@Nullable String kind, @Nullable String bank, @Nullable String account, @Nullable String name) {

	static @Nullable PayeeView of(@Nullable Payee payee) {
		return (payee != null && payee.account() != null)
				? new PayeeView(payee.kind(), payee.bank(), payee.maskedAccount(), payee.holder()) : null;
	}

}
