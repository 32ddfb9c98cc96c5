package org.huiling.policy.standards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.FileTypes;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the standards that policies share. */
@Tag(name = "standards", description = "标准 · numbers that policies share, as notices set them")
@RestController
@RequestMapping("/api/v1/standards")
class StandardsController {

	private final SharedStandards standards;

	StandardsController(SharedStandards standards) {
		this.standards = standards;
	}

	@Operation(operationId = "listStandards",
			summary = "标准 · standards in force with every value that was issued and the versions that go by them")
	@GetMapping
	Listing<StandardView> standards(
			@Parameter(description = "of this jurisdiction") @RequestParam @Nullable String jurisdiction,
			Paging paging) {
		return Listing.cut(this.standards.all(jurisdiction), paging, (one) -> one);
	}

	@Operation(operationId = "getStandardsFile",
			summary = "标准文件 · the standards.yaml of a jurisdiction in force, as it was published")
	@ApiResponse(responseCode = "200", description = "its bytes",
			content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/{jurisdiction}/file")
	ResponseEntity<byte[]> file(@PathVariable String jurisdiction) {
		byte[] content = this.standards.file(jurisdiction);
		return ResponseEntity.ok()
			.eTag(Sha256.of(content).toString())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(FileTypes.of(StandardsFile.NAME))
			.body(content);
	}

}
