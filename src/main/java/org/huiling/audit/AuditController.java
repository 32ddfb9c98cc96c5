package org.huiling.audit;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the trail, and proves that it is whole. */
@Tag(name = "audit", description = "审计 · the audit trail")
@RestController
@RequestMapping("/api/v1/audit-events")
class AuditController {

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@Operation(operationId = "listAuditEvents", summary = "审计记录 · events, the newest first")
	@GetMapping
	Listing<AuditEvent> events(@Parameter(
			description = "the id of what it was done to; of a person also the lists, files and runs that showed them, and all of that of files merged into theirs") @RequestParam @Nullable String subject,
			@Parameter(description = "the account that did it") @RequestParam @Nullable String by,
			@Parameter(description = "what was done, such as APPLICANT_READ") @RequestParam @Nullable String action,
			@Parameter(description = "2026-01-31, or 2026-01-31T08:00:00+08:00") @RequestParam @Nullable String from,
			@Parameter(description = "likewise, included") @RequestParam @Nullable String to, Paging paging) {
		return this.log.events(new AuditFilter(subject, given(by), given(action), from, to), paging);
	}

	private static Set<String> given(@Nullable String one) {
		return (one != null) ? Set.of(one) : Set.of();
	}

	@Operation(operationId = "verifyAuditTrail",
			summary = "核验审计记录 · finds events that were altered, removed or inserted in the database")
	@GetMapping("/verification")
	Verification verification() {
		return this.log.verify();
	}

}
