package org.huiling.payment;

import java.time.YearMonth;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Payments of a person that are held back until it is released.
 *
 * @param id its id
 * @param from since which month
 * @param program which program's, null for all
 * @param code why
 */
record Hold(UUID id, YearMonth from, @Nullable String program, HoldCode code) {

	/** Whether it holds back an item; a year counts from the one in which it begins. */
	boolean covers(Item item) {
		String begin = this.from.toString().substring(0, item.period().length());
		return (this.program == null || this.program.equals(item.program())) && item.period().compareTo(begin) >= 0;
	}

}
