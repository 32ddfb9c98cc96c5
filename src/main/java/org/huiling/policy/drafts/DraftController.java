package org.huiling.policy.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.CheckAnswer;
import org.huiling.policy.FileTypes;
import org.huiling.policy.PolicyPublishing.Publication;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.factfiles.FactFileDiff;
import org.huiling.policy.factfiles.FactPublication;
import org.huiling.policy.standards.StandardsDiff;
import org.huiling.policy.standards.StandardsPublication;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts over HTTP. */
@Tag(name = "drafts", description = "政策草稿 · policies on their way to being published")
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

	private final Drafting drafting;

	private final Approval approval;

	private final Drafts drafts;

	DraftController(Drafting drafting, Approval approval, Drafts drafts) {
		this.drafting = drafting;
		this.approval = approval;
		this.drafts = drafts;
	}

	@Operation(operationId = "beginDraft",
			summary = "新建草稿 · begins a draft, empty or with the files of the version basedOn")
	@Idempotent
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DraftView> begin(@RequestBody DraftBody wanted) {
		Draft draft = this.drafting.begin(wanted);
		return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
			.eTag(draft.etag())
			.body(this.drafts.view(draft));
	}

	@Operation(operationId = "listDrafts",
			summary = "草稿列表 · drafts, the last changed first; discarded ones only by their state")
	@GetMapping
	Listing<DraftView.Item> drafts(@RequestParam @Nullable String jurisdiction, @RequestParam @Nullable String program,
			@RequestParam @Nullable String factFile, @RequestParam @Nullable DraftState state, Paging paging) {
		return this.drafts.list(jurisdiction, program, factFile, state, paging);
	}

	@Operation(operationId = "getDraft", summary = "一份草稿 · one draft with its files and last check, with its ETag")
	@GetMapping("/{id}")
	ResponseEntity<DraftView> draft(@PathVariable String id) {
		return answer(this.drafting.get(id(id)));
	}

	@Operation(operationId = "diffDraft",
			summary = "比较 · what differs from the version it is based on (parameters, rules, files, answers),"
					+ " or of a fact file from the dictionary in force (facts, answers),"
					+ " or of standards from those in force (values, answers of every program that goes by them)")
	@ApiResponse(responseCode = "200", description = "what differs",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(oneOf = { VersionDiff.class, FactFileDiff.class, StandardsDiff.class })))
	@GetMapping(path = "/{id}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
	Object diff(@PathVariable String id) {
		UUID draft = id(id);
		DraftView view = this.drafts.view(draft);
		return view.standards() ? this.drafts.standardsDiff(draft)
				: (view.factFile() != null) ? this.drafts.factDiff(draft) : this.drafts.diff(draft);
	}

	@Operation(operationId = "getDraftFile", summary = "草稿的文件 · one file; its ETag is the draft's")
	@ApiResponse(responseCode = "200", description = "its bytes",
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/{id}/files/{*path}")
	ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String path) {
		Draft draft = this.drafting.get(id(id));
		String name = path.substring(1);
		byte[] content = draft.contents().get(name);
		if (content == null) {
			throw Refusal.notFound("DRAFT_FILE_NOT_FOUND", name);
		}
		return ResponseEntity.ok()
			.eTag(draft.etag())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(FileTypes.of(name))
			.body(content);
	}

	@Operation(operationId = "putDraftFile", summary = "写入文件 · adds or replaces a file; the body is its bytes",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary"))))
	@PutMapping("/{id}/files/{*path}")
	ResponseEntity<DraftView.FileItem> put(@PathVariable String id, @PathVariable String path,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) InputStream body) throws IOException {
		byte[] content = body.readAllBytes();
		String name = path.substring(1);
		Draft draft = this.drafting.put(id(id), revision(ifMatch), name, content);
		return ResponseEntity.ok().eTag(draft.etag()).body(DraftView.item(name, content));
	}

	@Operation(operationId = "deleteDraftFile", summary = "删除文件 · removes a file")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@DeleteMapping("/{id}/files/{*path}")
	ResponseEntity<Void> delete(@PathVariable String id, @PathVariable String path,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Draft draft = this.drafting.delete(id(id), revision(ifMatch), path.substring(1));
		return ResponseEntity.noContent().eTag(draft.etag()).build();
	}

	@Operation(operationId = "checkDraft", summary = "检查 · the whole check: problems, examples, coverage, findings")
	@PostMapping(path = "/{id}/check", produces = MediaType.APPLICATION_JSON_VALUE)
	CheckAnswer check(@PathVariable String id) {
		return this.approval.check(id(id));
	}

	@Operation(operationId = "submitDraft", summary = "提交 · hands it to an approver; the check must pass")
	@PostMapping("/{id}/submit")
	ResponseEntity<DraftView> submit(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return answer(this.approval.submit(id(id), revision(ifMatch)));
	}

	@Operation(operationId = "approveDraft", summary = "批准 · approves what was checked; nobody who wrote it may")
	@PostMapping("/{id}/approve")
	ResponseEntity<DraftView> approve(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return answer(this.approval.approve(id(id), revision(ifMatch)));
	}

	@Operation(operationId = "rejectDraft", summary = "退回 · turns it down with a reason")
	@PostMapping("/{id}/reject")
	ResponseEntity<DraftView> reject(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody ReasonBody asked) {
		UUID draft = id(id);
		this.drafting.get(draft);
		return answer(this.approval.reject(draft, revision(ifMatch), asked.reason()));
	}

	@Operation(operationId = "discardDraft", summary = "作废 · gives a draft up; its author may, and any approver")
	@PostMapping("/{id}/discard")
	ResponseEntity<DraftView> discard(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return answer(this.approval.discard(id(id), revision(ifMatch)));
	}

	@Operation(operationId = "putDraftNeeds",
			summary = "所需草稿 · says which drafts of fact files a policy's draft needs; they are checked together")
	@PutMapping("/{id}/needs")
	ResponseEntity<DraftView> need(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody NeedsBody wanted) {
		return answer(
				this.drafting.need(id(id), revision(ifMatch), (wanted.needs() != null) ? wanted.needs() : List.of()));
	}

	@Operation(operationId = "publishDraft",
			summary = "发布 · publishes it after the whole check once more; in force at once")
	@ApiResponse(responseCode = "200",
			description = "the version, or the revision of the dictionary or of the standards",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(oneOf = { Publication.class, FactPublication.class, StandardsPublication.class })))
	@PostMapping("/{id}/publish")
	Object publish(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return this.approval.publish(id(id), revision(ifMatch)).answer();
	}

	private ResponseEntity<DraftView> answer(Draft draft) {
		return ResponseEntity.ok().eTag(draft.etag()).body(this.drafts.view(draft));
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "DRAFT_NOT_FOUND");
	}

	/** A tag that was never ours is as stale as an old one. */
	private static @Nullable Integer revision(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.strip().equals("*")) {
			return null;
		}
		Matcher tag = ETAG.matcher(ifMatch.strip());
		return tag.matches() ? Integer.valueOf(tag.group(1)) : Integer.valueOf(-1);
	}

}
