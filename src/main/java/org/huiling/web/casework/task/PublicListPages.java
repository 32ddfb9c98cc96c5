package org.huiling.web.casework.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.publiclist.PublicLine;
import org.huiling.publiclist.PublicLists;
import org.huiling.web.Districts;
import org.huiling.web.PageQuery;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 公示名单: looked at page by page, printed whole, or handed out as csv. */
@Controller
class PublicListPages {

	private static final int SHOWN = 50;

	/** So many lines are printed at once; longer lists are handed out as csv. */
	private static final int PRINTED = 2000;

	private final PublicLists lists;

	private final Districts districts;

	private final ProgramNames programs;

	private final RegionNames regions;

	private final PolicyCatalogue policies;

	private final MessageSource messages;

	private final Clock clock;

	PublicListPages(PublicLists lists, Districts districts, ProgramNames programs, RegionNames regions,
			PolicyCatalogue policies, MessageSource messages, Clock clock) {
		this.lists = lists;
		this.districts = districts;
		this.programs = programs;
		this.regions = regions;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A line as it is shown.
	 *
	 * @param line the line
	 * @param region its name
	 */
	record Line(PublicLine line, String region) {
	}

	@GetMapping("/public-lists")
	String list(@RequestParam(defaultValue = "") String list,
			@RequestParam @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month,
			@RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "0") int page, Model model,
			Locale locale) {
		Map<String, Map<String, String>> all = new LinkedHashMap<>();
		List<Jurisdiction> own = this.districts.own();
		(own.isEmpty() ? this.districts.all() : own)
			.forEach((one) -> all.put(one.id(), this.programs.of(one.id(), locale)));
		model.addAttribute("lists", all);
		model.addAttribute("chosen", list);
		model.addAttribute("region", region);
		model.addAttribute("month", (month != null) ? month : YearMonth.now(this.clock));
		model.addAttribute("names", this.programs.in(locale));
		if (!list.isEmpty() && month != null) {
			show(asked(list, month, region), new Paging(Math.max(0, page), SHOWN), model, locale);
			model.addAttribute("printed", PRINTED);
			model.addAttribute("query",
					PageQuery.of(Map.of("list", list, "month", month.toString(), "region", region.strip())));
		}
		return "web/casework/public-list";
	}

	@GetMapping("/public-lists/print")
	String print(@RequestParam String list, @RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
			@RequestParam(defaultValue = "") String region, Model model, Locale locale) {
		model.addAttribute("month", month);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("today", LocalDate.now(this.clock));
		show(asked(list, month, region), new Paging(0, PRINTED), model, locale);
		return "web/casework/public-list-print";
	}

	@GetMapping("/public-lists/csv")
	ResponseEntity<StreamingResponseBody> csv(@RequestParam String list,
			@RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
			@RequestParam(defaultValue = "") String region, Locale locale) {
		PublicLists.Asked asked = asked(list, month, region);
		String header = Stream.of("name", "region", "amount", "what", "quantity")
			.map((column) -> Objects.requireNonNull(this.messages.getMessage("publicList." + column, null, locale)))
			.collect(Collectors.joining(","));
		PublicLists.Writing writing = this.lists.csv(asked, header);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"public-list-" + asked.program() + "-" + month + ".csv\"")
			.body(writing::to);
	}

	private void show(PublicLists.Asked asked, Paging paging, Model model, Locale locale) {
		Listing<PublicLine> page = this.lists.page(asked, paging);
		model.addAttribute("asked", asked);
		model.addAttribute("page", page);
		model.addAttribute("currency", this.policies.currency(asked.jurisdiction()));
		model.addAttribute("lines",
				page.items().stream().map((line) -> new Line(line, this.regions.of(line.region(), locale))).toList());
	}

	/** Jurisdiction and program stand in one choice, with a slash between them. */
	private static PublicLists.Asked asked(String list, YearMonth month, String region) {
		int slash = list.indexOf('/');
		return new PublicLists.Asked((slash < 0) ? list : list.substring(0, slash), list.substring(slash + 1), month,
				region.isBlank() ? null : region.strip());
	}

}
