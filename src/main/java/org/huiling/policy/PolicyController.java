package org.huiling.policy;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.input.ReasonBody;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.published.PolicyView;
import org.huiling.problem.Refusal;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is published. */
@Tag(name = "policies", description = "政策 · published policies")
@RestController
@RequestMapping("/api/v1")
class PolicyController {

	private final PolicyCatalogue catalogue;

	private final Versions versions;

	PolicyController(PolicyCatalogue catalogue, Versions versions) {
		this.catalogue = catalogue;
		this.versions = versions;
	}

	@Operation(operationId = "listJurisdictions", summary = "辖区 · jurisdictions")
	@GetMapping("/jurisdictions")
	Listing<Jurisdiction> jurisdictions(Paging paging) {
		return Listing.cut(this.catalogue.jurisdictions(), paging, (each) -> each);
	}

	@Operation(operationId = "listPrograms", summary = "项目 · programs, by jurisdiction and order of evaluation")
	@GetMapping("/programs")
	Listing<PolicyView.ProgramItem> programs(@RequestParam @Nullable String jurisdiction, Paging paging) {
		List<PolicyView.ProgramItem> all = this.catalogue.current()
			.programs()
			.entrySet()
			.stream()
			.filter((owner) -> jurisdiction == null || jurisdiction.equals(owner.getKey()))
			.flatMap((owner) -> owner.getValue()
				.stream()
				.map((program) -> PolicyView.ProgramItem.of(owner.getKey(), program)))
			.toList();
		return Listing.cut(all, paging, (each) -> each);
	}

	@Operation(operationId = "listPolicies", summary = "政策版本 · versions, with their state today, and drafts of more")
	@GetMapping("/policies")
	Listing<PolicyView.VersionItem> policies(@RequestParam @Nullable String jurisdiction,
			@RequestParam @Nullable String program, Paging paging) {
		return Listing.cut(this.versions.all(jurisdiction, program), paging, (item) -> item);
	}

	@Operation(operationId = "getPolicy", summary = "一个政策版本 · one version with its parameters and files")
	@GetMapping("/policies/{jurisdiction}/{program}/{version}")
	PolicyView.VersionPage policy(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version) {
		return this.versions.one(jurisdiction, program, version);
	}

	@Operation(operationId = "withdrawPolicy",
			summary = "撤回 · takes back a version published by mistake; the one before is in force again")
	@PostMapping("/policies/{jurisdiction}/{program}/{version}/withdraw")
	PolicyView.VersionPage withdraw(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version, @RequestBody ReasonBody asked) {
		return this.versions.withdraw(jurisdiction, program, version, asked.reason());
	}

	@Operation(operationId = "diffPolicies",
			summary = "比较 · what differs from another version: parameters, rules, files, answers")
	@GetMapping(path = "/policies/{jurisdiction}/{program}/{version}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
	VersionDiff diff(@PathVariable String jurisdiction, @PathVariable String program, @PathVariable String version,
			@RequestParam String to) {
		return this.versions.between(jurisdiction, program, version, to);
	}

	@Operation(operationId = "exportPolicy", summary = "导出 · the version's directory as a zip to be unpacked in rules/")
	@ApiResponse(responseCode = "200", description = "the archive",
			content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/policies/{jurisdiction}/{program}/{version}/export")
	ResponseEntity<byte[]> export(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version) {
		PolicyFiles files = this.versions.files(jurisdiction, program, version);
		return ResponseEntity.ok()
			.eTag(files.digest())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + jurisdiction + "_" + program + "_" + version + ".zip\"")
			.contentType(MediaType.parseMediaType("application/zip"))
			.body(this.versions.archive(jurisdiction, program, version));
	}

	@Operation(operationId = "getPolicyFile", summary = "版本的文件 · one file of a version, as it was published")
	@ApiResponse(responseCode = "200", description = "its bytes",
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/policies/{jurisdiction}/{program}/{version}/files/{*path}")
	ResponseEntity<byte[]> file(@PathVariable String jurisdiction, @PathVariable String program,
			@PathVariable String version, @PathVariable String path) {
		String name = path.substring(1);
		byte[] content = this.versions.files(jurisdiction, program, version).files().get(name);
		if (content == null) {
			throw Refusal.notFound("FILE_NOT_FOUND", jurisdiction + "/" + program + "/" + version, name);
		}
		return ResponseEntity.ok()
			.eTag(Sha256.of(content).toString())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(FileTypes.of(name))
			.body(content);
	}

}
