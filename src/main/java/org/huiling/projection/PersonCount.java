package org.huiling.projection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.decision.review.Projected;
import org.huiling.decision.review.Projected.Answered;
import org.huiling.projection.Sums.Kind;
import org.jspecify.annotations.Nullable;

/** Adds people to the sums of a projection, one after the other. */
final class PersonCount {

	private final Sums sums = new Sums();

	private final int months;

	private final int variants;

	private final @Nullable Set<String> touched;

	/**
	 * Begins at nothing.
	 * @param months how many months are projected
	 * @param variants how many varied values there are
	 * @param touched the programs whose answers may differ, null for all
	 */
	PersonCount(int months, int variants, @Nullable Set<String> touched) {
		this.months = months;
		this.variants = variants;
		this.touched = touched;
	}

	Sums sums() {
		return this.sums;
	}

	/**
	 * Adds somebody who could be assessed: before what is in force, after what is tried
	 * the same where nothing is.
	 * @return how they change
	 */
	Compared add(Projected one) {
		List<Answered> before = one.byPolicies().get(0);
		int first = one.byPolicies().size() - this.variants;
		List<Answered> after = (first > 1) ? one.byPolicies().get(1) : before;
		for (int i = 0; i < this.variants; i++) {
			add(new Sums.Key(Kind.VARIANT, String.valueOf(i)),
					Compared.of(before, one.byPolicies().get(first + i), this.touched));
		}
		Compared compared = Compared.of(before, after, this.touched);
		Projected.Group group = Objects.requireNonNull(one.group());
		add(new Sums.Key(Kind.ALL, ""), compared);
		add(new Sums.Key(Kind.REGION, group.region()), compared);
		add(new Sums.Key(Kind.AGE, group.ageBand()), compared);
		add(new Sums.Key(Kind.SEX, group.sex()), compared);
		compared.programs()
			.forEach((program, of) -> this.sums.of(new Sums.Key(Kind.PROGRAM, program))
				.add(of.change(), of.before(), of.after()));
		months(before, after);
		if (compared.change() != Change.NEEDS_INFORMATION) {
			this.sums
				.of(new Sums.Key(Kind.STEP, Step.of(compared.after().subtract(compared.before()), this.months).name()))
				.add(compared.change(), compared.before(), compared.after());
		}
		return compared;
	}

	private void add(Sums.Key key, Compared compared) {
		this.sums.of(key).add(compared.change(), compared.before(), compared.after());
	}

	private void months(List<Answered> before, List<Answered> after) {
		Map<Sums.Key, BigDecimal[]> paid = new HashMap<>();
		before.forEach((one) -> add(paid, one, 0));
		after.forEach((one) -> add(paid, one, 1));
		paid.forEach((key, both) -> this.sums.of(key).add(null, both[0], both[1]));
	}

	private static void add(Map<Sums.Key, BigDecimal[]> paid, Answered one, int side) {
		YearMonth month = one.month();
		BigDecimal[] both = paid.computeIfAbsent(new Sums.Key(Kind.MONTH, month.toString(), one.program()),
				(key) -> new BigDecimal[] { new BigDecimal("0.00"), new BigDecimal("0.00") });
		both[side] = both[side].add(one.paid());
	}

}
