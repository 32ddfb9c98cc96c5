package org.huiling.web.operations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.RosterBody;
import org.huiling.payment.roster.view.RosterOperations;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final RosterOperations rosters;

	private final Districts districts;

	private final ProgramNames programs;

	private final Clock clock;

	RosterPages(RosterOperations rosters, Districts districts, ProgramNames programs, Clock clock) {
		this.rosters = rosters;
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
	String roster(@PathVariable String id, Paging paging, Model model, Locale locale) {
		model.addAttribute("names", this.programs.in(locale));
		model.addAttribute("roster", this.rosters.one(Identifiers.roster(id)));
		model.addAttribute("lines", this.rosters.lines(Identifiers.roster(id), paging));
		model.addAttribute("flags", this.rosters.flags(Identifiers.roster(id), new Paging(0, 50)));
		return "web/operations/roster";
	}

	@GetMapping("/rosters/{id}/csv")
	ResponseEntity<StreamingResponseBody> csv(@PathVariable String id) {
		return file(id, false);
	}

	@GetMapping("/rosters/{id}/xlsx")
	ResponseEntity<StreamingResponseBody> xlsx(@PathVariable String id) {
		return file(id, true);
	}

	private ResponseEntity<StreamingResponseBody> file(String id, boolean workbook) {
		return file(this.rosters.all(Identifiers.roster(id), workbook), this.rosters.name(Identifiers.roster(id)),
				workbook);
	}

	@GetMapping("/rosters/{id}/transfers/csv")
	ResponseEntity<StreamingResponseBody> transfersAsCsv(@PathVariable String id) {
		return transfers(id, false);
	}

	@GetMapping("/rosters/{id}/transfers/xlsx")
	ResponseEntity<StreamingResponseBody> transfersAsWorkbook(@PathVariable String id) {
		return transfers(id, true);
	}

	private ResponseEntity<StreamingResponseBody> transfers(String id, boolean workbook) {
		return file(this.rosters.allTransfers(Identifiers.roster(id), workbook),
				this.rosters.nameOfTransfers(Identifiers.roster(id)), workbook);
	}

	private static ResponseEntity<StreamingResponseBody> file(RosterOperations.Writing rows, String name,
			boolean workbook) {
		return ResponseEntity.ok()
			.contentType(workbook ? XLSX : CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + name + (workbook ? ".xlsx" : ".csv") + "\"")
			.body(rows::to);
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
