package org.huiling.engine.reason;

import java.math.BigDecimal;

/**
 * 算式: one step on the way to an amount.
 *
 * @param text what was worked out, in figures and signs that read alike in every
 * language, such as {@code 8,181.53 − 300.00}
 * @param value what it came to: yuan, or a whole number
 */
public record CalculationStep(String text, Number value) {

	/**
	 * As a person reads it.
	 * @return such as {@code 8,181.53 − 300.00 = 7,881.53}
	 */
	public String line() {
		return line(this.text, this.value);
	}

	/**
	 * A step as a person reads it.
	 * @param text what was worked out
	 * @param value what it came to
	 * @return such as {@code 8,181.53 − 300.00 = 7,881.53}
	 */
	public static String line(String text, Number value) {
		return text + " = " + ((value instanceof BigDecimal yuan) ? grouped(yuan) : counted(value.intValue()));
	}

	/**
	 * A whole number as it stands in steps.
	 * @param number the number
	 * @return such as {@code 12}; below zero in brackets like an amount
	 */
	public static String counted(int number) {
		return (number < 0) ? "(−" + Math.abs((long) number) + ")" : String.valueOf(number);
	}

	/**
	 * An amount as it stands in steps.
	 * @param yuan the amount
	 * @return such as {@code 8,181.53}; below zero in brackets, so that no two signs meet
	 */
	public static String grouped(BigDecimal yuan) {
		String plain = yuan.abs().toPlainString();
		int point = plain.indexOf('.');
		if (yuan.signum() >= 0 && ((point < 0) ? plain.length() : point) <= 3) {
			return plain;
		}
		StringBuilder text = new StringBuilder(plain);
		for (int at = ((point < 0) ? plain.length() : point) - 3; at > 0; at -= 3) {
			text.insert(at, ',');
		}
		return (yuan.signum() < 0) ? "(−" + text + ")" : text.toString();
	}

}
