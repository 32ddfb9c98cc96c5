package org.huiling.payment.roster;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;

/**
 * The order in which a jurisdiction's rosters are made: the first is of any month, then
 * month follows month. Discarded rosters do not count.
 */
final class RosterSequence {

	private static final int CONFLICT = 409;

	private final List<Roster> others;

	private final Predicate<YearMonth> paysIn;

	/**
	 * The order beside what there is.
	 * @param others those that were not discarded, the latest month first
	 * @param paysIn whether there is to be a roster for a month
	 */
	RosterSequence(List<Roster> others, Predicate<YearMonth> paysIn) {
		this.others = List.copyOf(others);
		this.paysIn = paysIn;
	}

	/**
	 * That a roster may be made now.
	 * @throws Refusal 409 {@code ROSTER_EXISTS}, {@code ROSTER_LATER},
	 * {@code ROSTER_OPEN}, or {@code ROSTER_GAP} naming the months that are missing and
	 * not skipped with a reason
	 * @throws InvalidInput 422 {@code NOTHING_SKIPPED} for a reason where none is missing
	 */
	void require(RosterBody asked) {
		this.others.forEach((other) -> refuseBeside(other, asked.month()));
		List<String> missing = missing(asked.month());
		if (!missing.isEmpty() && asked.skipping() == null) {
			throw new Refusal(CONFLICT, "ROSTER_GAP", asked.month().toString(), String.join(", ", missing));
		}
		if (missing.isEmpty() && asked.skipping() != null) {
			throw new InvalidInput(RosterFault.NOTHING_SKIPPED.status(),
					List.of(FieldError.of("skipping", RosterFault.NOTHING_SKIPPED.name())));
		}
	}

	/** Months between the last roster and a new one that have none. */
	List<String> missing(YearMonth month) {
		List<String> missing = new ArrayList<>();
		if (!this.others.isEmpty()) {
			for (YearMonth each = this.others.get(0).month().plusMonths(1); each
				.isBefore(month); each = each.plusMonths(1)) {
				if (this.paysIn.test(each)) {
					missing.add(each.toString());
				}
			}
		}
		return missing;
	}

	private static void refuseBeside(Roster other, YearMonth month) {
		if (other.month().equals(month)) {
			throw new Refusal(CONFLICT, "ROSTER_EXISTS", other.id().toString(), other.state().name());
		}
		if (other.month().isAfter(month)) {
			throw new Refusal(CONFLICT, "ROSTER_LATER", other.month().toString());
		}
		if (other.state() == RosterState.DRAFT) {
			throw new Refusal(CONFLICT, "ROSTER_OPEN", other.month().toString());
		}
	}

}
