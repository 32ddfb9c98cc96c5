package org.huiling.decision.store;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.Assessment;
import org.huiling.engine.Outcome;
import org.huiling.engine.reason.Note;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/**
 * How an answer or a decision is said by pages and letters. That no policy was in force
 * is known from its note alone: what ended for another reason was asked of no policy
 * either, and has no version.
 */
@NamedInterface("decided")
public final class DecisionStatus {

	/** Nothing is granted since no policy was in force. */
	public static final String NO_POLICY = "NO_POLICY";

	private DecisionStatus() {
	}

	/**
	 * As a decision is said.
	 * @param outcome what was decided
	 * @param notes kept with it
	 * @return {@link #NO_POLICY}, or else the outcome's code
	 */
	public static String of(DecisionOutcome outcome, List<NoteView> notes) {
		return of(outcome.name(), notes.stream().map(NoteView::code));
	}

	/**
	 * As a decision is said.
	 * @param decision with its reasons, or as those have it who compare only
	 * @return {@link #NO_POLICY}, or else the outcome's code
	 */
	public static String of(Decision decision) {
		return (decision.version() == null && decision.outcome() == DecisionOutcome.NOT_ELIGIBLE)
				? of(decision.outcome(), KeptReasons.of(decision).notes()) : decision.outcome().name();
	}

	/**
	 * As an answer is said.
	 * @param answer of the rules
	 * @return {@link #NO_POLICY}, or else the outcome's code
	 */
	public static String of(Assessment answer) {
		return of(answer.outcome().name(),
				Stream.concat(answer.assumptions().stream(), answer.warnings().stream()).map(Note::code));
	}

	/**
	 * As it is kept where the outcome stands beside it.
	 * @param status as it is said
	 * @param outcome its code
	 * @return null where the outcome says it
	 */
	public static @Nullable String kept(String status, String outcome) {
		return status.equals(outcome) ? null : status;
	}

	private static String of(String outcome, Stream<String> notes) {
		return (Outcome.NOT_ELIGIBLE.name().equals(outcome) && notes.anyMatch(Note.NO_POLICY::equals)) ? NO_POLICY
				: outcome;
	}

}
