package org.huiling.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.ListedPeople;
import org.huiling.applicant.ListedPeople.Listed;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tasks in the reader's words, with the people whom they are about. */
@Component
class TaskViews {

	private final ListedPeople people;

	private final PolicyCatalogue catalogue;

	private final MessageSource messages;

	TaskViews(ListedPeople people, PolicyCatalogue catalogue, MessageSource messages) {
		this.people = people;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	List<TaskView> of(List<TaskRow> tasks, Locale locale) {
		Map<UUID, Listed> known = this.people
			.listed(tasks.stream().map(TaskRow::applicant).filter(Objects::nonNull).distinct().toList());
		return tasks.stream().map((task) -> view(task, person(task, known), locale)).toList();
	}

	private static Listed person(TaskRow task, Map<UUID, Listed> known) {
		NewTask.Stranger stranger = task.stranger();
		if (stranger != null) {
			return new Listed("", stranger.residentId(), stranger.name(), stranger.region());
		}
		Listed person = (task.applicant() != null) ? known.get(task.applicant()) : null;
		return (person != null) ? person : new Listed("", null, null, null);
	}

	private TaskView view(TaskRow task, Listed person, Locale locale) {
		return new TaskView(task.id(), task.kind(), task.state(), task.applicant(),
				person.fileNumber().isEmpty() ? null : person.fileNumber(), person.residentId(), person.name(),
				person.region(), task.jurisdiction(), task.program(), because(task, locale), task.proposes(),
				task.money(), this.catalogue.currency(task.jurisdiction()), task.due(), task.assignee(),
				task.createdAt(), task.source(), task.closed(), null);
	}

	private String because(TaskRow task, Locale locale) {
		@Nullable String words = this.messages.getMessage("task.because." + task.because(), task.arguments().toArray(),
				task.because(), locale);
		return Objects.requireNonNullElse(words, task.because());
	}

}
