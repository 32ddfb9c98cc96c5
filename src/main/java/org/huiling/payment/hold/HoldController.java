package org.huiling.payment.hold;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holding back payments of a person, and releasing them, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/payment-holds", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldController {

	private final Holds holds;

	HoldController(Holds holds) {
		this.holds = holds;
	}

	@Operation(operationId = "holdPayments", summary = "停发 · holds back payments of a person",
			description = """
					{"program"? (absent: all), "from": "2013-07", "code": "GIVEN_UP", "PAID_ELSEWHERE", "NOT_FOUND", "OUT_OF_CONTACT" or
					"CHECK_FAILED", "reason"} → 201. From the roster of that month on nothing is paid that is not paid yet, arrears for
					earlier months neither: it stays open, with the code as reason; nothing is taken back. A draft made before does not
					know it and cannot be approved: discard it and make it again.""")
	@ApiResponse(responseCode = "201", description = "held back", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<HoldView> hold(@PathVariable String id, @RequestBody HoldBody asked) {
		UUID applicant = Ids.inPath(id, "APPLICANT_NOT_FOUND");
		return ResponseEntity.created(URI.create("/api/v1/applicants/" + applicant + "/payment-holds"))
			.body(this.holds.hold(applicant, asked));
	}

	@Operation(operationId = "listPaymentHolds",
			summary = "停发记录 · which payments of a person are held back or were, also under files merged into theirs")
	@GetMapping
	Listing<HoldView> list(@PathVariable String id, Paging paging) {
		return Listing.cut(this.holds.of(Ids.inPath(id, "APPLICANT_NOT_FOUND")), paging, (hold) -> hold);
	}

	@Operation(operationId = "releasePayments", summary = "恢复发放 · releases a hold",
			description = "{\"reason\"} → 200; the next roster pays what was held back as arrears. 409 if it was released before.")
	@Idempotent
	@PostMapping(path = "/{hold}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<HoldView> release(@PathVariable String id, @PathVariable String hold,
			@RequestBody ReasonBody asked) {
		return ResponseEntity.ok(this.holds.release(Ids.inPath(id, "APPLICANT_NOT_FOUND"),
				Ids.inPath(hold, "HOLD_NOT_FOUND"), asked.reason()));
	}

}
