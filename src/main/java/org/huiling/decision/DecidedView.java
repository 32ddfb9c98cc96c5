package org.huiling.decision;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.store.GivenOnce;
import org.huiling.engine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What deciding came to, as it is answered.
 *
 * @param items what stands now for what was asked
 * @param undecided what is missing where
 * @param given what is given once and was given in another month than the one that was
 * asked for, absent where nothing is; the decision that grants it is among the items
 */
public record DecidedView(List<DecisionView> items, List<Missing> undecided,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Given> given) {

	/**
	 * What is given once and was given already.
	 *
	 * @param program the program's id
	 * @param period the month that was asked for
	 * @param decisionId the decision that grants it
	 * @param month the month it is granted for
	 * @param message the same in a sentence
	 */
	public record Given(String program, String period, UUID decisionId, String month, String message) {

		static Given of(DecisionPlan.Given given, Locale locale) {
			return new Given(given.program(), given.period(), given.by().id(), given.by().period(),
					GivenOnce.note(given.by()).message().in(locale));
		}

	}

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

	static DecidedView of(Deciding.Decided decided, Locale locale, UnaryOperator<String> currencies) {
		Stream<DecisionView> items = decided.items()
			.stream()
			.map((one) -> DecisionView.of(one, decided.effective(), decided.fresh().contains(one.id()), currencies));
		return new DecidedView(items.toList(), decided.undecided().stream().map(Missing::of).toList(),
				decided.given().stream().map((one) -> Given.of(one, locale)).toList());
	}

	/** Whether anything was written. */
	boolean wrote() {
		return this.items.stream().anyMatch((one) -> Boolean.TRUE.equals(one.fresh()));
	}

}
