package org.huiling.agenda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.applicant.DatesOnFile;
import org.huiling.applicant.DatesOnFile.Ending;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 身份到期: whoever's dibao or status ends this month, and nothing of its kind follows: it is
 * to be renewed, or what hangs on it ends.
 */
@Component
class EndingsDue implements TaskSource {

	private static final String NAME = AGENDA + "STATUS";

	private final DatesOnFile dates;

	private final PeopleHere here;

	EndingsDue(DatesOnFile dates, PeopleHere here) {
		this.dates = dates;
		this.here = here;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.dates.ending(look.regionPrefix(), look.first(), look.lastOfMonth());
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		List<DueTask> findings = new ArrayList<>();
		this.dates.of(people).forEach((id, dates) -> {
			if (this.here.are(look.jurisdiction(), dates.regions())) {
				dates.endings()
					.stream()
					.filter((ending) -> !ending.to().isAfter(look.lastOfMonth()))
					.forEach((ending) -> findings
						.add(new DueTask(task(look, id, ending), !ending.to().isBefore(look.first()))));
			}
		});
		return findings;
	}

	private static NewTask task(Look look, UUID id, Ending ending) {
		boolean dibao = Ending.DIBAO.equals(ending.kind());
		return new NewTask(TaskKind.STATUS_ENDS, id, null, look.jurisdiction(), null,
				dibao ? "DIBAO_ENDS" : "STATUS_ENDS",
				dibao ? List.of(ending.to().toString())
						: List.of(ending.to().toString(), "code:StatusKind." + ending.kind()),
				Proposed.NOTHING, null, ending.to(), NAME, "STATUS " + id + " " + ending.kind() + " " + ending.to());
	}

}
