package org.huiling.recalculation;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

import org.huiling.facts.CivilTime;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands on the 25th of the month a test is in. */
@TestConfiguration
class MonthClock {

	@Bean
	@Primary
	Months months() {
		return new Months();
	}

	/** Goes from month to month. */
	static final class Months extends Clock {

		private static final int DAY = 25;

		private volatile YearMonth month = YearMonth.of(2012, 1);

		void set(YearMonth now) {
			this.month = now;
		}

		YearMonth month() {
			return this.month;
		}

		@Override
		public ZoneId getZone() {
			return CivilTime.ZONE;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(instant(), zone);
		}

		@Override
		public Instant instant() {
			return this.month.atDay(DAY).atStartOfDay(CivilTime.ZONE).toInstant();
		}

	}

}
