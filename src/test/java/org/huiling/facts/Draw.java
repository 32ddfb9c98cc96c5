package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Draws values that lie on the bounds of policies more often than beside them. */
final class Draw {

	private static final YearMonth FIRST_MONTH = YearMonth.of(2012, 1);

	private static final int MONTHS = 36;

	private static final BigDecimal FEN = new BigDecimal("0.01");

	private final Random random;

	private final boolean unknowns;

	Draw(long seed, boolean unknowns) {
		this.random = new Random(seed);
		this.unknowns = unknowns;
	}

	/** The value, or null one time in six where unknowns are wanted. */
	<T> @Nullable T maybe(Supplier<? extends @Nullable T> value) {
		T drawn = value.get();
		return (this.unknowns && oneIn(6)) ? null : drawn;
	}

	boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	int between(int lowest, int highest) {
		return lowest + this.random.nextInt(highest - lowest + 1);
	}

	@SafeVarargs
	final <T> T of(T... values) {
		return values[this.random.nextInt(values.length)];
	}

	<T> List<T> list(int longest, Supplier<T> item) {
		List<T> items = new ArrayList<>();
		for (int count = between(0, longest); count > 0; count--) {
			items.add(item.get());
		}
		return items;
	}

	/** One of some amounts, or a fen beside it. */
	BigDecimal near(String... amounts) {
		BigDecimal amount = new BigDecimal(of(amounts)).setScale(2);
		BigDecimal drawn = switch (between(0, 3)) {
			case 0 -> amount.subtract(FEN);
			case 1 -> amount.add(FEN);
			default -> amount;
		};
		return (drawn.signum() < 0) ? amount : drawn;
	}

	/** A month that policies of the model district are in force in. */
	YearMonth month() {
		return FIRST_MONTH.plusMonths(this.random.nextInt(MONTHS));
	}

	/** A day of 2012 to 2014: mostly the first or last of a month, or beside one. */
	LocalDate day() {
		YearMonth month = month();
		return switch (between(0, 5)) {
			case 0 -> month.atDay(1);
			case 1 -> month.atDay(2);
			case 2 -> month.atEndOfMonth();
			case 3 -> month.atEndOfMonth().minusDays(1);
			default -> month.atDay(between(1, month.lengthOfMonth()));
		};
	}

	/**
	 * A birth date: mostly of somebody who reaches a policy's age about a month's end.
	 */
	LocalDate birth() {
		return switch (between(0, 9)) {
			case 0 -> LocalDate.of(of(1904, 1912, 1916, 1924, 1932, 1944, 1948, 1952), 2, 29);
			case 1, 2 -> LocalDate.of(between(1900, 1958), between(1, 12), between(1, 28));
			default -> day().minusYears(of(60, 65, 70, 80, 90, 100));
		};
	}

}
