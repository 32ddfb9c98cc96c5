package org.huiling.openrules;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody what is published, where {@code huiling.open-rules} says so. */
@Tag(name = "open rules", description = "公开政策 · published policies without an account, where the service is set to")
@RestController
@RequestMapping("/api/v1/open/policies")
class OpenRulesController {

	private final PublishedRules published;

	OpenRulesController(PublishedRules published) {
		this.published = published;
	}

	@Operation(operationId = "listOpenPolicies", summary = "公开的项目 · published programs with their versions",
			security = {})
	@GetMapping
	Listing<OpenPolicy.Item> list(@RequestParam @Nullable String jurisdiction, @RequestParam @Nullable String program,
			Paging paging) {
		List<OpenPolicy.Item> all = this.published.items(jurisdiction, program);
		return Listing.cut(all, paging, (each) -> each);
	}

	@Operation(operationId = "getOpenPolicy",
			summary = "一个公开的项目 · a program's numbers over time, rules as a tree and in words, worked examples",
			security = {})
	@GetMapping("/{jurisdiction}/{program}")
	OpenPolicy one(@PathVariable String jurisdiction, @PathVariable String program) {
		return this.published.one(jurisdiction, program);
	}

}
