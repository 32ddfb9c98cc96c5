package org.huiling.agenda;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.due.OpenObjections;
import org.huiling.decision.due.OpenObjections.Open;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 异议待答复: objections against decisions, from the day they are made until they are
 * concluded.
 */
@Component
class ObjectionsDue implements TaskSource {

	private static final String NAME = AGENDA + "OBJECTION";

	private final OpenObjections objections;

	private final AgendaSettings settings;

	ObjectionsDue(OpenObjections objections, AgendaSettings settings) {
		this.objections = objections;
		this.settings = settings;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.objections.people(look.jurisdiction());
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		return this.objections.of(look.jurisdiction(), people)
			.stream()
			.map((objection) -> new DueTask(task(look, objection), true))
			.toList();
	}

	private NewTask task(Look look, Open objection) {
		LocalDate due = objection.date().plusDays(this.settings.objectionDays());
		return new NewTask(TaskKind.OBJECTION_DUE, objection.applicant(), null, look.jurisdiction(),
				objection.program(), "OBJECTION_DUE",
				List.of(objection.date().toString(), "programs:" + objection.program(), objection.period(),
						due.toString(), objection.decision().toString()),
				Proposed.NOTHING, null, due, NAME, "OBJECTION " + objection.id());
	}

	/** What became of it is recorded of the objection, not of the person. */
	@Override
	public boolean isHeldEachTime() {
		return true;
	}

}
