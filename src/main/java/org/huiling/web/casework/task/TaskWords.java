package org.huiling.web.casework.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.huiling.task.TaskState;
import org.huiling.task.TaskView;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;
import org.huiling.web.casework.form.FactLines;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tasks in the words of a page: what they are about, and what they propose to do. */
@Component
class TaskWords {

	private final MessageSource messages;

	private final FactLines facts;

	private final ProgramNames programs;

	private final RegionNames regions;

	private final NextSteps next;

	private final Clock clock;

	TaskWords(MessageSource messages, FactLines facts, ProgramNames programs, RegionNames regions, NextSteps next,
			Clock clock) {
		this.next = next;
		this.messages = messages;
		this.facts = facts;
		this.programs = programs;
		this.regions = regions;
		this.clock = clock;
	}

	/**
	 * A task as it is shown.
	 *
	 * @param task the task
	 * @param kind what it is about
	 * @param program its name, null if it is about no single one
	 * @param region where the person is
	 * @param proposes what accepting it does, in sentences; empty where only a person can
	 * tell
	 * @param next where it is done, where it proposes nothing itself
	 * @param overdue whether it is open and was due before today
	 * @param origin what found it, null if that has no words
	 * @param crossCheck the id of the cross-check that found it, null if none did
	 */
	record Shown(TaskView task, String kind, @Nullable String program, String region, List<String> proposes,
			List<NextSteps.Step> next, boolean overdue, @Nullable String origin, @Nullable String crossCheck) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return this.task.toString();
		}

	}

	/** All kinds by their words, in the order in which they are declared. */
	Map<TaskKind, String> kinds(Locale locale) {
		Map<TaskKind, String> words = new EnumMap<>(TaskKind.class);
		for (TaskKind kind : TaskKind.values()) {
			words.put(kind, text("task.kind." + kind, kind.name(), locale));
		}
		return words;
	}

	List<Shown> of(List<TaskView> tasks, Locale locale) {
		ProgramNames.Names names = this.programs.in(locale);
		Map<TaskKind, String> kinds = kinds(locale);
		LocalDate today = LocalDate.now(this.clock);
		return tasks.stream().map((task) -> {
			String source = task.source();
			int colon = source.indexOf(':');
			String origin = (colon < 0) ? source : source.substring(0, colon);
			String word = text("task.source." + origin, "", locale);
			String program = task.program();
			LocalDate due = task.due();
			return new Shown(task, Objects.requireNonNull(kinds.get(task.kind())),
					(program != null) ? names.of(task.jurisdiction(), program) : null,
					this.regions.of(task.region(), locale), proposes(task, names, locale), this.next.of(task, locale),
					task.state() == TaskState.OPEN && due != null && due.isBefore(today), word.isEmpty() ? null : word,
					"CROSS_CHECK".equals(origin) && colon > 0 ? source.substring(colon + 1) : null);
		}).toList();
	}

	Shown of(TaskView task, Locale locale) {
		return of(List.of(task), locale).get(0);
	}

	private List<String> proposes(TaskView task, ProgramNames.Names names, Locale locale) {
		Proposed proposes = task.proposes();
		List<String> words = new ArrayList<>();
		ApplicantDocument record = proposes.record();
		if (record != null) {
			String said = this.facts.whole(record.json(), names.all(), locale)
				.stream()
				.map((line) -> line.name() + " " + line.value())
				.collect(Collectors.joining("; "));
			words.add(message("tasks.proposes.record", locale, said, String.valueOf(proposes.from())));
		}
		Proposed.Hold hold = proposes.hold();
		if (hold != null) {
			String program = hold.program();
			words.add(message("tasks.proposes.hold", locale,
					(program != null) ? names.of(task.jurisdiction(), program) : text("hold.all", "", locale),
					hold.from().toString(), text("open." + hold.code(), hold.code(), locale)));
		}
		return words;
	}

	private String message(String key, Locale locale, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, locale));
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
