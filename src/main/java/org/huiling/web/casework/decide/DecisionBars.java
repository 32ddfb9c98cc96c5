package org.huiling.web.casework.decide;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.decision.DecisionView;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.InKindView;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What stands month by month as bars, a row for each program.
 *
 * @param months the months, the first at the left
 * @param rows one for each monthly program of which anything stands
 */
public record DecisionBars(List<YearMonth> months, List<Row> rows) {

	/** How far back the bars go. */
	public static final int MONTHS = 24;

	/** In the units of the drawing. */
	private static final int YEAR_LENGTH = 4;

	private static final int STEP = 36;

	/**
	 * A program.
	 *
	 * @param jurisdiction whose program it is
	 * @param program its id
	 * @param bars a bar for each month for which something stands
	 */
	record Row(String jurisdiction, String program, String currency, List<Bar> bars) {
	}

	/**
	 * What stands for some months one after the other.
	 *
	 * @param x where it begins in the drawing
	 * @param width how wide it is
	 * @param outcome the code for the sign
	 * @param amount a month, null where it is granted in kind
	 * @param inKind what is granted in kind, null where nothing is, or money
	 */
	record Bar(int x, int width, String outcome, @Nullable BigDecimal amount, @Nullable InKindView inKind) {
	}

	/** The bars up to a month. */
	public static DecisionBars of(List<DecisionView> decisions, YearMonth last) {
		YearMonth first = last.minusMonths(MONTHS - 1L);
		Map<String, List<Bar>> rows = new LinkedHashMap<>();
		decisions.stream().filter(DecisionBars::stands).forEach((decision) -> {
			YearMonth from = YearMonth.parse(decision.period());
			YearMonth to = (decision.until() == null) ? last : YearMonth.parse(decision.until());
			YearMonth begin = from.isBefore(first) ? first : from;
			YearMonth end = to.isAfter(last) ? last : to;
			if (!end.isBefore(begin)) {
				rows.computeIfAbsent(decision.jurisdiction() + " " + decision.program() + " " + decision.currency(),
						(program) -> new ArrayList<>())
					.add(new Bar(STEP * months(first, begin), STEP * (months(begin, end) + 1) - 2, decision.status(),
							decision.amount(), decision.inKind()));
			}
		});
		return new DecisionBars(Stream.iterate(first, (month) -> month.plusMonths(1)).limit(MONTHS).toList(),
				rows.entrySet().stream().map((row) -> row(row.getKey().split(" "), row.getValue())).toList());
	}

	private static Row row(String[] key, List<Bar> bars) {
		return new Row(key[0], key[1], key[2], List.copyOf(bars));
	}

	private static boolean stands(DecisionView decision) {
		return decision.current() && isMonth(decision.period()) && decision.claim() == null
				&& decision.outcome() != DecisionOutcome.REVOKED;
	}

	/** Whether a period is a month, not a quarter or a year. */
	public static boolean isMonth(String period) {
		return period.length() > YEAR_LENGTH && !Period.isQuarter(period);
	}

	private static int months(YearMonth from, YearMonth to) {
		return (int) ChronoUnit.MONTHS.between(from, to);
	}

	/** What amounts are in, by the codes of ISO 4217. */
	public List<String> currencies() {
		return this.rows.stream().map(Row::currency).distinct().toList();
	}

	/** How wide the drawing is. */
	public int width() {
		return STEP * MONTHS;
	}

	/** Where a month begins. */
	public int x(int month) {
		return STEP * month;
	}

}
