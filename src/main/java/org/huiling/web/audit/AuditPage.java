package org.huiling.web.audit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditEvent;
import org.huiling.audit.AuditLog;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.web.Dates;
import org.huiling.web.EventWords;
import org.huiling.web.PageQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计记录: who did what and when, and whether the record is whole. */
@Controller
class AuditPage {

	/** What can be recorded, by what it belongs to. */
	private static final Map<AuditAction.Area, List<AuditAction>> ACTIONS = Stream.of(AuditAction.values())
		.collect(Collectors.groupingBy(AuditAction::area, () -> new EnumMap<>(AuditAction.Area.class),
				Collectors.toList()));

	private final AuditLog log;

	private final EventSubjects subjects;

	private final EventWords words;

	private final Dates dates;

	AuditPage(AuditLog log, EventSubjects subjects, EventWords words, Dates dates) {
		this.log = log;
		this.subjects = subjects;
		this.words = words;
		this.dates = dates;
	}

	/**
	 * An event as the page shows it.
	 *
	 * @param id its number
	 * @param at the local time
	 * @param by who
	 * @param action the code
	 * @param of the id of what it was done to
	 * @param subject the same as the reader calls it
	 * @param details names and values, in words
	 */
	record Line(long id, String at, String by, String action, String of, EventSubjects.Subject subject,
			Map<String, String> details) {
	}

	@GetMapping("/audit")
	String events(@RequestParam @Nullable String subject, @RequestParam @Nullable String by,
			@RequestParam @Nullable String action, @RequestParam @Nullable String from,
			@RequestParam @Nullable String to, Paging paging, Model model, Locale locale) {
		Listing<AuditEvent> events = this.log.events(given(subject), given(by), given(action), given(from), given(to),
				paging);
		Map<String, String> filter = new LinkedHashMap<>();
		filter.put("subject", Objects.requireNonNullElse(subject, ""));
		filter.put("by", Objects.requireNonNullElse(by, ""));
		filter.put("action", Objects.requireNonNullElse(action, ""));
		filter.put("from", Objects.requireNonNullElse(from, ""));
		filter.put("to", Objects.requireNonNullElse(to, ""));
		model.addAttribute("filter", filter);
		model.addAttribute("query", PageQuery.of(filter));
		model.addAttribute("list", events);
		model.addAttribute("actions", ACTIONS);
		model.addAttribute("unknownAction", action != null && !action.isBlank()
				&& Stream.of(AuditAction.values()).noneMatch((one) -> one.name().equals(action)));
		model.addAttribute("events", lines(events.items(), locale));
		return "web/audit/events";
	}

	/** Reads the whole trail, so it is done when it is asked for. */
	@PostMapping("/audit/verification")
	String verify(Model model) {
		model.addAttribute("verification", this.log.verify());
		return "web/audit/events :: verified";
	}

	private List<Line> lines(List<AuditEvent> events, Locale locale) {
		Map<Long, EventSubjects.Subject> subjects = this.subjects.of(events, locale);
		return events.stream()
			.map((event) -> new Line(event.id(), this.dates.second(event.at()), event.by(), event.action(),
					event.subject(), Objects.requireNonNull(subjects.get(event.id())),
					this.words.of(event.details(), locale)))
			.toList();
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
