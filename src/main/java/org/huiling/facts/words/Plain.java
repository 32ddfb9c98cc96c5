package org.huiling.facts.words;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.facts.Money;

/** Values as what they are compared with: a number as it is written may be an amount. */
final class Plain {

	private Plain() {
	}

	static Money money(Object value) {
		return (value instanceof Money money) ? money : Money.of(decimal(value));
	}

	static LocalDate day(Object value) {
		return (value instanceof LocalDate day) ? day : LocalDate.parse((String) value);
	}

	static BigDecimal decimal(Object value) {
		return (value instanceof BigDecimal decimal) ? decimal : BigDecimal.valueOf(whole(value));
	}

	static long whole(Object value) {
		return ((Number) value).longValue();
	}

	static Object number(long value) {
		return ((int) value == value) ? (Object) (int) value : (Object) value;
	}

}
