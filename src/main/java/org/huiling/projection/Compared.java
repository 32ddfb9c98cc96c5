package org.huiling.projection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.decision.review.Projected.Answered;
import org.jspecify.annotations.Nullable;

/**
 * What one person gets before and after, and how that differs. Where an answer cannot be
 * told on one side only nobody knows the difference; where it cannot be told on both, the
 * rest says it, unless the rest is the same and what lacks may differ.
 *
 * @param change how it differs
 * @param before the sum over the months
 * @param after the sum over the months
 * @param programs the same of each program of which anything is paid or open
 */
record Compared(Change change, BigDecimal before, BigDecimal after, Map<String, OfProgram> programs) {

	/**
	 * The same of one program.
	 *
	 * @param change how it differs
	 * @param before the sum over the months
	 * @param after the sum over the months
	 * @param since the first month that differs or cannot be told, null if none
	 * @param missing paths of the fields without which it cannot be told
	 */
	record OfProgram(Change change, BigDecimal before, BigDecimal after, @Nullable YearMonth since,
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
		Map<String, Sides> sides = new TreeMap<>();
		before.forEach((one) -> sides.computeIfAbsent(one.program(), (program) -> new Sides()).before.add(one));
		after.forEach((one) -> sides.computeIfAbsent(one.program(), (program) -> new Sides()).after.add(one));
		BigDecimal allBefore = new BigDecimal("0.00");
		BigDecimal allAfter = allBefore;
		boolean uneven = false;
		boolean open = false;
		Map<String, OfProgram> programs = new TreeMap<>();
		for (Map.Entry<String, Sides> one : sides.entrySet()) {
			Sides theirs = one.getValue();
			boolean mayDiffer = touched == null || touched.contains(one.getKey());
			programs.put(one.getKey(), theirs.compared(mayDiffer));
			allBefore = allBefore.add(sum(theirs.before));
			allAfter = allAfter.add(sum(theirs.after));
			uneven |= theirs.isOpenOnOneSide();
			open |= mayDiffer && theirs.isOpen();
		}
		return new Compared(change(allBefore, allAfter, uneven, open), allBefore, allAfter, programs);
	}

	private static Change change(BigDecimal before, BigDecimal after, boolean uneven, boolean open) {
		Change change = Change.of(before, after);
		return (uneven || (open && change == Change.SAME)) ? Change.NEEDS_INFORMATION : change;
	}

	private static BigDecimal sum(List<Answered> answers) {
		return answers.stream().map(Answered::paid).reduce(new BigDecimal("0.00"), BigDecimal::add);
	}

	/** What is answered of one program on both sides. */
	private static final class Sides {

		private final List<Answered> before = new ArrayList<>();

		private final List<Answered> after = new ArrayList<>();

		private static Set<List<String>> open(List<Answered> answers) {
			Set<List<String>> open = new HashSet<>();
			answers.stream()
				.filter(Answered::isOpen)
				.forEach((one) -> open.add(List.of(one.period(), (one.claim() != null) ? one.claim() : "")));
			return open;
		}

		boolean isOpen() {
			return this.before.stream().anyMatch(Answered::isOpen) || this.after.stream().anyMatch(Answered::isOpen);
		}

		boolean isOpenOnOneSide() {
			return isOpen() && !open(this.before).equals(open(this.after));
		}

		OfProgram compared(boolean mayDiffer) {
			BigDecimal old = sum(this.before);
			BigDecimal now = sum(this.after);
			Change change = change(old, now, isOpenOnOneSide(), mayDiffer && isOpen());
			Set<String> missing = new TreeSet<>();
			if (change == Change.NEEDS_INFORMATION) {
				this.before.forEach((one) -> missing.addAll((one.missing() != null) ? one.missing() : List.of()));
				this.after.forEach((one) -> missing.addAll((one.missing() != null) ? one.missing() : List.of()));
			}
			return new OfProgram(change, old, now, (change != Change.SAME) ? since(change) : null, missing);
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
