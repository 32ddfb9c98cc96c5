package org.huiling.payment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holding back payments of a person, and releasing them, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/payment-holds", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldController {

	private final Holds holds;

	private final Idempotency idempotency;

	private final CurrentUser user;

	private final JsonMapper json;

	HoldController(Holds holds, Idempotency idempotency, CurrentUser user, JsonMapper json) {
		this.holds = holds;
		this.idempotency = idempotency;
		this.user = user;
		this.json = json;
	}

	@Operation(summary = "停发 · holds back payments of a person",
			description = """
					{"program"? (absent: all), "from": "2013-07", "code": "GIVEN_UP", "PAID_ELSEWHERE", "NOT_FOUND", "OUT_OF_CONTACT" or
					"CHECK_FAILED", "reason"} → 201. From the roster of that month on nothing is paid that is not paid yet, arrears for
					earlier months neither: it stays open, with the code as reason; nothing is taken back. A draft made before does not
					know it and cannot be approved: discard it and make it again.""")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> hold(@PathVariable String id, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		requireHolder(this.user);
		UUID applicant = id(id, "APPLICANT_NOT_FOUND");
		byte[] bytes = body.readAllBytes();
		HoldBody asked = HoldBody.read(StrictJson.read(bytes));
		String path = "/applicants/" + applicant + "/payment-holds";
		return this.idempotency.once(key, "POST " + path, bytes,
				() -> ResponseEntity.created(URI.create("/api/v1" + path))
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.json.writeValueAsBytes(this.holds.hold(applicant, asked))));
	}

	@Operation(summary = "停发记录 · which payments of a person are held back or were, also under files merged into theirs")
	@GetMapping
	Listing<ObjectNode> list(@PathVariable String id, Paging paging) {
		requireReader(this.user);
		return Listing.cut(this.holds.of(id(id, "APPLICANT_NOT_FOUND")), paging, (hold) -> hold);
	}

	@Operation(summary = "恢复发放 · releases a hold",
			description = "{\"reason\"} → 200; the next roster pays what was held back as arrears. 409 if it was released before.")
	@PostMapping(path = "/{hold}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> release(@PathVariable String id, @PathVariable String hold,
			@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		requireHolder(this.user);
		UUID applicant = id(id, "APPLICANT_NOT_FOUND");
		UUID released = id(hold, "HOLD_NOT_FOUND");
		byte[] bytes = body.readAllBytes();
		String reason = HoldBody.releaseReason(StrictJson.read(bytes));
		String operation = "POST /applicants/" + applicant + "/payment-holds/" + released + "/release";
		return this.idempotency.once(key, operation, bytes,
				() -> ResponseEntity.ok()
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.json.writeValueAsBytes(this.holds.release(applicant, released, reason))));
	}

	/** Who may hold back and release. */
	static void requireHolder(CurrentUser user) {
		if (!user.has(Role.BATCH_OPERATOR)) {
			user.requireRole(Role.CASE_WORKER);
		}
	}

	/** Who may see what is held back. */
	static void requireReader(CurrentUser user) {
		if (!user.has(Role.PAYMASTER) && !user.has(Role.AUDITOR)) {
			requireHolder(user);
		}
	}

	private static UUID id(String text, String problem) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound(problem);
		}
	}

}
