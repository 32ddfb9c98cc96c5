package org.huiling.recalculation;

import org.huiling.recalculation.run.RunMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 定期复核: the run that is ordered by the clock.
 *
 * @param schedule six fields as in {@code 0 0 2 1 * *} (second, minute, hour, day, month,
 * weekday), in Asia/Shanghai; {@code -} for none
 * @param jurisdiction whose people; null for all that the account reaches
 * @param monthsBack how many months before the current one are reviewed with it
 * @param mode what it may write
 * @param account who orders it: an enabled account of a batch operator
 */
@ConfigurationProperties("huiling.recalculation")
record ScheduleSettings(@DefaultValue("-") String schedule, @Nullable String jurisdiction,
		@DefaultValue("0") int monthsBack, @DefaultValue("DRY_RUN") RunMode mode, @DefaultValue("") String account) {

	private static final String NONE = "-";

	ScheduleSettings {
		if (!NONE.equals(schedule) && account.isBlank()) {
			throw new IllegalArgumentException("huiling.recalculation.account says who orders the scheduled run");
		}
		if (monthsBack < 0 || monthsBack >= RunBody.MOST_MONTHS) {
			throw new IllegalArgumentException(
					"huiling.recalculation.months-back is 0 to " + (RunBody.MOST_MONTHS - 1));
		}
	}

	boolean isOn() {
		return !NONE.equals(this.schedule);
	}

}
