package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.huiling.engine.FactDay;
import org.huiling.engine.finder.sample.Setting.Beside;
import org.huiling.engine.finder.sample.Setting.Birthday;
import org.huiling.engine.finder.sample.Setting.On;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.Money;
import org.huiling.facts.Period;

/** Values at, just below and just above what something is compared with. */
final class Boundaries {

	private static final BigDecimal FEN = new BigDecimal("0.01");

	private static final BigDecimal HALF_A_FEN = new BigDecimal("0.005");

	/** Nobody is older. */
	private static final int OLDEST = 130;

	private static final BigDecimal MUCH = new BigDecimal("1000000.00");

	private Boundaries() {
	}

	/** The whole numbers themselves and their neighbours, not beyond what there is. */
	static void wholes(List<Object> wanted, int least, int most, Consumer<Integer> take) {
		for (Object one : wanted) {
			if (one instanceof Integer number) {
				for (int value = Math.max(least, number - 1); value <= Math.min(most, number + 1); value++) {
					take.accept(value);
				}
			}
		}
	}

	/** The amounts themselves, one fen less and one fen more; nothing, and much. */
	static void yuan(List<Object> wanted, Consumer<BigDecimal> take) {
		yuan(wanted, BigDecimal.ZERO, take);
	}

	/** The same of amounts that may be less than nothing. */
	static void yuan(List<Object> wanted, BigDecimal least, Consumer<BigDecimal> take) {
		take.accept(new BigDecimal("0.00"));
		for (Object one : wanted) {
			if (one instanceof Money money) {
				BigDecimal below = money.rounded(2, RoundingMode.DOWN);
				for (BigDecimal value : List.of(below.subtract(FEN), below, below.add(FEN))) {
					if (value.compareTo(least) >= 0) {
						take.accept(value);
					}
				}
			}
		}
		take.accept(MUCH);
	}

	/**
	 * Amounts between two whole fen, on both sides: what several share is not rounded
	 * before it is compared.
	 */
	static void betweenFen(List<Object> wanted, Consumer<BigDecimal> take) {
		for (Object one : wanted) {
			if (one instanceof Money money) {
				BigDecimal yuan = money.rounded(2, RoundingMode.DOWN);
				if (yuan.signum() > 0) {
					take.accept(yuan.subtract(HALF_A_FEN));
				}
				take.accept(yuan.add(HALF_A_FEN));
			}
		}
	}

	static Generator yuan(Dimension dimension) {
		return (wanted, arguments, dimensions) -> yuan(wanted, (yuan) -> dimensions.accept(dimension, yuan));
	}

	/**
	 * Born so that the years are completed on each day an age is read on, and on the day
	 * after; a year younger and a year older.
	 */
	static void ages(List<Object> wanted, List<Object> arguments, BiConsumer<Dimension, Object> dimensions) {
		for (Object one : wanted) {
			if (one instanceof Integer years && years >= 0 && years <= OLDEST) {
				for (On on : On.values()) {
					dimensions.accept(Dimension.BIRTH, new Birthday(years, on));
				}
				dimensions.accept(Dimension.BIRTH, new Birthday(Math.min(OLDEST, years + 1), On.DAY_BEFORE));
				dimensions.accept(Dimension.BIRTH, new Birthday(Math.max(0, years - 1), On.FIRST_DAY));
			}
		}
	}

	/**
	 * The fact day and those beside it, long ago; the days named and beside them; where
	 * that is not the first one of the period, that one too.
	 */
	static Generator days(Dimension dimension, Setup setup) {
		return (wanted, arguments, dimensions) -> {
			if (setup.factDay() == FactDay.LAST_DAY) {
				for (int i = -1; i <= 1; i++) {
					dimensions.accept(dimension, new Beside(On.FIRST_DAY, i));
				}
			}
			dimensions.accept(dimension, new Since(0, -1));
			dimensions.accept(dimension, new Since(0, 0));
			dimensions.accept(dimension, new Since(0, 1));
			dimensions.accept(dimension, new Since(240, 0));
			for (Object one : wanted) {
				if (one instanceof LocalDate day) {
					for (int i = -1; i <= 1; i++) {
						dimensions.accept(dimension, day.plusDays(i));
					}
				}
				else if (one instanceof Since) {
					dimensions.accept(dimension, one);
				}
			}
		};
	}

	/**
	 * The fact day and the day after: a fact held from then on, and not yet.
	 */
	static void starts(Dimension dimension, BiConsumer<Dimension, Object> dimensions) {
		dimensions.accept(dimension, new Since(0, 0));
		dimensions.accept(dimension, new Since(0, 1));
	}

	/** Whole months of residence to the day, and a day short of them. */
	static void months(List<Object> wanted, List<Object> arguments, BiConsumer<Dimension, Object> dimensions) {
		dimensions.accept(Dimension.RESIDENCE_SINCE, new Since(0, 0));
		for (Object one : wanted) {
			if (one instanceof Integer months && months >= 0) {
				dimensions.accept(Dimension.RESIDENCE_SINCE, new Since(months, 0));
				dimensions.accept(Dimension.RESIDENCE_SINCE, new Since(months, 1));
				dimensions.accept(Dimension.RESIDENCE_SINCE, new Since(months + 1, 0));
			}
		}
	}

	/**
	 * The periods about the days and years named, as far as the version governs them, and
	 * its last one.
	 */
	static Generator periods(Setup setup) {
		return (wanted, arguments, dimensions) -> {
			Consumer<Period> take = (period) -> {
				if (setup.governs(period)) {
					dimensions.accept(Dimension.PERIOD, period);
				}
			};
			take.accept(setup.firstPeriod());
			for (Object one : wanted) {
				LocalDate day = (one instanceof Integer year && year > 0 && year <= 9998) ? LocalDate.of(year, 1, 1)
						: ((one instanceof LocalDate date) ? date : null);
				if (day != null) {
					Period first = setup.around(day);
					take.accept(first.previous());
					take.accept(first);
					take.accept(first.next());
					// long after, so that what counts from that day can be complete
					take.accept(setup.around(day.plusYears(40)));
					if (one instanceof Integer) {
						take.accept(setup.around(day.plus(1, ChronoUnit.YEARS)));
					}
				}
			}
			if (setup.to() != null) {
				take.accept(setup.around(setup.to().minusYears(1)));
			}
		};
	}

}
