package org.huiling.payment.calculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a jurisdiction pays in a month: a program by the rule of its own where it has one,
 * everything else by the jurisdiction's.
 *
 * @param general the jurisdiction's
 * @param own those of programs, by their ids
 */
public record PayingRules(PaymentRule general, Map<String, PaymentRule> own) {

	public PayingRules {
		own = Map.copyOf(own);
	}

	/** Where no program has a rule of its own. */
	static PayingRules of(PaymentRule general) {
		return new PayingRules(general, Map.of());
	}

	/** The rule by which a program is paid. */
	public PaymentRule of(String program) {
		return this.own.getOrDefault(program, this.general);
	}

	/** Whether there is a roster for a month: one in which anything is paid. */
	public boolean paysIn(YearMonth month) {
		return all().anyMatch((rule) -> rule.paysIn(month));
	}

	/** The first month whose regular payment a roster holds. */
	public YearMonth first(YearMonth month) {
		return paying(month).stream().map((rule) -> rule.first(month)).min(Comparator.naturalOrder()).orElse(month);
	}

	/** The last month whose regular payment a roster holds. */
	public YearMonth last(YearMonth month) {
		return paying(month).stream().map((rule) -> rule.last(month)).max(Comparator.naturalOrder()).orElse(month);
	}

	/**
	 * The last month of which a roster takes anything for a program: what it pays, or in
	 * a month that is not the program's what waits.
	 */
	YearMonth last(String program, YearMonth month) {
		PaymentRule rule = of(program);
		return rule.paysIn(month) ? rule.last(month) : month;
	}

	/**
	 * The day on which a roster is paid: the jurisdiction's, in a month in which it pays
	 * nothing the first one of its programs'.
	 */
	public LocalDate payDay(YearMonth month) {
		return this.general.paysIn(month) ? this.general.payDay(month)
				: paying(month).stream()
					.map((rule) -> rule.payDay(month))
					.min(Comparator.naturalOrder())
					.orElseGet(() -> this.general.payDay(month));
	}

	/** The day on which a roster pays a program; the roster's where it does not. */
	public LocalDate payDay(String program, YearMonth month) {
		PaymentRule rule = of(program);
		return rule.paysIn(month) ? rule.payDay(month) : payDay(month);
	}

	/** Until when what a roster asks back for a program is to be paid back. */
	public LocalDate due(String program, YearMonth month) {
		return payDay(program, month).plusDays(of(program).dueDays());
	}

	private Stream<PaymentRule> all() {
		return Stream.concat(Stream.of(this.general), this.own.values().stream());
	}

	private List<PaymentRule> paying(YearMonth month) {
		return all().filter((rule) -> rule.paysIn(month)).toList();
	}

}
