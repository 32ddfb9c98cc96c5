package org.huiling.decision.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.Step;
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
 * @param steps how the amount came about, absent where nothing was worked out
 */
public record WhyView(String rule, String ruleEn, String basis, @Nullable BigDecimal amount,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String program, Map<String, @Nullable Object> values,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<StepView> steps) {

	/**
	 * How the amount came about.
	 * @return in order; empty of reasons that were kept before there were steps
	 */
	@Override
	public List<StepView> steps() {
		return Objects.requireNonNullElse(this.steps, List.of());
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
			return Step.line(this.text, this.value);
		}

	}

}
