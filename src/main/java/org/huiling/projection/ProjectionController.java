package org.huiling.projection;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.projection.report.Change;
import org.huiling.projection.report.ProjectionView;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projections over HTTP. */
@Tag(name = "projections", description = "推演 · what policies come to in coming months, before anything is in force")
@RestController
@RequestMapping(path = "/api/v1/projections", produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectionController {

	private final Projections projections;

	private final ProjectedPersons people;

	ProjectionController(Projections projections, ProjectedPersons people) {
		this.projections = projections;
		this.people = people;
	}

	@Operation(operationId = "orderProjection", summary = "推演 · orders a projection",
			description = """
					{"jurisdiction", "from": "2014-01", "to": "2014-12", "draft"?: an id or [ids], "programs"?, "vary"?, "appliedOnly"?, "reason"}, at most
					36 months: what the policies in force come to for everybody of a jurisdiction, month by month, and what they come to
					with drafts of policies and standards over them. A draft counts as it is now, by its digest; 422 with what was found if
					its check fails. "vary": {"program", "parameter", "values": up to 5 numbers} sets a number in every version in force in those
					months; "variants" says what each value comes to. People grow older, statuses end, published
					versions come into force; nobody dies, moves in or is born. Facts and policies are those known when it is ordered, also
					after a restart. It writes nothing but its report, and waits while a run is at work. Without appliedOnly what is not
					applied for is taken as applied for in time, as assessments do; with it only what would be decided counts.
					202 with Location.""")
	@ApiResponse(responseCode = "202", description = "it begins", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ProjectionView> order(@RequestBody ProjectionBody asked) {
		ProjectionView begun = this.projections.order(asked);
		return ResponseEntity.accepted().location(URI.create("/api/v1/projections/" + begun.id())).body(begun);
	}

	@Operation(operationId = "listProjections",
			summary = "推演记录 · projections of one's jurisdictions, the newest first, without what came of them")
	@GetMapping
	Listing<ProjectionView> list(Paging paging) {
		return this.projections.list(paging);
	}

	@Operation(operationId = "getProjection", summary = "一次推演 · how far it is, and what came of it",
			description = """
					total, months, changes, by, histogram: null before it is COMPLETED. Money is what is paid: what is withheld or granted in
					kind counts as nothing. A quarter or a year counts once, with its first month that is projected; what is given once counts
					in the first month in which it is due, unless it was given. NEEDS_INFORMATION: nobody can tell before something is known.""")
	@GetMapping("/{id}")
	ProjectionView one(@PathVariable String id) {
		return this.projections.one(id(id));
	}

	@Operation(operationId = "listProjectedPeople",
			summary = "受影响的人员 · for whom it changes something, or nobody can tell",
			description = "of the caller's regions, those who lose most first; who gets as much as before is in no list")
	@GetMapping("/{id}/people")
	Listing<ProjectedPerson> people(@PathVariable String id, @RequestParam @Nullable Change change, Paging paging) {
		return this.people.page(id(id), change, paging);
	}

	@Operation(operationId = "stopProjection", summary = "停止 · stops after the people under way",
			description = "409 if it is not under way")
	@ApiResponse(responseCode = "202", description = "it is stopped", useReturnTypeSchema = true)
	@PostMapping("/{id}/stop")
	ResponseEntity<ProjectionView> stop(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.projections.stop(id(id)));
	}

	@Operation(operationId = "restartProjection", summary = "继续 · lets a stopped or failed one go on from where it was",
			description = "409 if it is neither")
	@ApiResponse(responseCode = "202", description = "it goes on", useReturnTypeSchema = true)
	@PostMapping("/{id}/restart")
	ResponseEntity<ProjectionView> restart(@PathVariable String id) {
		return ResponseEntity.accepted().body(this.projections.restart(id(id)));
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "PROJECTION_NOT_FOUND");
	}

}
