package org.huiling.web.casework.task;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.CurrentUser;
import org.huiling.crosscheck.CrossCheck;
import org.huiling.crosscheck.CrossCheckKind;
import org.huiling.crosscheck.CrossCheckLine;
import org.huiling.crosscheck.CrossCheckOrder;
import org.huiling.crosscheck.CrossCheckState;
import org.huiling.crosscheck.CrossChecks;
import org.huiling.input.Ids;
import org.huiling.paging.Paging;
import org.huiling.problem.StreamedBody;
import org.huiling.web.Districts;
import org.huiling.web.FieldNames;
import org.huiling.web.PageQuery;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 比对: sends a list of others, shows how far its matching came, what it found, and each
 * line with what came of it. The page's script sends the list as it is.
 */
@Controller
class CrossCheckPages {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final int SHOWN = 50;

	private final CrossChecks checks;

	private final Districts districts;

	private final ProgramNames programs;

	private final TaskWords tasks;

	private final FieldNames names;

	private final MessageSource messages;

	private final CurrentUser user;

	private final Clock clock;

	CrossCheckPages(CrossChecks checks, Districts districts, ProgramNames programs, TaskWords tasks, FieldNames names,
			MessageSource messages, CurrentUser user, Clock clock) {
		this.checks = checks;
		this.districts = districts;
		this.programs = programs;
		this.tasks = tasks;
		this.names = names;
		this.messages = messages;
		this.user = user;
		this.clock = clock;
	}

	@GetMapping("/cross-checks")
	String list(@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
		model.addAttribute("list", this.checks.page(new Paging(Math.max(0, page), SHOWN)));
		model.addAttribute("jurisdictions",
				this.districts.own().stream().filter((one) -> this.user.regions().covers(one.regionPrefix())).toList());
		model.addAttribute("kinds", kinds(locale));
		model.addAttribute("today", LocalDate.now(this.clock));
		addWords(model, locale);
		return "web/casework/cross-checks";
	}

	@StreamedBody
	@PostMapping(path = "/cross-checks", consumes = { CSV, XLSX })
	String order(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, @RequestParam String jurisdiction,
			@RequestParam CrossCheckKind kind, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate asOf,
			HttpServletRequest request) throws IOException {
		CrossCheck begun = this.checks.order(new CrossCheckOrder(jurisdiction, kind, asOf), request.getInputStream(),
				type.getCharset());
		return "redirect:/cross-checks/" + begun.id();
	}

	@GetMapping("/cross-checks/{id}")
	String one(@PathVariable String id, @RequestParam CrossCheckLine.@Nullable Outcome outcome,
			@RequestParam(defaultValue = "0") int page,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, HttpServletResponse response,
			Model model, Locale locale) {
		UUID key = Ids.inPath(id, "CROSS_CHECK_NOT_FOUND");
		CrossCheck check = this.checks.one(key);
		boolean going = check.state() == CrossCheckState.STARTING || check.state() == CrossCheckState.RUNNING;
		model.addAttribute("check", check);
		model.addAttribute("going", going);
		model.addAttribute("kinds", kinds(locale));
		model.addAttribute("taskKinds", this.tasks.kinds(locale));
		addWords(model, locale);
		if (part && going) {
			return "web/casework/cross-check :: state";
		}
		if (part) {
			// it came to its end: the lines are shown anew as well
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("outcomes", CrossCheckLine.Outcome.values());
		model.addAttribute("outcome", outcome);
		model.addAttribute("lines", this.checks.lines(key, outcome, new Paging(Math.max(0, page), SHOWN), locale));
		model.addAttribute("query", PageQuery.of(Map.of("outcome", (outcome != null) ? outcome.name() : "")));
		model.addAttribute("columns", (Columns) (path) -> column(path, locale));
		return "web/casework/cross-check";
	}

	/** What a list calls a column. */
	interface Columns {

		String of(String path);

	}

	private String column(String path, Locale locale) {
		return text("crossCheck.column." + path, this.names.of(path, locale), locale);
	}

	private Map<CrossCheckKind, String> kinds(Locale locale) {
		Map<CrossCheckKind, String> words = new LinkedHashMap<>();
		List.of(CrossCheckKind.values())
			.forEach((kind) -> words.put(kind, text("crossCheck.kind." + kind, kind.name(), locale)));
		return words;
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

	private void addWords(Model model, Locale locale) {
		model.addAttribute("names", this.programs.in(locale));
	}

}
