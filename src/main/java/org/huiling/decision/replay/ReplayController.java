package org.huiling.decision.replay;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.audit.AuditAction;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionQueries;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves a decision over HTTP. */
@Tag(name = "decisions")
@RestController
class ReplayController {

	private final DecisionQueries decisions;

	private final Replaying replaying;

	private final MessageSource messages;

	ReplayController(DecisionQueries decisions, Replaying replaying, MessageSource messages) {
		this.decisions = decisions;
		this.replaying = replaying;
		this.messages = messages;
	}

	@Operation(operationId = "replayDecision",
			summary = "复算 · asks again from the facts and versions kept with a decision, whatever was published since",
			description = """
					{"same", "decided": {"outcome", "amount"}, "replayed": {"outcome", "amount"}, "difference": null or a text}
					replayed is null if facts or policies are not what they were; difference says which.""")
	@PostMapping(path = "/api/v1/decisions/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
	ReplayView replay(@PathVariable String id, Locale locale) {
		Decision decision = this.decisions.one(DecisionQueries.id(id), AuditAction.DECISION_REPLAYED).decision();
		Replay replay = this.replaying.replay(decision, locale);
		return ReplayView.of(replay, difference(replay, locale));
	}

	private @Nullable String difference(Replay replay, Locale locale) {
		return (replay.difference() != null)
				? this.messages.getMessage("replay." + replay.difference(), replay.arguments().toArray(), locale)
				: null;
	}

}
