package org.huiling.decision.due;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is decided to be paid to people in some months, on a roster or not. */
@NamedInterface("decided")
@Component
public class DecidedPayments {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final JdbcClient jdbc;

	private final DecisionStore store;

	DecidedPayments(JdbcClient jdbc, DecisionStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	/**
	 * Something that is granted to somebody.
	 *
	 * @param program which program's
	 * @param first the first month of it
	 * @param last the last month of it
	 * @param amount a month's where it is monthly, else the whole of it; nothing where it
	 * is granted in kind
	 * @param monthly whether it is due again with each month
	 */
	@NamedInterface("decided")
	public record Granted(String program, YearMonth first, YearMonth last, BigDecimal amount, boolean monthly) {

		/** What of it falls into some months, null if nothing does. */
		public @Nullable Granted within(YearMonth from, YearMonth to) {
			YearMonth begins = this.first.isBefore(from) ? from : this.first;
			YearMonth ends = this.last.isAfter(to) ? to : this.last;
			if (begins.isAfter(ends) || (!this.monthly && !begins.equals(this.first))) {
				return null;
			}
			return new Granted(this.program, begins, ends, this.amount, this.monthly);
		}

		/** What is due for all of its months together. */
		public BigDecimal sum() {
			return this.monthly
					? this.amount.multiply(BigDecimal.valueOf(ChronoUnit.MONTHS.between(this.first, this.last) + 1))
					: this.amount;
		}

	}

	/**
	 * Several things that are granted, taken together.
	 *
	 * @param first the first month of them
	 * @param last the last month of them
	 * @param amount the sum
	 */
	@NamedInterface("decided")
	public record Decided(YearMonth first, YearMonth last, BigDecimal amount) {

		/** Those of one person; null where there are none. */
		public static @Nullable Decided of(Collection<Granted> granted) {
			if (granted.isEmpty()) {
				return null;
			}
			return new Decided(granted.stream().map(Granted::first).min(Comparator.naturalOrder()).orElseThrow(),
					granted.stream().map(Granted::last).max(Comparator.naturalOrder()).orElseThrow(),
					granted.stream().map(Granted::sum).reduce(NOTHING, BigDecimal::add));
		}

	}

	/**
	 * What a jurisdiction granted some people, from a month of each on; under files
	 * merged into theirs too. A quarter, a year and a claim count where they begin.
	 * @param from the first month, by the person's file
	 * @param jurisdiction whose decisions
	 * @param to the last month
	 * @return by file, no longer than to that month; without those to whom nothing is
	 */
	@Transactional(readOnly = true)
	public Map<UUID, List<Granted>> granted(Map<UUID, YearMonth> from, String jurisdiction, YearMonth to) {
		if (from.isEmpty()) {
			return Map.of();
		}
		Map<UUID, UUID> person = new HashMap<>();
		from.keySet().forEach((id) -> person.put(id, id));
		this.jdbc.sql("select id, survivor from applicant_merged_into where survivor = any(?)")
			.param(from.keySet().toArray(UUID[]::new))
			.query((row) -> {
				person.put(row.getObject("id", UUID.class), row.getObject("survivor", UUID.class));
			});
		Map<UUID, List<Decision>> decisions = new HashMap<>();
		this.store.withoutReasons(person.keySet())
			.stream()
			.filter((one) -> one.key().jurisdiction().equals(jurisdiction))
			.forEach((one) -> decisions
				.computeIfAbsent(person.getOrDefault(one.key().applicant(), one.key().applicant()),
						(id) -> new ArrayList<>())
				.add(one));
		Map<UUID, List<Granted>> granted = new HashMap<>();
		decisions.forEach((id, theirs) -> {
			List<Granted> each = within(granted(theirs, to), from.getOrDefault(id, to), to);
			if (!each.isEmpty()) {
				granted.put(id, each);
			}
		});
		return granted;
	}

	/**
	 * What a jurisdiction decided to pay some people, from a month of each on, taken
	 * together.
	 * @param from the first month, by the person's file
	 * @param jurisdiction whose decisions
	 * @param to the last month
	 * @return by file, in money; without those for whom nothing is
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Decided> from(Map<UUID, YearMonth> from, String jurisdiction, YearMonth to) {
		Map<UUID, Decided> decided = new HashMap<>();
		granted(from, jurisdiction, to).forEach((id, each) -> {
			Decided sum = Decided.of(each.stream().filter((one) -> one.amount().signum() > 0).toList());
			if (sum != null) {
				decided.put(id, sum);
			}
		});
		return decided;
	}

	/** What of several things falls into some months. */
	public static List<Granted> within(List<Granted> granted, YearMonth from, YearMonth to) {
		return granted.stream().map((one) -> one.within(from, to)).filter(Objects::nonNull).toList();
	}

	private static List<Granted> granted(Collection<Decision> decisions, YearMonth to) {
		EffectiveDecisions effective = EffectiveDecisions.of(decisions);
		List<Granted> granted = new ArrayList<>();
		for (Decision decision : effective.all()) {
			if (decision.outcome() == DecisionOutcome.ELIGIBLE) {
				YearMonth begins = YearMonth.from(Period.parse(decision.period()).firstDay());
				String until = decision.isMonthly() ? effective.until(decision) : null;
				YearMonth open = decision.isMonthly() ? to : begins;
				granted.add(new Granted(decision.key().program(), begins,
						(until != null) ? YearMonth.parse(until) : open, decision.amount(), decision.isMonthly()));
			}
		}
		return granted;
	}

}
