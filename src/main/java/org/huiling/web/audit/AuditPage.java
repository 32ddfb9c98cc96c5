package org.huiling.web.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.audit.AuditEvent;
import org.huiling.audit.AuditLog;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.web.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 审计记录: who did what and when, and whether the record is whole. */
@Controller
class AuditPage {

	/** How many items of a list are shown. */
	private static final int MOST = 5;

	/** What names a person as its subject. */
	private static final Set<String> OF_PEOPLE = Set.of("APPLICANT_READ", "APPLICANT_ASSESSED", "APPLICANT_RECORDED",
			"RECORD_ADDED", "RESIDENT_ID_CORRECTED", "DECISIONS_MADE", "DECISIONS_READ", "DECISION_READ", "NOTICE_READ",
			"DECISION_REVOKED");

	private final AuditLog log;

	private final Dates dates;

	AuditPage(AuditLog log, Dates dates) {
		this.log = log;
		this.dates = dates;
	}

	/**
	 * An event as the page shows it.
	 *
	 * @param id its number
	 * @param at the local time
	 * @param by who
	 * @param action the code
	 * @param subject what it was done to
	 * @param person whether that is a person on file
	 * @param details names and values
	 */
	record Line(long id, String at, String by, String action, String subject, boolean person,
			Map<String, String> details) {
	}

	@GetMapping("/audit")
	String events(@RequestParam @Nullable String subject, @RequestParam @Nullable String by,
			@RequestParam @Nullable String action, @RequestParam @Nullable String from,
			@RequestParam @Nullable String to, Paging paging, Model model) {
		Listing<AuditEvent> events = this.log.events(given(subject), given(by), given(action), given(from), given(to),
				paging);
		Map<String, String> filter = new LinkedHashMap<>();
		filter.put("subject", Objects.requireNonNullElse(subject, ""));
		filter.put("by", Objects.requireNonNullElse(by, ""));
		filter.put("action", Objects.requireNonNullElse(action, ""));
		filter.put("from", Objects.requireNonNullElse(from, ""));
		filter.put("to", Objects.requireNonNullElse(to, ""));
		model.addAttribute("filter", filter);
		model.addAttribute("query", query(filter));
		model.addAttribute("list", events);
		model.addAttribute("events", events.items().stream().map(this::line).toList());
		return "web/audit/events";
	}

	/** Reads the whole trail, so it is done when it is asked for. */
	@PostMapping("/audit/verification")
	String verify(Model model) {
		model.addAttribute("verification", this.log.verify());
		return "web/audit/events :: verified";
	}

	private Line line(AuditEvent event) {
		Map<String, String> details = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> detail : event.details().properties()) {
			JsonNode value = detail.getValue();
			details.put(detail.getKey(), value.isArray() ? String.join(", ", texts(value)) : value.asString(""));
		}
		return new Line(event.id(), this.dates.second(event.at()), event.by(), event.action(), event.subject(),
				OF_PEOPLE.contains(event.action()), details);
	}

	private static List<String> texts(JsonNode list) {
		List<String> texts = list.valueStream()
			.limit(MOST)
			.map((one) -> one.isValueNode() ? one.asString("") : one.toString())
			.toList();
		return (list.size() > MOST) ? Stream.concat(texts.stream(), Stream.of("… (" + list.size() + ")")).toList()
				: texts;
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	private static String query(Map<String, String> filter) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		filter.forEach((name, value) -> {
			if (!value.isBlank()) {
				query.queryParam(name, "{" + name + "}");
			}
		});
		String built = query.encode().buildAndExpand(filter).toUriString();
		return built.isEmpty() ? "" : built.substring(1) + "&";
	}

}
