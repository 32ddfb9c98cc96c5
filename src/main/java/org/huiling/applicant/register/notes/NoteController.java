package org.huiling.applicant.register.notes;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.applicant.PersonNotes;
import org.huiling.applicant.PersonNotes.Note;
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

/** Notes on a person, over HTTP. */
@Tag(name = "applicants")
@RestController
@RequestMapping(path = "/api/v1/applicants/{id}/notes", produces = MediaType.APPLICATION_JSON_VALUE)
class NoteController {

	private final PersonNotes notes;

	NoteController(PersonNotes notes) {
		this.notes = notes;
	}

	@Operation(operationId = "listNotes", summary = "备注 · what case workers noted on this person's file",
			description = "The newest first, struck ones among them, over all files merged into this one.")
	@GetMapping
	Listing<Note> list(@PathVariable String id, Paging paging) {
		return this.notes.of(person(id), paging);
	}

	@Operation(operationId = "writeNote", summary = "写备注 · notes something on this person's file",
			description = """
					{"text"} of one line and 2,000 characters at most → 201. A note never changes; it can be struck out. It decides nothing.
					It is kept sealed and erased with the person.""")
	@ApiResponse(responseCode = "201", description = "noted", useReturnTypeSchema = true)
	@Idempotent
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Note> write(@PathVariable String id, @RequestBody NoteBody asked) {
		UUID person = person(id);
		return ResponseEntity.created(URI.create("/api/v1/applicants/" + person + "/notes"))
			.body(this.notes.write(person, asked.text()));
	}

	@Operation(operationId = "strikeNote", summary = "划去备注 · strikes a note out, which stays readable",
			description = "{\"reason\"} → 200. 409 if it was struck out before.")
	@Idempotent
	@PostMapping(path = "/{note}/strike", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Note> strike(@PathVariable String id, @PathVariable String note, @RequestBody ReasonBody asked) {
		return ResponseEntity.ok(this.notes.strike(person(id), Ids.inPath(note, "NOTE_NOT_FOUND"), asked.reason()));
	}

	private static UUID person(String id) {
		return Ids.inPath(id, "APPLICANT_NOT_FOUND");
	}

}
