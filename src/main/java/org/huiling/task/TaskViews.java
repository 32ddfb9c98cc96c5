package org.huiling.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.ListedPeople;
import org.huiling.applicant.ListedPeople.Listed;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.stereotype.Component;

/** Tasks in the reader's words, with the people whom they are about. */
@Component
class TaskViews {

	private final ListedPeople people;

	private final PolicyCatalogue catalogue;

	private final BecauseWords words;

	TaskViews(ListedPeople people, PolicyCatalogue catalogue, BecauseWords words) {
		this.people = people;
		this.catalogue = catalogue;
		this.words = words;
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
				person.region(), task.jurisdiction(), task.program(), this.words.of(task, locale), task.proposes(),
				task.money(), this.catalogue.currency(task.jurisdiction()), task.due(), task.assignee(),
				task.createdAt(), task.source(), task.closed(), null,
				new TaskView.Found(task.because(), task.arguments(), task.key()));
	}

}
