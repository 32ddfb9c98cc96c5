package org.huiling.policy.dictionary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.FileTypes;
import org.huiling.policy.RulesArchive;
import org.huiling.problem.Refusal;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the data dictionary. */
@Tag(name = "facts", description = "数据元目录 · the data dictionary: every fact and who uses it")
@RestController
@RequestMapping("/api/v1/facts")
class FactController {

	private final DataDictionary dictionary;

	private final DictionaryInForce inForce;

	FactController(DataDictionary dictionary, DictionaryInForce inForce) {
		this.inForce = inForce;
		this.dictionary = dictionary;
	}

	@Operation(operationId = "listFacts", summary = "事实 · facts, recorded ones first; each with its codes and users")
	@GetMapping
	Listing<FactView> facts(@Parameter(
			description = "words in the path, names, aliases or codes, of either language") @RequestParam @Nullable String q,
			@Parameter(description = "declared in this fact file") @RequestParam @Nullable String file,
			@Parameter(
					description = "used by versions of this jurisdiction") @RequestParam @Nullable String jurisdiction,
			Paging paging) {
		return Listing.cut(this.dictionary.find(new FactQuery(q, file, jurisdiction)), paging, (one) -> one);
	}

	@Operation(operationId = "getFact", summary = "一个事实 · one entry by its path, such as household.dibao.type")
	@GetMapping("/{path}")
	FactView fact(@PathVariable String path) {
		return this.dictionary.view(path);
	}

	@Operation(operationId = "getFactFile", summary = "事实文件 · a fact file in force, as it was published")
	@ApiResponse(responseCode = "200", description = "its bytes",
			content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/files/{name}")
	ResponseEntity<byte[]> file(@PathVariable String name) {
		String file = name + ".yaml";
		byte[] content = this.inForce.files().files().get(file);
		if (content == null) {
			throw Refusal.notFound("FACT_FILE_NOT_FOUND", name);
		}
		return ResponseEntity.ok()
			.eTag(Sha256.of(content).toString())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(FileTypes.of(file))
			.body(content);
	}

	@Operation(operationId = "exportFacts", summary = "导出 · all fact files in force as a zip to be unpacked in rules/")
	@ApiResponse(responseCode = "200", description = "the archive",
			content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/export")
	ResponseEntity<byte[]> export() {
		FactFiles files = this.inForce.files();
		return ResponseEntity.ok()
			.eTag(files.dictionary().digest())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"facts.zip\"")
			.contentType(MediaType.parseMediaType("application/zip"))
			.body(RulesArchive.of(FactFiles.DIRECTORY, files.files()));
	}

}
