package org.huiling.web.operations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.applicant.ListedPeople;
import org.huiling.input.RecordReader;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.RosterBody;
import org.huiling.payment.roster.view.FlagView;
import org.huiling.payment.roster.view.LineFilter;
import org.huiling.payment.roster.view.LineView;
import org.huiling.payment.roster.view.OpenItemView;
import org.huiling.payment.roster.view.RosterOperations;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.PageQuery;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriUtils;

/** 发放名册: from being made to what the bank says. */
@Controller
class RosterPages {

	private static final List<String> STATES = List.of("DRAFT", "APPROVED", "CLOSED", "DISCARDED");

	/** Who was looked for before a form led back here. */
	static final String LOOKED = "looked";

	/** So many flags stand on the page of a roster; a page of their own has them all. */
	private static final int FLAGS = 10;

	private final RosterOperations rosters;

	private final RosterSheets sheets;

	private final ListedPeople people;

	private final Districts districts;

	private final ProgramNames programs;

	private final Clock clock;

	RosterPages(RosterOperations rosters, RosterSheets sheets, ListedPeople people, Districts districts,
			ProgramNames programs, Clock clock) {
		this.rosters = rosters;
		this.sheets = sheets;
		this.people = people;
		this.districts = districts;
		this.programs = programs;
		this.clock = clock;
	}

	@GetMapping("/rosters")
	String rosters(@RequestParam @Nullable String jurisdiction, @RequestParam @Nullable String month,
			@RequestParam @Nullable String state, Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.rosters.list(filled(jurisdiction), filled(month), filled(state), paging));
		model.addAttribute("chosen", new Chosen(filled(jurisdiction), filled(month), filled(state)));
		model.addAttribute("states", STATES);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("month", YearMonth.now(this.clock));
		model.addAttribute("locale", locale);
		return "web/operations/rosters";
	}

	@PostMapping("/rosters")
	String make(@RequestParam Map<String, String> form) {
		return "redirect:/rosters/" + this.rosters.make(RecordReader.form(form, RosterBody.class)).id();
	}

	/**
	 * What a list of rosters is narrowed to.
	 *
	 * @param jurisdiction whose, null for those of all
	 * @param month of which month, null for any
	 * @param state how far they are, null for any
	 */
	record Chosen(@Nullable String jurisdiction, @Nullable String month, @Nullable String state) {

		/** Goes before the number of another page of the list. */
		public String query() {
			return part("jurisdiction", this.jurisdiction) + part("month", this.month) + part("state", this.state);
		}

		private static String part(String name, @Nullable String value) {
			return (value != null) ? name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8) + "&" : "";
		}

	}

	/** A field of a form that was left empty says nothing. */
	private static @Nullable String filled(@Nullable String field) {
		return (field != null && !field.isBlank()) ? field.strip() : null;
	}

	/** What a month would come to; nothing is written. */
	@PostMapping("/rosters/forecast")
	String forecast(@RequestParam String jurisdiction, @RequestParam YearMonth month, Model model, Locale locale) {
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("forecast", this.rosters.forecast(jurisdiction, month));
		model.addAttribute("month", month);
		return "web/operations/rosters :: forecast";
	}

	@GetMapping("/rosters/{id}")
	String roster(@PathVariable String id, @RequestParam @Nullable String result, Paging paging, Model model,
			Locale locale) {
		return roster(id, LineFilter.typed(result, (String) model.getAttribute(LOOKED)), paging, model, locale);
	}

	/** Who is looked for stands in no address. */
	@PostMapping("/rosters/{id}/lines")
	String look(@PathVariable String id, @RequestParam @Nullable String result, @RequestParam @Nullable String looked,
			@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
		return roster(id, LineFilter.typed(result, looked), new Paging(Math.max(0, page), Paging.DEFAULT_SIZE), model,
				locale);
	}

	private String roster(String id, LineFilter filter, Paging paging, Model model, Locale locale) {
		UUID roster = Identifiers.roster(id);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("roster", this.rosters.one(roster));
		model.addAttribute("totals", this.rosters.totals(roster));
		model.addAttribute("filter", filter);
		model.addAttribute("results", LineFilter.RESULTS);
		model.addAttribute("query", (filter.result() != null) ? "result=" + filter.result() + "&" : "");
		model.addAttribute("lines", lines(roster, filter, paging));
		Listing<FlagView> flags = this.rosters.flags(roster, new Paging(0, FLAGS));
		model.addAttribute("flags", flags);
		model.addAttribute("flagCounts", this.rosters.flagCounts(roster));
		model.addAttribute("people", listed(flags));
		return "web/operations/roster";
	}

	/**
	 * The last page, if there are fewer: the last line of one may just have got its
	 * result.
	 */
	private Listing<LineView> lines(UUID roster, LineFilter filter, Paging paging) {
		Listing<LineView> lines = this.rosters.lines(roster, filter, paging);
		if (!lines.items().isEmpty() || lines.total() == 0) {
			return lines;
		}
		return this.rosters.lines(roster, filter,
				new Paging(Math.toIntExact((lines.total() - 1) / paging.size()), paging.size()));
	}

	private Map<UUID, ListedPeople.Listed> listed(Listing<FlagView> flags) {
		return this.people.listed(flags.items()
			.stream()
			.flatMap((flag) -> Stream.concat(Stream.of(flag.applicantId()),
					Stream.ofNullable(flag.with()).flatMap(List::stream).map(FlagView.Other::applicantId)))
			.collect(Collectors.toSet()));
	}

	@GetMapping("/rosters/{id}/flags")
	String flags(@PathVariable String id, Paging paging, Model model, Locale locale) {
		UUID roster = Identifiers.roster(id);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("roster", this.rosters.one(roster));
		Listing<FlagView> flags = this.rosters.flags(roster, paging);
		model.addAttribute("flags", flags);
		model.addAttribute("people", listed(flags));
		return "web/operations/roster-flags";
	}

	@GetMapping("/rosters/{id}/open")
	String open(@PathVariable String id, @RequestParam @Nullable String reason, Paging paging, Model model,
			Locale locale) {
		UUID roster = Identifiers.roster(id);
		String asked = filled(reason);
		Listing<OpenItemView> open = this.rosters.open(roster, asked, paging);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("roster", this.rosters.one(roster));
		model.addAttribute("reason", asked);
		model.addAttribute("query", (asked != null) ? PageQuery.of(Map.of("reason", asked)) : "");
		model.addAttribute("open", open);
		model.addAttribute("people",
				this.people.listed(open.items().stream().map(OpenItemView::applicantId).collect(Collectors.toSet())));
		return "web/operations/roster-open";
	}

	@GetMapping("/rosters/{id}/transfers")
	String transfers(@PathVariable String id, Paging paging, Model model, Locale locale) {
		UUID roster = Identifiers.roster(id);
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("roster", this.rosters.one(roster));
		model.addAttribute("transfers", this.rosters.transfers(roster, paging));
		return "web/operations/roster-transfers";
	}

	@GetMapping({ "/rosters/{id}/csv", "/rosters/{id}/xlsx" })
	ResponseEntity<StreamingResponseBody> file(@PathVariable String id, HttpServletRequest request, Locale locale) {
		TableFormat format = TableFormat.of(request);
		UUID roster = Identifiers.roster(id);
		return format.answer(this.rosters.name(roster),
				this.sheets.lines(this.rosters.everyLine(roster, format.ending()), locale));
	}

	@GetMapping({ "/rosters/{id}/transfers/csv", "/rosters/{id}/transfers/xlsx" })
	ResponseEntity<StreamingResponseBody> transfersFile(@PathVariable String id, HttpServletRequest request,
			Locale locale) {
		TableFormat format = TableFormat.of(request);
		UUID roster = Identifiers.roster(id);
		return format.answer(this.rosters.nameOfTransfers(roster),
				this.sheets.transfers(this.rosters.everyTransfer(roster, format.ending()), locale));
	}

	@PostMapping("/rosters/{id}/approve")
	String approve(@PathVariable String id) {
		this.rosters.approve(Identifiers.roster(id));
		return "redirect:/rosters/{id}";
	}

	@PostMapping("/rosters/{id}/discard")
	String discard(@PathVariable String id) {
		this.rosters.discard(Identifiers.roster(id));
		return "redirect:/rosters/{id}";
	}

}
