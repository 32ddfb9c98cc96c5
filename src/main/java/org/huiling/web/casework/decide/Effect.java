package org.huiling.web.casework.decide;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.huiling.decision.DecisionView;
import org.huiling.decision.store.DecisionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a decision would do.
 *
 * @param decision as it would be
 * @param standing the decision that stands for its period now, null if none does
 * @param difference what it grants more a period than what stands, below zero for less;
 * null where either grants in kind, or nothing would be written
 * @param past for how many months it would stand up to last month, unless others are
 * decided otherwise; 0 where it is not by the month
 */
record Effect(DecisionView decision, @Nullable DecisionView standing, @Nullable BigDecimal difference, long past) {

	/**
	 * What deciding would do.
	 * @param items the decisions as they would stand
	 * @param decided every decision about the person now
	 * @param now the month that it is
	 * @return one for each item, in their order
	 */
	static List<Effect> of(List<DecisionView> items, List<DecisionView> decided, YearMonth now) {
		List<DecisionView> current = decided.stream()
			.filter((one) -> one.current() && one.outcome() != DecisionOutcome.REVOKED)
			.toList();
		return items.stream().map((item) -> of(item, current, now)).toList();
	}

	private static Effect of(DecisionView item, List<DecisionView> current, YearMonth now) {
		if (!isNew(item)) {
			return new Effect(item, null, null, 0);
		}
		DecisionView standing = current.stream().filter((one) -> isInPlaceOf(one, item)).findFirst().orElse(null);
		boolean things = item.inKind() != null || (standing != null && standing.inKind() != null);
		BigDecimal before = (standing != null) ? granted(standing) : BigDecimal.ZERO;
		return new Effect(item, standing, things ? null : granted(item).subtract(before), past(item, now));
	}

	private static boolean isInPlaceOf(DecisionView one, DecisionView item) {
		return one.jurisdiction().equals(item.jurisdiction()) && one.program().equals(item.program())
				&& Objects.equals(one.claim(), item.claim()) && one.period().compareTo(item.period()) <= 0
				&& (one.until() == null || one.until().compareTo(item.period()) >= 0);
	}

	private static BigDecimal granted(DecisionView decision) {
		return (decision.outcome() == DecisionOutcome.ELIGIBLE && decision.amount() != null) ? decision.amount()
				: BigDecimal.ZERO;
	}

	private static long past(DecisionView item, YearMonth now) {
		if (!DecisionBars.isMonth(item.period())) {
			return 0;
		}
		YearMonth after = (item.until() != null) ? YearMonth.parse(item.until()).plusMonths(1) : now;
		return Math.max(0,
				ChronoUnit.MONTHS.between(YearMonth.parse(item.period()), after.isBefore(now) ? after : now));
	}

	private static boolean isNew(DecisionView decision) {
		return Boolean.TRUE.equals(decision.fresh());
	}

	/** Whether something would be written; else it stands already as it is. */
	public boolean isNew() {
		return isNew(this.decision);
	}

	/** The last of the months that are past. */
	public String lastPast() {
		return YearMonth.parse(this.decision.period()).plusMonths(this.past - 1).toString();
	}

	/**
	 * What its months up to last month come to, which rosters make up for or take back: a
	 * decision stands on, with its amount, until another is made. Null if it comes to
	 * nothing.
	 */
	public @Nullable BigDecimal arrears() {
		return (this.difference == null || this.past == 0 || this.difference.signum() == 0) ? null
				: this.difference.multiply(BigDecimal.valueOf(this.past));
	}

}
