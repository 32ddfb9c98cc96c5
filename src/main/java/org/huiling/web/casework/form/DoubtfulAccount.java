package org.huiling.web.casework.form;

import java.util.List;

import org.huiling.applicant.identity.AccountNumber;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/**
 * A card whose check digit does not follow from the other digits: most are a slip of the
 * hand, which nobody sees before a bank sends the money back. Whoever types one is asked
 * before it is recorded; with their word it is.
 */
public final class DoubtfulAccount {

	private static final String FIELD = "payee.account";

	/** What a form sends where the number was compared and is right as it stands. */
	private static final String COMPARED = "account.compared";

	private DoubtfulAccount() {
	}

	/**
	 * Asks.
	 * @throws InvalidInput 422 ACCOUNT_COMPARE unless the form says that the number was
	 * compared
	 */
	public static void ask(TypedFacts typed) {
		if (AccountNumber.hasWrongCheckDigit(AccountNumber.normalise(typed.value(FIELD)))
				&& typed.value(COMPARED).isEmpty()) {
			throw new InvalidInput(422, List.of(FieldError.of(FIELD, "ACCOUNT_COMPARE")));
		}
	}

}
