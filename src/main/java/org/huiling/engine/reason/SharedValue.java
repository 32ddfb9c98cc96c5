package org.huiling.engine.reason;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The value of a standard that a rule went by.
 *
 * @param parameter what rules call it
 * @param standard the standard, such as {@code standards.dibaoStandard}
 * @param title what people call it, in both languages
 * @param by what the key is, such as {@code hukouType}; null without a key
 * @param key for whom the value is, such as {@code URBAN}; null for everybody
 * @param value as the standard has it: a number, or a day
 * @param from the first day of the value
 * @param basis the notice that sets it
 * @param times how many times the standard the parameter is, null for once
 * @param share how many percent of it, null for all of it
 */
public record SharedValue(String parameter, String standard, Bilingual title, @Nullable String by, @Nullable String key,
		Object value, LocalDate from, String basis, @Nullable BigDecimal times, @Nullable BigDecimal share) {

	/**
	 * The value with what the parameter makes of it.
	 * @return such as {@code 485.00 × 150 %}
	 */
	public String worked() {
		String text = (this.value instanceof BigDecimal number) ? CalculationStep.grouped(number)
				: this.value.toString();
		text += (this.times != null) ? " × " + this.times.toPlainString() : "";
		return (this.share != null) ? text + " × " + this.share.toPlainString() + " %" : text;
	}

}
