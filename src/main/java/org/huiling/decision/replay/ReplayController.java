package org.huiling.decision.replay;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.decision.store.DecisionQueries;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves a decision over HTTP. */
@Tag(name = "decisions")
@RestController
class ReplayController {

	private final Replays replays;

	ReplayController(Replays replays) {
		this.replays = replays;
	}

	@Operation(operationId = "replayDecision",
			summary = "复算 · asks again from the facts and versions kept with a decision, whatever was published since",
			description = """
					{"same", "decided": {"outcome", "amount"}, "replayed": {"outcome", "amount"}, "difference": null or a text}
					replayed is null if facts or policies are not what they were; difference says which.""")
	@PostMapping(path = "/api/v1/decisions/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
	ReplayView replay(@PathVariable String id, Locale locale) {
		return this.replays.replay(DecisionQueries.id(id), locale);
	}

}
