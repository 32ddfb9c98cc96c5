package org.huiling.web.operations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Cycle;
import org.huiling.recalculation.finding.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * Money before and after of what is granted in one rhythm; what comes every month and
 * what comes once are different sums.
 *
 * @param rhythm how often
 * @param before what stood
 * @param after what the rules say now
 */
record RhythmMoney(Rhythm rhythm, BigDecimal before, BigDecimal after) {

	/** How often something is granted. */
	enum Rhythm {

		/** Every month. */
		MONTHLY,

		/** Every quarter. */
		QUARTERLY,

		/** Once a year. */
		YEARLY,

		/** For a claim, or once in a life. */
		ONE_OFF;

		static Rhythm of(@Nullable Cycle cycle) {
			return (cycle == null) ? ONE_OFF : switch (cycle) {
				case MONTH -> MONTHLY;
				case QUARTER -> QUARTERLY;
				case YEAR -> YEARLY;
				case CLAIM, ONCE -> ONE_OFF;
			};
		}

	}

	/** What changes. */
	public BigDecimal difference() {
		return this.after.subtract(this.before);
	}

	/** Adds up a report's money, without what comes to nothing. */
	static List<RhythmMoney> of(List<RunReport.Money> money, Map<String, Cycle> cycles) {
		Map<Rhythm, RhythmMoney> sums = new EnumMap<>(Rhythm.class);
		money.forEach((one) -> {
			Rhythm rhythm = Rhythm.of(cycles.get(one.program()));
			sums.merge(rhythm, new RhythmMoney(rhythm, one.paidBefore(), one.paidAfter()),
					(all, more) -> new RhythmMoney(rhythm, all.before.add(more.before), all.after.add(more.after)));
		});
		List<RhythmMoney> found = new ArrayList<>(sums.values());
		found.removeIf((one) -> one.before.signum() == 0 && one.after.signum() == 0);
		return found;
	}

}
