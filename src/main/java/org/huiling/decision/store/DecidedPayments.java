package org.huiling.decision.store;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
	 * What is decided for somebody.
	 *
	 * @param first the first month of it
	 * @param last the last month of it
	 * @param amount the sum, more than nothing
	 */
	public record Decided(YearMonth first, YearMonth last, BigDecimal amount) {

		private static Decided of(YearMonth first, YearMonth last, BigDecimal amount) {
			return new Decided(first, last, amount);
		}

		private Decided plus(Decided other) {
			return new Decided(other.first.isBefore(this.first) ? other.first : this.first,
					other.last.isAfter(this.last) ? other.last : this.last, this.amount.add(other.amount));
		}

	}

	/**
	 * What a jurisdiction decided for some people, from a month of each on; under files
	 * merged into theirs too. A quarter, a year and a claim count where they begin.
	 * @param from the first month, by the person's file
	 * @param jurisdiction whose decisions
	 * @param to the last month
	 * @return by file; without those for whom nothing is
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Decided> from(Map<UUID, YearMonth> from, String jurisdiction, YearMonth to) {
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
		Map<UUID, Decided> decided = new HashMap<>();
		decisions.forEach((id, theirs) -> {
			Decided sum = sum(theirs, from.getOrDefault(id, to), to);
			if (sum != null) {
				decided.put(id, sum);
			}
		});
		return decided;
	}

	private static @Nullable Decided sum(Collection<Decision> decisions, YearMonth from, YearMonth to) {
		EffectiveDecisions effective = EffectiveDecisions.of(decisions);
		Decided sum = null;
		for (Decision decision : effective.all()) {
			Decided one = of(decision, effective, from, to);
			if (one != null) {
				sum = (sum != null) ? sum.plus(one) : one;
			}
		}
		return sum;
	}

	private static @Nullable Decided of(Decision decision, EffectiveDecisions effective, YearMonth from, YearMonth to) {
		if (decision.outcome() != DecisionOutcome.ELIGIBLE || decision.amount().compareTo(NOTHING) <= 0) {
			return null;
		}
		YearMonth begins = YearMonth.from(Period.parse(decision.period()).firstDay());
		if (!decision.isMonthly()) {
			return (begins.isBefore(from) || begins.isAfter(to)) ? null : Decided.of(begins, begins, decision.amount());
		}
		String until = effective.until(decision);
		YearMonth first = begins.isBefore(from) ? from : begins;
		YearMonth last = (until == null || YearMonth.parse(until).isAfter(to)) ? to : YearMonth.parse(until);
		if (first.isAfter(last)) {
			return null;
		}
		long months = ChronoUnit.MONTHS.between(first, last) + 1;
		return Decided.of(first, last, decision.amount().multiply(BigDecimal.valueOf(months)));
	}

}
