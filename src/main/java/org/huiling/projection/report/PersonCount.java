package org.huiling.projection.report;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.decision.review.Projected;
import org.huiling.decision.review.Projected.Answered;
import org.huiling.projection.report.Sums.Kind;
import org.jspecify.annotations.Nullable;

/** Adds people to the sums of a projection, one after the other. */
public final class PersonCount {

	private static final Sums.Key ALL = new Sums.Key(Kind.ALL, "");

	private final Sums sums = new Sums();

	private final YearMonth from;

	private final int months;

	private final int variants;

	private final @Nullable Set<String> touched;

	/** What is paid of a program, in fen: of each month before, then of each after. */
	private final Map<String, long[]> paid = new HashMap<>();

	/**
	 * Begins at nothing.
	 * @param from the first month
	 * @param months how many months are projected
	 * @param variants how many varied values there are
	 * @param asked ids of the programs that were asked for by name: their months are told
	 * even if they are about nobody
	 * @param touched the programs whose answers may differ, null for all
	 */
	public PersonCount(YearMonth from, int months, int variants, Collection<String> asked,
			@Nullable Set<String> touched) {
		this.from = from;
		this.months = months;
		this.variants = variants;
		this.touched = touched;
		asked.forEach((program) -> this.paid.put(program, new long[2 * months]));
	}

	public Sums sums() {
		this.paid.forEach((program, money) -> {
			// where nobody's answer is known nothing is paid, which is to be seen
			for (int month = 0; month < this.months; month++) {
				this.sums.of(new Sums.Key(Kind.MONTH, this.from.plusMonths(month).toString(), program))
					.add(null, money[month], money[this.months + month]);
			}
		});
		this.paid.clear();
		return this.sums;
	}

	/**
	 * Adds somebody who could be assessed: before what is in force, after what is tried
	 * the same where nothing is.
	 * @return how they change
	 */
	public Compared add(Projected one) {
		List<Answered> before = one.byPolicies().get(0);
		int first = one.byPolicies().size() - this.variants;
		List<Answered> after = (first > 1) ? one.byPolicies().get(1) : before;
		for (int i = 0; i < this.variants; i++) {
			add(new Sums.Key(Kind.VARIANT, String.valueOf(i)),
					Compared.of(before, one.byPolicies().get(first + i), this.touched));
		}
		Compared compared = Compared.of(before, after, this.touched);
		Projected.Group group = Objects.requireNonNull(one.group());
		add(ALL, compared);
		add(new Sums.Key(Kind.REGION, group.region()), compared);
		add(new Sums.Key(Kind.AGE, group.ageBand()), compared);
		add(new Sums.Key(Kind.SEX, group.sex()), compared);
		compared.programs()
			.forEach((of) -> this.sums.of(new Sums.Key(Kind.PROGRAM, of.program()))
				.add(of.change(), of.before(), of.after()));
		months(before, 0);
		months(after, this.months);
		if (compared.change() != Change.NEEDS_INFORMATION) {
			this.sums
				.of(new Sums.Key(Kind.STEP,
						Step.of(Sums.yuan(compared.after() - compared.before()), this.months).name()))
				.add(compared.change(), compared.before(), compared.after());
		}
		return compared;
	}

	private void add(Sums.Key key, Compared compared) {
		this.sums.of(key).add(compared.change(), compared.before(), compared.after());
	}

	private void months(List<Answered> answers, int side) {
		for (int i = 0; i < answers.size(); i++) {
			Answered one = answers.get(i);
			long[] money = this.paid.computeIfAbsent(one.program(), (program) -> new long[2 * this.months]);
			money[side + (int) this.from.until(one.month(), ChronoUnit.MONTHS)] += Sums.fen(one.paid());
		}
	}

}
