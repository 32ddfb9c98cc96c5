package org.huiling.decision.replay;

import java.util.Locale;
import java.util.UUID;

import org.huiling.audit.AuditAction;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionQueries;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Proves decisions for those who ask, and notes that they did. */
@NamedInterface("replay")
@Component
public class Replays {

	private final DecisionQueries decisions;

	private final Replaying replaying;

	private final MessageSource messages;

	Replays(DecisionQueries decisions, Replaying replaying, MessageSource messages) {
		this.decisions = decisions;
		this.replaying = replaying;
		this.messages = messages;
	}

	/**
	 * Asks again what was decided, from the facts and versions kept with it.
	 * @param id of the decision
	 * @param locale the reader's
	 * @return whether it comes to the same, and if not, why
	 * @throws org.huiling.problem.Refusal 404 if there is none, or the user may not see
	 * it; 409 {@code NOTHING_TO_REPLAY} if it revokes another one
	 */
	public ReplayView replay(UUID id, Locale locale) {
		Decision decision = this.decisions.one(id, AuditAction.DECISION_REPLAYED).decision();
		Replay replay = this.replaying.replay(decision, locale);
		return ReplayView.of(replay, difference(replay, locale));
	}

	private @Nullable String difference(Replay replay, Locale locale) {
		return (replay.difference() != null)
				? this.messages.getMessage("replay." + replay.difference(), replay.arguments().toArray(), locale)
				: null;
	}

}
