package org.huiling.web.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.answer.PersonExport;
import org.huiling.applicant.answer.PersonExport.Everything;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.web.Dates;
import org.huiling.web.Identifiers;
import org.huiling.web.casework.form.FactLines;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 本人资料导出: everything that is kept about somebody, to be printed for them. */
@Controller
class ExportPage {

	private final PersonExport export;

	private final FactLines lines;

	private final Dates dates;

	private final MessageSource messages;

	private final JsonMapper json;

	ExportPage(PersonExport export, FactLines lines, Dates dates, MessageSource messages, JsonMapper json) {
		this.export = export;
		this.lines = lines;
		this.dates = dates;
		this.messages = messages;
		this.json = json;
	}

	/**
	 * A kind of what is kept.
	 *
	 * @param title in words
	 * @param rows what there is
	 */
	record Section(String title, List<List<Cell>> rows) {
	}

	/**
	 * A value.
	 *
	 * @param name in words
	 * @param value as it is kept
	 */
	record Cell(String name, String value) {
	}

	/**
	 * A record of the file.
	 *
	 * @param validFrom from which day it holds
	 * @param recorded when
	 * @param by the account
	 * @param reason null if not said
	 * @param wrong whether another record says that it was wrong
	 * @param facts what it says
	 */
	record Entry(String validFrom, String recorded, String by, String reason, boolean wrong,
			List<FactLines.Line> facts) {
	}

	@GetMapping("/people/{id}/export")
	String export(@PathVariable String id, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		Everything all = this.export.of(person, Set.of(), null, locale);
		model.addAttribute("all", all);
		model.addAttribute("made", this.dates.minute(all.exportedAt()));
		model.addAttribute("facts", (all.person() != null)
				? this.lines.whole(this.json.valueToTree(all.person().facts()), Map.of(), locale) : List.of());
		List<Entry> entries = new ArrayList<>(entries(all.records(), locale));
		all.files().forEach((file) -> entries.addAll(entries(file.records(), locale)));
		model.addAttribute("entries", entries);
		model.addAttribute("sections",
				all.kept()
					.entrySet()
					.stream()
					.filter((kind) -> !kind.getValue().isEmpty())
					.map((kind) -> new Section(text("export.kind." + kind.getKey(), kind.getKey(), locale),
							kind.getValue().stream().map((row) -> cells(row, locale)).toList()))
					.toList());
		model.addAttribute("looks",
				all.access()
					.stream()
					.map((look) -> new Cell(this.dates.minute(look.at()),
							look.by() + " · " + look.way() + ((look.reason() != null) ? " · " + look.reason() : "")))
					.toList());
		model.addAttribute("cut", all.cut().stream().map((kind) -> text("export.kind." + kind, kind, locale)).toList());
		return "web/casework/export";
	}

	private List<Entry> entries(List<RecordAnswer> records, Locale locale) {
		return records.stream()
			.map((record) -> new Entry(record.validFrom().toString(), this.dates.minute(record.recordedAt()),
					record.recordedBy(), Objects.requireNonNullElse(record.reason(), ""), record.correctedBy() != null,
					this.lines.whole(record.facts().json(), Map.of(), locale)))
			.toList();
	}

	private List<Cell> cells(Map<String, Object> row, Locale locale) {
		return row.entrySet()
			.stream()
			.map((field) -> new Cell(text("export.field." + field.getKey(), field.getKey(), locale),
					value(field.getValue(), locale)))
			.toList();
	}

	private String value(Object value, Locale locale) {
		if (value instanceof Instant instant) {
			return this.dates.minute(instant);
		}
		if (value instanceof Boolean yes) {
			return text(yes ? "export.yes" : "export.no", value.toString(), locale);
		}
		return (value instanceof List<?> || value instanceof Record) ? this.json.writeValueAsString(value)
				: value.toString();
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
