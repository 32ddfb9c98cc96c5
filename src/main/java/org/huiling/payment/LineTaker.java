package org.huiling.payment;

import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.jspecify.annotations.Nullable;

/** Takes what settling comes to, person by person. */
interface LineTaker {

	void write(UUID person, @Nullable Payee payee, Settlement.Result result);

	/** A block of people is through. */
	void send();

}
