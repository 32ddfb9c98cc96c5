package org.huiling.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is evaluated: a month, a calendar quarter, a year, or the day of a claim.
 *
 * @param kind which of the four
 * @param firstDay its first day, as a rule the fact day
 * @param lastDay its last day
 */
public record Period(Kind kind, LocalDate firstDay, LocalDate lastDay) implements Comparable<Period> {

	private static final int YEAR_LENGTH = 4;

	private static final int MONTH_LENGTH = 7;

	private static final int QUARTER_MONTHS = 3;

	/** A month, a calendar quarter, a calendar year, or one day. */
	public enum Kind {

		MONTH, QUARTER, YEAR, DAY

	}

	/**
	 * A calendar month.
	 * @param month the month
	 * @return the period
	 */
	public static Period of(YearMonth month) {
		return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
	}

	/**
	 * The calendar quarter in which a day lies.
	 * @param day the day
	 * @return the period
	 */
	public static Period quarter(LocalDate day) {
		YearMonth first = YearMonth.from(day)
			.withMonth(day.getMonthValue() - (day.getMonthValue() - 1) % QUARTER_MONTHS);
		return new Period(Kind.QUARTER, first.atDay(1), first.plusMonths(QUARTER_MONTHS - 1).atEndOfMonth());
	}

	/**
	 * A calendar year.
	 * @param year the year
	 * @return the period
	 */
	public static Period of(Year year) {
		return new Period(Kind.YEAR, year.atDay(1), year.atDay(year.length()));
	}

	/**
	 * One day, as for a claim.
	 * @param day the day
	 * @return the period
	 */
	public static Period of(LocalDate day) {
		return new Period(Kind.DAY, day, day);
	}

	/**
	 * Reads {@code 2013-07}, {@code 2013-Q3} (also {@code 2013Q3}) or {@code 2013}.
	 * @param text the period as the HTTP contract writes it
	 * @return the month, quarter or year
	 * @throws DateTimeException if it is none of them
	 */
	public static Period parse(String text) {
		int year = (text.length() >= YEAR_LENGTH) ? number(text, 0, YEAR_LENGTH) : -1;
		if (year >= 0 && text.length() == YEAR_LENGTH) {
			return of(Year.of(year));
		}
		if (year >= 0 && isQuarter(text)) {
			return quarter(LocalDate.of(year, (text.charAt(text.length() - 1) - '1') * QUARTER_MONTHS + 1, 1));
		}
		if (year >= 0 && text.length() == MONTH_LENGTH && text.charAt(YEAR_LENGTH) == '-') {
			int month = number(text, YEAR_LENGTH + 1, MONTH_LENGTH);
			if (month >= 0) {
				return of(YearMonth.of(year, month));
			}
		}
		throw new DateTimeException("neither a month (2013-07) nor a quarter (2013-Q3) nor a year (2013): " + text);
	}

	/**
	 * Whether a period is written as a quarter.
	 * @param text such as {@code 2013-Q3} or {@code 2013Q3}
	 * @return false for a month or a year
	 */
	public static boolean isQuarter(String text) {
		int at = text.length() - 2;
		return (at == YEAR_LENGTH || (at == YEAR_LENGTH + 1 && text.charAt(YEAR_LENGTH) == '-'))
				&& (text.charAt(at) == 'Q' || text.charAt(at) == 'q') && text.charAt(at + 1) >= '1'
				&& text.charAt(at + 1) <= '4';
	}

	/** By hand: a run reads millions. @return -1 if it is none */
	private static int number(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			char digit = text.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

	/**
	 * The months of this period.
	 * @return one for a month or a day, three for a quarter, twelve for a year
	 */
	public List<Period> months() {
		if (this.kind == Kind.MONTH) {
			return List.of(this);
		}
		List<Period> months = new ArrayList<>();
		for (YearMonth month = YearMonth.from(this.firstDay); !month
			.isAfter(YearMonth.from(this.lastDay)); month = month.plusMonths(1)) {
			months.add(of(month));
		}
		return months;
	}

	/**
	 * The calendar quarters that have a day of this period.
	 * @return one for a month, a quarter or a day, four for a year
	 */
	public List<Period> quarters() {
		List<Period> quarters = new ArrayList<>();
		for (Period quarter = quarter(this.firstDay); !quarter.firstDay.isAfter(this.lastDay); quarter = quarter
			.next()) {
			quarters.add(quarter);
		}
		return quarters;
	}

	/**
	 * The calendar year this period begins in.
	 * @return the year as a period
	 */
	public Period year() {
		return (this.kind == Kind.YEAR) ? this : of(Year.from(this.firstDay));
	}

	/**
	 * The period of the same kind after this one.
	 * @return the next month, quarter, year or day
	 */
	public Period next() {
		return switch (this.kind) {
			case MONTH -> of(YearMonth.from(this.firstDay).plusMonths(1));
			case QUARTER -> quarter(this.firstDay.plusMonths(QUARTER_MONTHS));
			case YEAR -> of(Year.from(this.firstDay).plusYears(1));
			case DAY -> of(this.firstDay.plusDays(1));
		};
	}

	/**
	 * The period of the same kind before this one.
	 * @return the previous month, quarter, year or day
	 */
	public Period previous() {
		return switch (this.kind) {
			case MONTH -> of(YearMonth.from(this.firstDay).minusMonths(1));
			case QUARTER -> quarter(this.firstDay.minusMonths(QUARTER_MONTHS));
			case YEAR -> of(Year.from(this.firstDay).minusYears(1));
			case DAY -> of(this.firstDay.minusDays(1));
		};
	}

	/**
	 * Whether a day lies in this period.
	 * @param day the day
	 * @return true from the first through the last day
	 */
	public boolean contains(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Period period && this.kind == period.kind
				&& this.firstDay.equals(period.firstDay) && this.lastDay.equals(period.lastDay));
	}

	/** By its days, for the many look-ups of a run. */
	@Override
	public int hashCode() {
		return 31 * this.firstDay.hashCode() + this.lastDay.hashCode();
	}

	@Override
	public int compareTo(Period other) {
		return this.firstDay.compareTo(other.firstDay);
	}

	/**
	 * As the HTTP contract writes it: {@code 2013-07}, {@code 2013-Q3}, {@code 2013} or a
	 * date.
	 */
	@Override
	public String toString() {
		return switch (this.kind) {
			case MONTH -> YearMonth.from(this.firstDay).toString();
			case QUARTER ->
				Year.from(this.firstDay) + "-Q" + ((this.firstDay.getMonthValue() - 1) / QUARTER_MONTHS + 1);
			case YEAR -> Year.from(this.firstDay).toString();
			case DAY -> this.firstDay.toString();
		};
	}

}
