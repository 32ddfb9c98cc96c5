package org.huiling.web.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.keeping.AccountKeeping;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditEvent;
import org.huiling.audit.AuditLog;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 审计记录: who did what and when, and whether the record is whole. */
@Controller
class AuditPage {

	/** What can be recorded, by what it belongs to. */
	private static final Map<AuditAction.Area, List<AuditAction>> ACTIONS = Stream.of(AuditAction.values())
		.collect(Collectors.groupingBy(AuditAction::area, () -> new EnumMap<>(AuditAction.Area.class),
				Collectors.toList()));

	private static final int A_WEEK = 7;

	private final AuditLog log;

	private final EventFilters filters;

	private final EventLines lines;

	private final EventFile file;

	private final AccountKeeping accounts;

	private final Clock clock;

	AuditPage(AuditLog log, EventFilters filters, EventLines lines, EventFile file, AccountKeeping accounts,
			Clock clock) {
		this.log = log;
		this.filters = filters;
		this.lines = lines;
		this.file = file;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping("/audit")
	String events(@RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String action,
			@RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String to, Paging paging, Model model, Locale locale) {
		AskedEvents asked = new AskedEvents(by, action, subject, from, to);
		Listing<AuditEvent> events = this.log.events(this.filters.meant(asked), paging);
		model.addAttribute("filter", asked.values());
		model.addAttribute("query", asked.query());
		model.addAttribute("said", this.filters.said(asked, locale));
		model.addAttribute("days", days(asked));
		model.addAttribute("list", events);
		model.addAttribute("actions", ACTIONS);
		model.addAttribute("named", events.total() == 0 && this.filters.isNoSubject(asked.subject()));
		model.addAttribute("callers", this.accounts.page(new Paging(0, Paging.MAXIMUM_SIZE)).items());
		model.addAttribute("unknownAction", this.filters.isUnknown(asked.action()));
		model.addAttribute("events", this.lines.of(events.items(), locale));
		return "web/audit/events";
	}

	@GetMapping("/audit/csv")
	ResponseEntity<StreamingResponseBody> csv(@RequestParam(defaultValue = "") String by,
			@RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String subject,
			@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Locale locale) {
		Consumer<Consumer<AuditEvent>> events = this.log
			.all(this.filters.meant(new AskedEvents(by, action, subject, from, to)));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"audit-" + LocalDate.now(this.clock) + ".csv\"")
			.body((out) -> this.file.write(events, locale, out));
	}

	/** Reads the whole trail, so it is done when it is asked for. */
	@PostMapping("/audit/verification")
	String verify(Model model) {
		model.addAttribute("verification", this.log.verify());
		return "web/audit/events :: verified";
	}

	/** Days that are often asked for, as queries by the names of their texts. */
	private Map<String, String> days(AskedEvents asked) {
		LocalDate today = LocalDate.now(this.clock);
		Map<String, String> days = new LinkedHashMap<>();
		days.put("today", asked.between(today.toString(), today.toString()).query());
		days.put("week", asked.between(today.minusDays(A_WEEK - 1).toString(), today.toString()).query());
		days.put("month", asked.between(today.withDayOfMonth(1).toString(), today.toString()).query());
		return days;
	}

}
