package org.huiling.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.decision.review.DecisionChange;
import org.huiling.engine.Cycle;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.PaymentRuleBook;
import org.huiling.payment.calculation.PaymentRuleReader;
import org.huiling.payment.calculation.RosterCalculation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changes of decisions owe for periods that are paid already: the difference between
 * what is decided now and what was actually paid, as {@link RosterCalculation} takes it,
 * whether the next roster books it or leaves it open.
 */
@Component
public class Adjustments {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	/**
	 * What did not fail, and what was collected. What was given up counts for nothing
	 * here: a changed decision makes another debt of it.
	 */
	private static final String PAID = """
			select l.applicant, l.program, l.claim, l.period, l.amount as paid
			from payment_line l join roster r on r.id = l.roster
			left join payment_result_now p on p.roster = l.roster and p.number = l.number
			where l.applicant = any(?) and r.jurisdiction = ? and r.state in ('APPROVED', 'CLOSED')
				and coalesce(p.result, 'PAID') = 'PAID'
			union all
			select s.applicant, s.program, s.claim, s.period, - s.counts from payment_settlement_now s
			where s.applicant = any(?) and s.jurisdiction = ? and s.kind = 'COLLECTED'""";

	/** A roster reaches ahead by less than a quarter. */
	private static final int REACH = 3;

	private final JdbcClient jdbc;

	private final PaymentRuleReader rules;

	Adjustments(JdbcClient jdbc, PaymentRuleReader rules) {
		this.jdbc = jdbc;
		this.rules = rules;
	}

	private record Place(UUID applicant, PaymentItem item) {
	}

	/**
	 * The adjustments of changes.
	 * @param jurisdiction whose rosters paid
	 * @param changes what changed
	 * @return yuan by the change's id, positive for arrears, negative for what is owed
	 * back; without changes none of whose periods a roster paid
	 */
	@Transactional(readOnly = true)
	public Map<UUID, BigDecimal> of(String jurisdiction, Collection<DecisionChange> changes) {
		Map<UUID, BigDecimal> adjustments = new HashMap<>();
		List<YearMonth> rosters = changes.isEmpty() ? List.of() : lastRosters(jurisdiction);
		if (!rosters.isEmpty()) {
			PaymentRuleBook book = this.rules.of(jurisdiction);
			Map<Place, BigDecimal> paid = paid(jurisdiction,
					changes.stream().map(DecisionChange::applicant).collect(Collectors.toSet()));
			Set<Place> moved = moved(changes);
			changes.forEach((change) -> {
				boolean counts = change.after().grants() || !moved.contains(place(change));
				BigDecimal adjustment = counts ? adjustment(change, lastPaid(book, rosters, change.program()), paid)
						: null;
				if (adjustment != null) {
					adjustments.put(change.id(), adjustment);
				}
			});
		}
		return adjustments;
	}

	/** What is given once and granted in another month by one of some changes. */
	private static Set<Place> moved(Collection<DecisionChange> changes) {
		return changes.stream()
			.filter((change) -> Cycle.isOnce(change.claim()) && change.after().grants())
			.map(Adjustments::place)
			.collect(Collectors.toSet());
	}

	private static Place place(DecisionChange change) {
		return new Place(change.applicant(), place(new PaymentItem(change.period(), change.program(), change.claim())));
	}

	/** What is given once is one item, whatever the month. */
	private static PaymentItem place(PaymentItem item) {
		return item.isOnce() ? item.in(Cycle.ONCE.name()) : item;
	}

	/** The months of the last rosters that were approved. */
	private List<YearMonth> lastRosters(String jurisdiction) {
		return this.jdbc
			.sql("select month from roster where jurisdiction = ? and state in ('APPROVED', 'CLOSED')"
					+ " order by month desc limit ?")
			.params(jurisdiction, REACH)
			.query(String.class)
			.list()
			.stream()
			.map(YearMonth::parse)
			.toList();
	}

	/** The last month of a program whose regular payment was approved. */
	private static @Nullable String lastPaid(PaymentRuleBook book, List<YearMonth> rosters, String program) {
		return rosters.stream()
			.flatMap((month) -> book.at(month)
				.map((rules) -> rules.of(program))
				.filter((rule) -> rule.paysIn(month))
				.map((rule) -> rule.last(month))
				.stream())
			.max(Comparator.naturalOrder())
			.map(YearMonth::toString)
			.orElse(null);
	}

	private Map<Place, BigDecimal> paid(String jurisdiction, Set<UUID> people) {
		UUID[] ids = people.toArray(UUID[]::new);
		Map<Place, BigDecimal> paid = new HashMap<>();
		this.jdbc.sql(PAID).params(ids, jurisdiction, ids, jurisdiction).query((row) -> {
			PaymentItem item = new PaymentItem(row.getString("period"), row.getString("program"),
					row.getString("claim"));
			paid.merge(new Place(row.getObject("applicant", UUID.class), place(item)), row.getBigDecimal("paid"),
					BigDecimal::add);
		});
		return paid;
	}

	private static @Nullable BigDecimal adjustment(DecisionChange change, @Nullable String lastPaid,
			Map<Place, BigDecimal> paid) {
		PaymentItem item = new PaymentItem(change.period(), change.program(), change.claim());
		BigDecimal due = change.after().paid();
		if (!item.isMonthly()) {
			BigDecimal before = paid.get(new Place(change.applicant(), place(item)));
			return (before != null) ? due.subtract(before) : null;
		}
		if (lastPaid == null) {
			return null;
		}
		String until = change.until();
		String end = (until != null && until.compareTo(lastPaid) < 0) ? until : lastPaid;
		if (change.period().compareTo(end) > 0) {
			return null;
		}
		BigDecimal sum = NOTHING;
		YearMonth last = YearMonth.parse(end);
		for (YearMonth month = YearMonth.parse(change.period()); !month.isAfter(last); month = month.plusMonths(1)) {
			Place place = new Place(change.applicant(), item.in(month.toString()));
			sum = sum.add(due).subtract(paid.getOrDefault(place, NOTHING));
		}
		return sum;
	}

}
