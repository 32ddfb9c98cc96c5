package org.huiling.projection.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.decision.review.Projected.Answered;
import org.jspecify.annotations.Nullable;

/**
 * What one person gets before and after, and how that differs. Where an answer cannot be
 * told on one side only nobody knows the difference; where it cannot be told on both, the
 * rest says it, unless the rest is the same and what lacks may differ.
 *
 * @param change how it differs
 * @param before the sum over the months, in fen
 * @param after the sum over the months, in fen
 * @param programs the same of each program of which anything is paid or open
 */
public record Compared(Change change, long before, long after, List<OfProgram> programs) {

	/**
	 * The same of one program.
	 *
	 * @param program its id
	 * @param change how it differs
	 * @param before the sum over the months, in fen
	 * @param after the sum over the months, in fen
	 * @param since the first month that differs or cannot be told, null if none
	 * @param missing paths of the fields without which it cannot be told
	 */
	public record OfProgram(String program, Change change, long before, long after, @Nullable YearMonth since,
			Collection<String> missing) {
	}

	/**
	 * Compares.
	 * @param before what the policies in force come to
	 * @param after what they come to with what is tried
	 * @param touched the programs whose answers may differ, null for all
	 * @return the comparison
	 */
	static Compared of(List<Answered> before, List<Answered> after, @Nullable Set<String> touched) {
		List<Sides> sides = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			of(before.get(i).program(), sides).addBefore(before.get(i));
		}
		for (int i = 0; i < after.size(); i++) {
			of(after.get(i).program(), sides).addAfter(after.get(i));
		}
		long allBefore = 0;
		long allAfter = 0;
		boolean uneven = false;
		boolean open = false;
		List<OfProgram> programs = new ArrayList<>(sides.size());
		for (Sides theirs : sides) {
			boolean mayDiffer = touched == null || touched.contains(theirs.program);
			programs.add(theirs.compared(mayDiffer));
			allBefore += theirs.paidBefore;
			allAfter += theirs.paidAfter;
			uneven |= theirs.isOpenOnOneSide();
			open |= mayDiffer && theirs.open;
		}
		return new Compared(change(allBefore, allAfter, uneven, open), allBefore, allAfter, programs);
	}

	/** Somebody is in few of them. */
	private static Sides of(String program, List<Sides> sides) {
		for (int i = 0; i < sides.size(); i++) {
			if (sides.get(i).program.equals(program)) {
				return sides.get(i);
			}
		}
		Sides first = new Sides(program);
		sides.add(first);
		return first;
	}

	private static Change change(long before, long after, boolean uneven, boolean open) {
		Change change = Change.of(before, after);
		return (uneven || (open && change == Change.SAME)) ? Change.NEEDS_INFORMATION : change;
	}

	/** What is answered of one program on both sides. */
	private static final class Sides {

		private final String program;

		private final List<Answered> before = new ArrayList<>();

		private final List<Answered> after = new ArrayList<>();

		private long paidBefore;

		private long paidAfter;

		private boolean open;

		Sides(String program) {
			this.program = program;
		}

		void addBefore(Answered one) {
			this.before.add(one);
			this.paidBefore += Sums.fen(one.paid());
			this.open |= one.isOpen();
		}

		void addAfter(Answered one) {
			this.after.add(one);
			this.paidAfter += Sums.fen(one.paid());
			this.open |= one.isOpen();
		}

		private static Set<List<String>> open(List<Answered> answers) {
			Set<List<String>> open = new HashSet<>();
			answers.stream()
				.filter(Answered::isOpen)
				.forEach((one) -> open.add(List.of(one.period(), (one.claim() != null) ? one.claim() : "")));
			return open;
		}

		boolean isOpenOnOneSide() {
			return this.open && !open(this.before).equals(open(this.after));
		}

		OfProgram compared(boolean mayDiffer) {
			Change change = change(this.paidBefore, this.paidAfter, isOpenOnOneSide(), mayDiffer && this.open);
			Set<String> missing = (change == Change.NEEDS_INFORMATION) ? new TreeSet<>() : Set.of();
			if (change == Change.NEEDS_INFORMATION) {
				this.before.forEach((one) -> missing.addAll((one.missing() != null) ? one.missing() : List.of()));
				this.after.forEach((one) -> missing.addAll((one.missing() != null) ? one.missing() : List.of()));
			}
			return new OfProgram(this.program, change, this.paidBefore, this.paidAfter,
					(change != Change.SAME) ? since(change) : null, missing);
		}

		/** The first month whose money differs, or that is open. */
		private @Nullable YearMonth since(Change change) {
			Map<YearMonth, BigDecimal> differences = new HashMap<>();
			Set<YearMonth> months = new TreeSet<>();
			this.before.forEach((one) -> differences.merge(one.month(), one.paid().negate(), BigDecimal::add));
			this.after.forEach((one) -> differences.merge(one.month(), one.paid(), BigDecimal::add));
			differences.forEach((month, difference) -> {
				if (difference.signum() != 0) {
					months.add(month);
				}
			});
			if (change == Change.NEEDS_INFORMATION) {
				this.before.stream().filter(Answered::isOpen).map(Answered::month).forEach(months::add);
				this.after.stream().filter(Answered::isOpen).map(Answered::month).forEach(months::add);
			}
			return months.stream().findFirst().orElse(null);
		}

	}

}
