package org.huiling.decision;

import java.time.LocalDate;
import java.time.YearMonth;

import org.huiling.decision.store.Decision;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.Period;

/**
 * Decisions for one month alone: where rules read what is added up of a month, such as
 * its bills, the month after is not decided by it.
 */
public final class MonthAlone {

	/** The note of a decision that ends one with its month. */
	public static final String OVER = "MONTH_OVER";

	private MonthAlone() {
	}

	/**
	 * Whether a monthly decision is of its first month alone.
	 * @param book the policies it was made by
	 * @param decision the decision
	 * @return true if it must not go on
	 */
	public static boolean isOfOneMonth(PolicyBook book, Decision decision) {
		return isOfOneMonth(book, decision.key().program(), Period.parse(decision.period()).firstDay());
	}

	/**
	 * Whether a program's answer for a month is of that month alone.
	 * @param book the policies
	 * @param program the program's id
	 * @param month the month
	 * @return true if it must not go on
	 */
	public static boolean isOfOneMonth(PolicyBook book, String program, YearMonth month) {
		return isOfOneMonth(book, program, month.atDay(1));
	}

	private static boolean isOfOneMonth(PolicyBook book, String program, LocalDate firstDay) {
		CompiledPolicy policy = book.inForce(program, firstDay);
		return policy != null && policy.isOfOneMonth();
	}

	/**
	 * The month after a decision's.
	 * @param decision a monthly one
	 * @return such as {@code 2026-11}
	 */
	public static String after(Decision decision) {
		return YearMonth.parse(decision.period()).plusMonths(1).toString();
	}

}
