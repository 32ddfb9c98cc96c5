package org.huiling.payment.calculation;

import java.time.LocalDate;

import org.huiling.engine.PaidTo;
import org.jspecify.annotations.Nullable;

/** What the policies of a jurisdiction say about paying. */
public interface PaidPrograms {

	/**
	 * Who receives the money of a program.
	 * @param program its id
	 * @return the person where the program is not known
	 */
	PaidTo paidTo(String program);

	/**
	 * How long a passed life check holds by the version in force on a day, which counts
	 * where the payment rule says nothing of it.
	 * @param program its id
	 * @param day the day
	 * @return months; null if the version asks for none, or none is in force
	 */
	@Nullable Integer lifeCheckMonths(String program, LocalDate day);

}
