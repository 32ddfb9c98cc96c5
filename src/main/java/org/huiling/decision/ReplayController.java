package org.huiling.decision;

import java.math.BigDecimal;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves a decision over HTTP. */
@Tag(name = "decisions")
@RestController
class ReplayController {

	private final DecisionsOnFile decisions;

	private final Replaying replaying;

	private final CurrentUser user;

	private final MessageSource messages;

	ReplayController(DecisionsOnFile decisions, Replaying replaying, CurrentUser user, MessageSource messages) {
		this.decisions = decisions;
		this.replaying = replaying;
		this.user = user;
		this.messages = messages;
	}

	@Operation(
			summary = "复算 · asks again from the facts and versions kept with a decision, whatever was published since",
			description = """
					{"same", "decided": {"outcome", "amount"}, "replayed": {"outcome", "amount"}, "difference": null or a text}
					replayed is null if facts or policies are not what they were; difference says which.""")
	@PostMapping(path = "/api/v1/decisions/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
	ObjectNode replay(@PathVariable String id, Locale locale) {
		DecisionController.requireReader(this.user);
		Decision decision = this.decisions.one(DecisionController.decisionId(id), AuditAction.DECISION_REPLAYED)
			.decision();
		return view(this.replaying.replay(decision, locale), locale);
	}

	private ObjectNode view(Replay replay, Locale locale) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("same", replay.same());
		view.set("decided", said(replay.decision().outcome().name(), replay.decision().amount()));
		if (replay.answer() != null) {
			view.set("replayed", said(replay.answer().outcome().name(), replay.answer().amount()));
		}
		else {
			view.putNull("replayed");
		}
		view.put("difference", difference(replay, locale));
		return view;
	}

	private static ObjectNode said(String outcome, @Nullable BigDecimal amount) {
		return JsonNodeFactory.instance.objectNode().put("outcome", outcome).put("amount", amount);
	}

	private @Nullable String difference(Replay replay, Locale locale) {
		return (replay.difference() != null)
				? this.messages.getMessage("replay." + replay.difference(), replay.arguments().toArray(), locale)
				: null;
	}

}
