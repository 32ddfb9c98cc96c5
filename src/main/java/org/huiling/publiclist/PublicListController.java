package org.huiling.publiclist;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Public lists over HTTP. */
@Tag(name = "public lists", description = "公示 · whom a program grants something in a month, as it is put up in public")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicListController {

	private final PublicLists lists;

	private final PublicListExclusions exclusions;

	PublicListController(PublicLists lists, PublicListExclusions exclusions) {
		this.lists = lists;
		this.exclusions = exclusions;
	}

	@Operation(operationId = "publicList", summary = "公示名单 · names masked to the surname, region and amount",
			description = """
					Everybody decided ELIGIBLE for the month (of a quarterly or yearly program the period it lies in), on a roster or not;
					region takes a prefix. Who is kept off (PUT /applicants/{id}/public-list) does not stand on it. As text/csv all of it.""")
	@GetMapping("/public-lists")
	Listing<PublicLine> list(@RequestParam String jurisdiction, @RequestParam String program,
			@RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month, @RequestParam @Nullable String region,
			Paging paging) {
		return this.lists.page(new PublicLists.Asked(jurisdiction, program, month, region), paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/public-lists", produces = "text/csv")
	ResponseEntity<StreamingResponseBody> csv(@RequestParam String jurisdiction, @RequestParam String program,
			@RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month, @RequestParam @Nullable String region) {
		PublicLists.Writing list = this.lists.csv(new PublicLists.Asked(jurisdiction, program, month, region));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"public-list-" + program + "-" + month + ".csv\"")
			.body(list::to);
	}

	@Operation(operationId = "getPublicListing", summary = "是否公示 · whether a person stands on public lists")
	@GetMapping("/applicants/{id}/public-list")
	ListingView listing(@PathVariable String id) {
		return this.exclusions.of(Ids.inPath(id, "APPLICANT_NOT_FOUND"));
	}

	@Operation(operationId = "setPublicListing",
			summary = "列入或不列入公示 · keeps a person off public lists, or puts them back",
			description = "{\"listed\": false, \"reason\"} → 200; of a file merged into another the flag goes on")
	@PutMapping(path = "/applicants/{id}/public-list", consumes = MediaType.APPLICATION_JSON_VALUE)
	ListingView set(@PathVariable String id, @RequestBody ListingBody asked) {
		return this.exclusions.set(Ids.inPath(id, "APPLICANT_NOT_FOUND"), asked);
	}

}
