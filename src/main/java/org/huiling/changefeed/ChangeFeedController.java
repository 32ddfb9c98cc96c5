package org.huiling.changefeed;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The change feed over HTTP. */
@Tag(name = "events", description = "变更流 · what changed, for other systems")
@RestController
@RequestMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangeFeedController {

	static final int MOST = 1000;

	private static final int BAD_REQUEST = 400;

	private final ChangeFeed feed;

	ChangeFeedController(ChangeFeed feed) {
		this.feed = feed;
	}

	@Operation(operationId = "listChanges",
			summary = "变更流 · decisions, publications and payments after a cursor, in the order in which they were recorded",
			description = """
					Nothing is left out and nothing comes twice for who goes on from "next", or from the "cursor" of the last item they dealt with, also
					while others write. Without "after" from the beginning. Things are named by their ids; what they say is asked for elsewhere, by who
					may. "types" absent: all that the caller's roles may see. Who did what, and who saw whom, stands in /audit-events.""")
	@GetMapping
	Changes events(@Parameter(
			description = "a cursor that was answered before; absent from the beginning") @RequestParam @Nullable String after,
			@Parameter(description = "decision, publication, payment") @RequestParam(
					defaultValue = "") Set<String> types,
			@Parameter(description = "how many at most, 1 to 1000") @RequestParam(defaultValue = "200") int size) {
		if (size < 1 || size > MOST) {
			throw new InvalidInput(BAD_REQUEST, List.of(FieldError.of("size", "OUT_OF_RANGE", 1, MOST)));
		}
		return this.feed.after(Cursor.of(after), types, size);
	}

}
