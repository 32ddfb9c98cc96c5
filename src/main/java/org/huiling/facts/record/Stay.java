package org.huiling.facts.record;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.facts.Code;
import org.jspecify.annotations.Nullable;

/** What tells of a claim whether it may be another one entered twice. */
public interface Stay {

	/**
	 * The discharge, or the day of the visit or disaster.
	 * @return the day
	 */
	LocalDate date();

	/**
	 * The day of admission.
	 * @return null if it is unknown or there was none
	 */
	@Nullable LocalDate start();

	/**
	 * What kind of claim it is.
	 * @return null if it is unknown
	 */
	@Nullable Code kind();

	/**
	 * Whether it is a stay in hospital.
	 * @return false for a visit and for a disaster
	 */
	boolean isInpatient();

	/**
	 * The tier of the hospital.
	 * @return null if it is unknown
	 */
	@Nullable Code tier();

	/**
	 * All of the bill, or the assessed loss.
	 * @return yuan, null if it is unknown
	 */
	@Nullable BigDecimal total();

	/**
	 * The part of the bill that ratios apply to.
	 * @return yuan, null if it is unknown
	 */
	@Nullable BigDecimal cost();

}
