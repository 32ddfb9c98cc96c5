package org.huiling.web.casework.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.spreadsheet.CsvWriter;
import org.huiling.task.TaskKind;
import org.huiling.task.TaskLists;
import org.huiling.task.TaskReport;
import org.huiling.web.PageQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待办统计: counts, money and days of tasks by kind, for some days. Names nobody. */
@Controller
class TaskReportPage {

	private static final String COLUMN = "taskReport.";

	private final TaskLists lists;

	private final TaskWords words;

	private final MessageSource messages;

	private final Clock clock;

	TaskReportPage(TaskLists lists, TaskWords words, MessageSource messages, Clock clock) {
		this.lists = lists;
		this.words = words;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/tasks/report")
	String report(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam @Nullable String region,
			Model model, Locale locale) {
		TaskReport report = report(from, to, region);
		model.addAttribute("report", report);
		model.addAttribute("kinds", this.words.kinds(locale));
		model.addAttribute("query", PageQuery.of(Map.of("from", report.from().toString(), "to", report.to().toString(),
				"region", Objects.requireNonNullElse(report.region(), ""))));
		return "web/casework/task-report";
	}

	@GetMapping("/tasks/report/csv")
	ResponseEntity<byte[]> csv(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam @Nullable String region,
			Locale locale) {
		TaskReport report = report(from, to, region);
		Map<TaskKind, String> kinds = this.words.kinds(locale);
		StringBuilder csv = new StringBuilder("\uFEFF");
		row(csv, Stream.of("kind", "opened", "done", "dismissed", "days", "currency", "money", "moneyDone")
			.map((column) -> this.messages.getMessage(COLUMN + column, null, locale)));
		report.items()
			.forEach((one) -> row(csv,
					Stream.of(kinds.get(one.kind()), one.opened(), one.done(), one.dismissed(),
							Objects.requireNonNullElse(one.daysTaken(), ""), one.money().currency(),
							one.money().opened(), one.money().done())));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"tasks-" + report.from() + "-" + report.to() + ".csv\"")
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static void row(StringBuilder csv, Stream<?> cells) {
		csv.append(cells.map(CsvWriter::cell).collect(Collectors.joining(","))).append("\r\n");
	}

	/** This month, if nothing else is said. */
	private TaskReport report(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String region) {
		LocalDate last = (to != null) ? to : LocalDate.now(this.clock);
		String prefix = (region != null && !region.isBlank()) ? region.strip() : null;
		return this.lists.report((from != null) ? from : last.withDayOfMonth(1), last, prefix);
	}

}
