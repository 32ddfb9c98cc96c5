package org.huiling.payment.calculation;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Every payment rule by which a jurisdiction ever pays.
 *
 * @param entries in no order
 */
public record PaymentRuleBook(List<Entry> entries) {

	public PaymentRuleBook {
		entries = List.copyOf(entries);
	}

	/**
	 * A rule and for what it is.
	 *
	 * @param program the program's id, null for the rule of everything else
	 * @param forAll whether it is the one that holds where the jurisdiction has none
	 * @param rule how is paid
	 */
	public record Entry(@Nullable String program, boolean forAll, PaymentRule rule) {
	}

	/** How is paid in a month; nothing before there were any rules. */
	public Optional<PayingRules> at(YearMonth month) {
		List<Entry> begun = this.entries.stream()
			.filter((entry) -> !entry.rule().from().isAfter(month))
			.sorted(Comparator.comparing((Entry entry) -> entry.rule().from()))
			.toList();
		Map<String, PaymentRule> own = new HashMap<>();
		PaymentRule general = null;
		PaymentRule forAll = null;
		for (Entry entry : begun) {
			if (entry.program() != null) {
				own.put(entry.program(), entry.rule());
			}
			else if (entry.forAll()) {
				forAll = entry.rule();
			}
			else {
				general = entry.rule();
			}
		}
		return Optional.ofNullable((general != null) ? general : forAll).map((rule) -> new PayingRules(rule, own));
	}

}
