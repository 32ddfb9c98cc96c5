package org.huiling.web.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.decision.DecisionView;
import org.huiling.decision.PersonDecisions;
import org.huiling.web.FieldNames;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.decide.DecisionBars;
import org.huiling.web.casework.form.FactLines;
import org.huiling.web.casework.form.ItemTables;
import org.huiling.web.casework.form.PartFields;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 个人页: what is known of a person and was decided, on a day and as known at an instant.
 */
@Controller
class PersonPage {

	private final PersonFiles files;

	private final PersonDecisions decisions;

	private final FactLines lines;

	private final ItemTables tables;

	private final PartFields parts;

	private final ProgramNames programs;

	private final FieldNames names;

	private final Clock clock;

	PersonPage(PersonFiles files, PersonDecisions decisions, FactLines lines, ItemTables tables, PartFields parts,
			ProgramNames programs, FieldNames names, Clock clock) {
		this.names = names;
		this.tables = tables;
		this.parts = parts;
		this.files = files;
		this.decisions = decisions;
		this.lines = lines;
		this.programs = programs;
		this.clock = clock;
	}

	/**
	 * A record as the time line shows it.
	 *
	 * @param id of the record
	 * @param validFrom from when it holds
	 * @param recordedOn the day on which it was learnt
	 * @param recordedBy by whom
	 * @param reason why, null if not said
	 * @param corrected whether another record says that it was wrong
	 * @param corrects whether it says so of another one
	 * @param correctable whether a page can say that it was wrong
	 * @param facts what it says
	 */
	record Entry(String id, String validFrom, LocalDate recordedOn, String recordedBy, @Nullable String reason,
			boolean corrected, boolean corrects, boolean correctable, List<FactLines.Line> facts) {
	}

	@GetMapping("/people/{id}")
	String person(@PathVariable String id, @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
			@RequestParam @Nullable Integer known, @RequestParam @Nullable YearMonth month,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		PersonFiles.File now = this.files.open(person, date, null);
		List<RecordAnswer> records = now.records();
		int shown = (known != null && known >= 1 && known < records.size()) ? known : records.size();
		Instant knownAt = (shown < records.size()) ? records.get(shown - 1).recordedAt() : null;
		PersonFiles.File file = (knownAt != null) ? this.files.open(person, date, knownAt) : now;
		List<DecisionView> decided = this.decisions.of(person, knownAt);
		Map<String, String> programs = this.programs.forPerson(now.facts(), locale);
		model.addAttribute("id", person);
		model.addAttribute("facts", file.facts());
		model.addAttribute("lines", this.lines.of(file.facts(), programs, locale));
		model.addAttribute("tables", this.tables.of(file.facts(), programs, locale));
		model.addAttribute("parts", this.parts.parts(RecordJson.subject(file.facts())));
		model.addAttribute("names", this.names);
		model.addAttribute("locale", locale);
		model.addAttribute("date", (date != null) ? date : LocalDate.now(this.clock));
		model.addAttribute("known", shown);
		model.addAttribute("records", records.size());
		model.addAttribute("knownOn", (knownAt != null) ? day(knownAt) : null);
		model.addAttribute("entries", entries(file.records(), programs, locale));
		model.addAttribute("decisions", newestFirst(decided));
		model.addAttribute("bars", DecisionBars.of(decided, shownLast(decided)));
		model.addAttribute("programs", this.programs.in(locale));
		model.addAttribute("month", (month != null) ? month : YearMonth.now(this.clock));
		return part ? "web/casework/person :: known" : "web/casework/person";
	}

	/** The bars end this month, or earlier where everything decided lies further back. */
	private YearMonth shownLast(List<DecisionView> decisions) {
		YearMonth now = YearMonth.now(this.clock);
		return decisions.stream()
			.map(DecisionView::period)
			.filter(DecisionBars::isMonth)
			.map(YearMonth::parse)
			.max(Comparator.naturalOrder())
			.map((last) -> last.plusMonths(DecisionBars.MONTHS - 6L))
			.filter((last) -> last.isBefore(now))
			.orElse(now);
	}

	private List<Entry> entries(List<RecordAnswer> records, Map<String, String> programs, Locale locale) {
		List<Entry> entries = new ArrayList<>();
		for (RecordAnswer record : records) {
			entries.add(new Entry(record.id().toString(), record.validFrom().toString(), day(record.recordedAt()),
					record.recordedBy(), record.reason(), record.correctedBy() != null, record.corrects() != null,
					ChangePages.isCorrectable(record), this.lines.whole(record.facts().json(), programs, locale)));
		}
		entries.sort(Comparator.comparing(Entry::validFrom).reversed());
		return entries;
	}

	private static List<DecisionView> newestFirst(List<DecisionView> decisions) {
		return decisions.stream().sorted(Comparator.comparing(DecisionView::period).reversed()).toList();
	}

	private LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, this.clock.getZone());
	}

}
