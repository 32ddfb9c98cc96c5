package org.huiling.audit;

import java.time.Clock;
import java.time.Instant;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the trail, and proves that it is whole. */
@Tag(name = "audit", description = "审计 · the audit trail")
@RestController
@RequestMapping("/api/v1/audit-events")
class AuditController {

	private static final JsonMapper JSON = new JsonMapper();

	private final AuditReads reads;

	private final AuditVerifier verifier;

	private final Clock clock;

	AuditController(AuditReads reads, AuditVerifier verifier, Clock clock) {
		this.reads = reads;
		this.verifier = verifier;
		this.clock = clock;
	}

	/**
	 * An event as the API shows it.
	 *
	 * @param id its number, from 1
	 * @param at when it was written
	 * @param by the account that did it, {@code system} for the service itself
	 * @param action what was done
	 * @param subject the id of what it was done to
	 * @param details what else matters
	 */
	record Event(long id, Instant at, String by, String action, String subject, JsonNode details) {

		static Event of(AuditRow row) {
			AuditEntry entry = row.entry();
			return new Event(row.id(), row.at(), entry.by(), entry.action(), entry.subject(),
					JSON.readTree(entry.details()));
		}

	}

	@Operation(summary = "审计记录 · events, the newest first")
	@GetMapping
	Listing<Event> events(
			@Parameter(description = "the id of what it was done to") @RequestParam @Nullable String subject,
			@Parameter(description = "2026-01-31, or 2026-01-31T08:00:00+08:00") @RequestParam @Nullable String from,
			@Parameter(description = "likewise, included") @RequestParam @Nullable String to, Paging paging) {
		Listing<AuditRow> rows = this.reads.page(EventQuery.of(subject, from, to, this.clock.getZone()), paging);
		return Listing.of(rows.items().stream().map(Event::of).toList(), paging, rows.total());
	}

	@Operation(summary = "核验审计记录 · finds events that were altered, removed or inserted in the database")
	@GetMapping("/verification")
	Verification verification() {
		return this.verifier.verify();
	}

}
