package org.huiling.decision.store;

import java.util.List;

import org.huiling.engine.Note;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/** A decision as pages and letters say it. */
@NamedInterface("decided")
public final class DecisionStatus {

	/** Nothing is granted since no policy was in force. */
	public static final String NO_POLICY = "NO_POLICY";

	private DecisionStatus() {
	}

	/**
	 * As it is said.
	 * @param outcome what was decided
	 * @param version of the policy that answered, null if none did
	 * @param notes kept with it: what ended for another reason was asked of no policy
	 * either
	 * @return {@link #NO_POLICY}, or else the outcome's code
	 */
	public static String of(DecisionOutcome outcome, @Nullable String version, List<NoteView> notes) {
		boolean without = outcome == DecisionOutcome.NOT_ELIGIBLE && version == null
				&& notes.stream().anyMatch((note) -> Note.NO_POLICY.equals(note.code()));
		return without ? NO_POLICY : outcome.name();
	}

}
