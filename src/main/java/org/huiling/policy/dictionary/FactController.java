package org.huiling.policy.dictionary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

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

	FactController(DataDictionary dictionary) {
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

}
