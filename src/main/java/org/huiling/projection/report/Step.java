package org.huiling.projection.report;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A step of the change a person a month, from least to most. What is more lies in it from
 * above its lower bound up to and with the upper one; what is less from and with the
 * lower one to below the upper one; nothing by itself.
 *
 * @param from the lower bound, null if there is none
 * @param to the upper bound, null if there is none
 */
record Step(@Nullable BigDecimal from, @Nullable BigDecimal to) {

	private static final List<Integer> BOUNDS = List.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000);

	private static final List<Step> ALL = all();

	private static List<Step> all() {
		java.util.ArrayList<Step> all = new java.util.ArrayList<>();
		BigDecimal last = null;
		for (int i = BOUNDS.size() - 1; i >= 0; i--) {
			BigDecimal next = yuan(-BOUNDS.get(i));
			all.add(new Step(last, next));
			last = next;
		}
		all.add(new Step(last, yuan(0)));
		all.add(new Step(yuan(0), yuan(0)));
		last = yuan(0);
		for (int bound : BOUNDS) {
			all.add(new Step(last, yuan(bound)));
			last = yuan(bound);
		}
		all.add(new Step(last, null));
		return List.copyOf(all);
	}

	private static BigDecimal yuan(int amount) {
		return BigDecimal.valueOf(amount).setScale(2);
	}

	/** The step of a change over some months, compared without dividing. */
	static Step of(BigDecimal change, int months) {
		return ALL.stream().filter((step) -> step.holds(change, months)).findFirst().orElseThrow();
	}

	private boolean holds(BigDecimal change, int months) {
		if (change.signum() == 0) {
			return isNothing();
		}
		int lower = (this.from != null) ? change.compareTo(times(this.from, months)) : 1;
		int upper = (this.to != null) ? change.compareTo(times(this.to, months)) : -1;
		return !isNothing() && ((change.signum() > 0) ? lower > 0 && upper <= 0 : lower >= 0 && upper < 0);
	}

	private boolean isNothing() {
		return this.from != null && this.to != null && this.from.compareTo(this.to) == 0;
	}

	private static BigDecimal times(BigDecimal bound, int months) {
		return bound.multiply(BigDecimal.valueOf(months));
	}

	/** Its place among all of them. */
	String name() {
		return String.valueOf(ALL.indexOf(this));
	}

	static List<Step> every() {
		return ALL;
	}

}
