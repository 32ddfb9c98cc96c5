package org.huiling.engine.reason;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.InKind;
import org.jspecify.annotations.Nullable;

/**
 * A reason for an amount.
 *
 * @param rule the rule's name
 * @param basis the article behind it
 * @param amount yuan, null for what is granted in kind
 * @param inKind what the rule grants in kind, null where it is money
 * @param values facts and parameters the rule used, by name
 * @param program for a withheld award the program that was better, else null
 * @param steps how the amount came about; empty where nothing was worked out
 * @param standards the values of shared standards that it went by
 */
public record Why(Bilingual rule, String basis, @Nullable BigDecimal amount, @Nullable InKind inKind,
		Map<String, @Nullable Object> values, @Nullable String program, List<CalculationStep> steps,
		List<SharedValue> standards) {

	public Why(Bilingual rule, String basis, BigDecimal amount, Map<String, @Nullable Object> values,
			@Nullable String program) {
		this(rule, basis, amount, null, values, program, List.of(), List.of());
	}

	public Why(Bilingual rule, String basis, BigDecimal amount, Map<String, @Nullable Object> values,
			@Nullable String program, List<CalculationStep> steps) {
		this(rule, basis, amount, null, values, program, steps, List.of());
	}

	/** The same reason, which names the day whose facts it goes by. */
	public Why on(LocalDate factDay) {
		Map<String, @Nullable Object> dated = new LinkedHashMap<>(this.values);
		dated.put("factDay", factDay.toString());
		return new Why(this.rule, this.basis, this.amount, this.inKind, dated, this.program, this.steps,
				this.standards);
	}

	/** The same reason for something in kind. */
	public Why grants(InKind thing) {
		return new Why(this.rule, this.basis, null, thing, this.values, this.program, this.steps, this.standards);
	}

	/** The same reason with the standards that it went by. */
	public Why by(List<SharedValue> shared) {
		return shared.equals(this.standards) ? this : new Why(this.rule, this.basis, this.amount, this.inKind,
				this.values, this.program, this.steps, shared);
	}

}
