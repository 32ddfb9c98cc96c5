package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/** Values of dimensions that depend on the period or on each other. */
public sealed interface Setting {

	/** A day of the period that an age can be read on, or the day beside it. */
	enum On {

		DAY_BEFORE, FIRST_DAY, LAST_DAY, DAY_AFTER;

		LocalDate of(Period period) {
			return switch (this) {
				case DAY_BEFORE -> period.firstDay().minusDays(1);
				case FIRST_DAY -> period.firstDay();
				case LAST_DAY -> period.lastDay();
				case DAY_AFTER -> period.lastDay().plusDays(1);
			};
		}

	}

	/** Born so that these years are completed on that day. */
	record Birthday(int years, On on) implements Setting {

		LocalDate born(Period period) {
			return this.on.of(period).minusYears(this.years);
		}

	}

	/** Nothing is recorded, and that means that there is nothing. */
	enum Absent implements Setting {

		NONE

	}

	/** So many months before the fact day, and some days later. */
	record Since(int months, int days) implements Setting {

		LocalDate day(LocalDate factDay) {
			return factDay.minusMonths(this.months).plusDays(this.days);
		}

	}

	/** A day of the period, or some days beside it, where that is not the fact day. */
	record Beside(On on, int days) implements Setting {

		LocalDate day(Period period) {
			return this.on.of(period).plusDays(this.days);
		}

	}

	/**
	 * An income of the whole household, in whole fen, or what each of its heads has of
	 * it.
	 */
	record Income(BigDecimal amount, boolean perHead) implements Setting {

		BigDecimal of(int size) {
			return this.perHead ? this.amount.multiply(BigDecimal.valueOf(size)).setScale(2, RoundingMode.DOWN)
					: this.amount;
		}

	}

	/** So many years after the period's. */
	record YearOfPeriod(int offset) implements Setting {
	}

	/** Earlier claims of the calendar year; kind null is that of the claim itself. */
	record Earlier(int count, BigDecimal cost, @Nullable Code kind) implements Setting {
	}

}
