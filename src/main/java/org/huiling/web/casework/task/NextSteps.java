package org.huiling.web.casework.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.huiling.dictionary.FactNames;
import org.huiling.facts.Subject;
import org.huiling.task.Proposed;
import org.huiling.task.TaskState;
import org.huiling.task.TaskView;
import org.huiling.web.FieldNames;
import org.huiling.web.casework.form.PartFields;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * 接下来做什么: where somebody does what a task is about that proposes nothing itself, with
 * what is known filled in. None of it changes anything before they say so there.
 */
@Component
class NextSteps {

	private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

	private final PartFields parts;

	private final FieldNames names;

	private final FactNames facts;

	private final MessageSource messages;

	private final Clock clock;

	NextSteps(PartFields parts, FieldNames names, FactNames facts, MessageSource messages, Clock clock) {
		this.parts = parts;
		this.names = names;
		this.facts = facts;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * One of them.
	 *
	 * @param words what it does
	 * @param address of the page
	 * @param form what is sent to it; empty where a link does, so that no name stands in
	 * an address
	 */
	record Step(String words, String address, Map<String, String> form) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return this.words;
		}

	}

	/**
	 * What comes next.
	 * @param task as it is shown
	 * @param locale the reader's
	 * @return in order; empty where it is closed or proposes something itself
	 */
	List<Step> of(TaskView task, Locale locale) {
		if (task.state() != TaskState.OPEN || !Proposed.NOTHING.equals(task.proposes())) {
			return List.of();
		}
		UUID person = task.applicantId();
		return (person != null) ? onFile(task, "/people/" + person, locale) : stranger(task, locale);
	}

	private List<Step> onFile(TaskView task, String file, Locale locale) {
		return switch (task.kind()) {
			case LIFE_CHECK_DUE -> List.of(link("lifeCheck", locale,
					part(task, file, "lifeCheck", "fill", "lifeCheck.lastPassed:" + LocalDate.now(this.clock))));
			case STATUS_ENDS -> List.of(follows(task, file, locale));
			case UNDECIDED -> missing(task, file, locale);
			case BIRTHDAY -> {
				String month = String.valueOf(YearMonth.from(LocalDate.parse(argument(task, 1))));
				yield List.of(link("assess", locale, file + "?month=" + month + "#assess", month));
			}
			case NOTICE_DUE -> List.of(link("notice", locale,
					"/decisions/" + task.found().key().substring(task.found().key().indexOf(' ') + 1) + "/notice"));
			// found before the decision was kept with it: it is on the file
			case OBJECTION_DUE -> List
				.of(link("objection", locale, argument(task, 4).isEmpty() ? file : "/decisions/" + argument(task, 4)));
			case DUPLICATE -> List.of(link("merge", locale, file + "/merge"));
			case STAYS_OVERLAP -> List.of(link("claims", locale, part(task, file, "claims")));
			case BIRTH_PLACEHOLDER, UNCLEAR -> List.of(link("identity", locale, file + "/identity"));
			case MOVED_AWAY -> List.of(link("moved", locale, file + "/change"));
			case PAID_TWICE -> List.of(link("hold", locale, file + "/payments#hold"));
			case PAID_BUT_DEAD, NOT_ON_FILE, VERIFICATION -> List.of();
		};
	}

	private Step follows(TaskView task, String file, Locale locale) {
		String from = LocalDate.parse(argument(task, 0)).plusDays(1).toString();
		String code = argument(task, 1);
		if (code.isEmpty()) {
			return link("dibao", locale, part(task, file, "household", "from", from), from);
		}
		String kind = code.substring(code.lastIndexOf('.') + 1);
		return link("status", locale,
				part(task, file, "statuses", "from", from, "fill", "statuses[].kind:" + kind, "fill",
						"statuses[].from:" + from),
				from, Objects.requireNonNullElse(this.facts.code("StatusKind", kind, locale), kind));
	}

	/**
	 * A form for each part of the file that something is missing of; then it is decided.
	 */
	private List<Step> missing(TaskView task, String file, Locale locale) {
		Set<String> known = new LinkedHashSet<>();
		for (Subject subject : Subject.values()) {
			this.parts.parts(subject).forEach((part) -> known.add(part.name()));
		}
		Map<String, List<String>> byPart = new LinkedHashMap<>();
		String facts = argument(task, 2);
		Arrays.stream(facts.substring(facts.indexOf(':') + 1).split(","))
			.filter((path) -> !path.isEmpty())
			.forEach((path) -> byPart.computeIfAbsent(path.split("[.\\[]", 2)[0], (part) -> new ArrayList<>())
				.add(path));
		List<Step> steps = new ArrayList<>();
		byPart.forEach((part, paths) -> {
			List<String> asked = new ArrayList<>();
			paths.forEach((path) -> asked.addAll(List.of("ask", path)));
			if ("applications".equals(part) && task.program() != null) {
				asked.addAll(List.of("fill", "applications[].program:" + task.program()));
			}
			String words = paths.stream()
				.map((path) -> this.names.of(path, locale))
				.distinct()
				.collect(Collectors.joining(text("web.and", locale)));
			steps.add(link("missing", locale,
					known.contains(part) ? part(task, file, part, asked.toArray(String[]::new)) : file + "/change",
					words));
		});
		String month = argument(task, 0);
		if (MONTH.matcher(month).matches()) {
			steps.add(link("assess", locale, file + "?month=" + month + "#assess", month));
		}
		return steps;
	}

	/** By what the list says of them; a name stands in no address. */
	private List<Step> stranger(TaskView task, Locale locale) {
		String name = Objects.requireNonNullElse(task.name(), "");
		List<Step> steps = new ArrayList<>();
		if (!name.isEmpty()) {
			steps.add(new Step(text("task.next.search", locale), "/people", Map.of("q", name)));
		}
		Map<String, String> answers = new LinkedHashMap<>();
		answers.put("name", name);
		answers.put("birthDate", argument(task, 1));
		answers.put("hukou.region", Objects.requireNonNullElse(task.region(), ""));
		steps.add(new Step(text("task.next.new", locale), "/people/new/answers", answers));
		return steps;
	}

	private static String argument(TaskView task, int number) {
		List<String> arguments = task.found().arguments();
		return (number < arguments.size()) ? arguments.get(number) : "";
	}

	/** A small form, which leads back to the task. */
	private static String part(TaskView task, String file, String part, String... query) {
		StringBuilder address = new StringBuilder(file + "/facts/" + part);
		for (int i = 0; i < query.length; i += 2) {
			address.append((i == 0) ? '?' : '&')
				.append(query[i])
				.append('=')
				.append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
		}
		return address.append((query.length == 0) ? '?' : '&').append("task=").append(task.id()).toString();
	}

	private Step link(String what, Locale locale, String address, Object... arguments) {
		return new Step(text("task.next." + what, locale, arguments), address, Map.of());
	}

	private String text(String key, Locale locale, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, locale));
	}

}
