package org.huiling.decision;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What deciding came to, as it is answered.
 *
 * @param items what stands now for what was asked
 * @param undecided what is missing where
 */
public record DecidedView(List<DecisionView> items, List<Missing> undecided) {

	/**
	 * What cannot be decided before a field is known.
	 *
	 * @param program the program's id
	 * @param period the month, quarter or year
	 * @param claim the claim's id, null if none
	 * @param outcome always the same
	 * @param missing paths of the fields
	 */
	public record Missing(String program, String period, @Nullable String claim, Outcome outcome,
			List<String> missing) {

		static Missing of(Undecided undecided) {
			return new Missing(undecided.program(), undecided.period(), undecided.claim(), Outcome.NEEDS_INFORMATION,
					undecided.missing());
		}

	}

	static DecidedView of(Deciding.Decided decided) {
		Stream<DecisionView> items = decided.items()
			.stream()
			.map((one) -> DecisionView.of(one, decided.effective(), decided.fresh().contains(one.id())));
		return new DecidedView(items.toList(), decided.undecided().stream().map(Missing::of).toList());
	}

	/** Whether anything was written. */
	boolean wrote() {
		return this.items.stream().anyMatch((one) -> Boolean.TRUE.equals(one.fresh()));
	}

}
