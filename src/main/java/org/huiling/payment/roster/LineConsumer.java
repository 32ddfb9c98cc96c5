package org.huiling.payment.roster;

import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.calculation.RosterCalculation;
import org.jspecify.annotations.Nullable;

/** Takes what calculating comes to, person by person. */
interface LineConsumer {

	void write(UUID person, @Nullable Payee payee, RosterCalculation.Result result);

	/** A block of people is through. */
	void send();

}
