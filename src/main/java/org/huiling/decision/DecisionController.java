package org.huiling.decision;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.audit.AuditAction;
import org.huiling.decision.assessment.RequestFault;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.ListedDecision;
import org.huiling.idempotency.Idempotent;
import org.huiling.idempotency.Once;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about people over HTTP. */
@Tag(name = "decisions", description = "认定 · answers made official, kept with the facts and files they rest on")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
public class DecisionController {

	private final PersonDecisions person;

	private final DecisionQueries decisions;

	private final PolicyCatalogue catalogue;

	private final Once once;

	DecisionController(PersonDecisions person, DecisionQueries decisions, PolicyCatalogue catalogue, Once once) {
		this.catalogue = catalogue;
		this.person = person;
		this.decisions = decisions;
		this.once = once;
	}

	@Operation(operationId = "decide",
			summary = "认定 · decides what a person is entitled to for a month, a quarter or a year",
			description = """
					{"period": "2013-07", "programs"?: ["old-age-allowance"], "jurisdiction"?, "reason"?}
					201 with items (new: true where something was written) and undecided; 200 if what stands says the same already;
					422 naming each missing field if nothing can be decided; 409 if somebody else decided the same at that moment.
					A monthly decision stands until the next one's period. Where the policy has a rule on late application the
					application's date is asked for, and earlier months are decided as far as the rule pays back.""")
	@ApiResponse(responseCode = "201", description = "something was written", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "200", description = "what stands says the same already", useReturnTypeSchema = true)
	@Idempotent(byItself = true)
	@PostMapping(path = "/applicants/{id}/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DecidedView> decide(@PathVariable String id, @RequestBody DecideBody asked,
			@Parameter(hidden = true) Locale locale) {
		UUID applicant = applicant(id);
		return this.person.decide(applicant, asked, locale, (work) -> this.once.answer(() -> {
			DecidedView decided = work.get();
			ResponseEntity.BodyBuilder answer = decided.wrote()
					? ResponseEntity.created(URI.create("/api/v1/applicants/" + applicant + "/decisions"))
					: ResponseEntity.ok();
			return answer.body(decided);
		}));
	}

	@Operation(operationId = "listDecisions",
			summary = "认定记录 · what was decided about a person, superseded decisions among them",
			description = "as far as it was decided at knownAt (now); also what was decided under a file merged into this one")
	@GetMapping("/applicants/{id}/decisions")
	Listing<DecisionView> list(@PathVariable String id,
			@RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime knownAt, Paging paging) {
		return this.person.of(applicant(id), (knownAt != null) ? knownAt.toInstant() : null, paging);
	}

	@Operation(operationId = "listDecisionsUnderVersion",
			summary = "某一政策版本下的认定 · decisions made under a version, superseded ones among them",
			description = "version is jurisdiction/program/version, as in model-district/old-age-allowance/2013-01-01; "
					+ "people of the caller's regions, ids masked")
	@GetMapping("/decisions")
	Listing<ListedDecision> under(@RequestParam String version, Paging paging) {
		String[] parts = version.split("/", -1);
		if (parts.length != 3) {
			throw new InvalidInput(400, List.of(FieldError.of("version", RequestFault.NOT_A_VERSION.name())));
		}
		return this.decisions.under(parts[0], parts[1], parts[2], paging);
	}

	@Operation(operationId = "getDecision", summary = "一项认定 · one decision, with why and what it rests on")
	@GetMapping("/decisions/{id}")
	DecisionView decision(@PathVariable String id) {
		return DecisionView.of(this.decisions.one(DecisionQueries.id(id), AuditAction.DECISION_READ),
				this.catalogue::currency);
	}

	private static UUID applicant(String id) {
		return Ids.inPath(id, "APPLICANT_NOT_FOUND");
	}

}
