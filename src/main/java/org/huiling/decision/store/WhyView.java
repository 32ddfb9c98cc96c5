package org.huiling.decision.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.reason.CalculationStep;
import org.jspecify.annotations.Nullable;

/**
 * Why something was decided, as it is kept and answered: a rule that grants.
 *
 * @param rule its name
 * @param ruleEn the same in English
 * @param basis the article
 * @param amount what it grants, yuan; null where that is in kind
 * @param inKind what it grants in kind, absent where it is money
 * @param program whose award was set off, absent if none
 * @param values what it saw, by name
 * @param standards the values of standards that it went by, absent where there are none
 * @param steps how the amount came about, absent where nothing was worked out
 */
public record WhyView(String rule, String ruleEn, String basis, @Nullable BigDecimal amount,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String program, Map<String, @Nullable Object> values,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<StandardView> standards,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<StepView> steps) {

	/**
	 * The values of standards that it went by.
	 * @return empty of reasons that were kept before there were standards
	 */
	@Override
	public List<StandardView> standards() {
		return Objects.requireNonNullElse(this.standards, List.of());
	}

	/**
	 * How the amount came about.
	 * @return in order; empty of reasons that were kept before there were steps
	 */
	@Override
	public List<StepView> steps() {
		return Objects.requireNonNullElse(this.steps, List.of());
	}

	/**
	 * The value of a standard.
	 *
	 * @param parameter what the rule calls it
	 * @param standard its name, such as {@code standards.dibaoStandard}
	 * @param title what people call it
	 * @param titleEn the same in English
	 * @param by what the key is, such as {@code hukouType}; null without a key
	 * @param key for whom it is, null for everybody
	 * @param value as the standard has it
	 * @param from the first day of the value
	 * @param basis the notice that sets it
	 * @param text the value with what the policy makes of it, such as
	 * {@code 485.00 × 150 %}
	 */
	public record StandardView(String parameter, String standard, String title, String titleEn, @Nullable String by,
			@Nullable String key, Object value, LocalDate from, String basis, String text) {

	}

	/**
	 * One step on the way to an amount.
	 *
	 * @param text what was worked out, such as {@code 8,181.53 − 300.00}
	 * @param value what it came to: yuan, or a whole number
	 */
	public record StepView(String text, BigDecimal value) {

		/**
		 * As a person reads it.
		 * @return such as {@code 8,181.53 − 300.00 = 7,881.53}
		 */
		public String line() {
			return CalculationStep.line(this.text, this.value);
		}

	}

}
