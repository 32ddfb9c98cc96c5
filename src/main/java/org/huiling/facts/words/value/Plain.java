package org.huiling.facts.words.value;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.facts.Money;

/** Values as what they are compared with: a number as it is written may be an amount. */
public final class Plain {

	private Plain() {
	}

	public static Money money(Object value) {
		return (value instanceof Money money) ? money : Money.of(decimal(value));
	}

	public static LocalDate day(Object value) {
		return (value instanceof LocalDate day) ? day : LocalDate.parse((String) value);
	}

	public static BigDecimal decimal(Object value) {
		return (value instanceof BigDecimal decimal) ? decimal : BigDecimal.valueOf(whole(value));
	}

	public static long whole(Object value) {
		return ((Number) value).longValue();
	}

	public static Object number(long value) {
		return ((int) value == value) ? (Object) (int) value : (Object) value;
	}

}
