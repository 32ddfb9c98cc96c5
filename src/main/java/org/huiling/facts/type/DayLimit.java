package org.huiling.facts.type;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A day before or after which a date may not lie: exactly one of a fixed day, another
 * date fact, and today.
 *
 * @param day the fixed day, null if it is none
 * @param fact the path of the other date, null if it is none
 * @param code the stable code of a date beyond it, null for the one of its kind
 * @param message what is said of a date beyond it, null for what is said of any;
 * {@code {path}} stands for where that fact was found
 */
public record DayLimit(@Nullable LocalDate day, @Nullable String fact, @Nullable String code, @Nullable Label message) {

	/**
	 * Whether it is the day on which somebody asks.
	 * @return true for {@code today}
	 */
	public boolean isToday() {
		return this.day == null && this.fact == null;
	}

}
