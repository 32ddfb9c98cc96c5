package org.huiling.agenda;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.recalculation.finding.StillUndecided;
import org.huiling.recalculation.finding.StillUndecided.Case;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/** 未能认定: what a run could not decide because something is not on file. */
@Component
class UndecidedDue implements TaskSource {

	private static final String NAME = AGENDA + "UNDECIDED";

	/** How many days somebody has to ask for what is missing. */
	private static final int DAYS = 7;

	private final StillUndecided undecided;

	UndecidedDue(StillUndecided undecided) {
		this.undecided = undecided;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.undecided.people(look.jurisdiction());
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		return this.undecided.of(look.jurisdiction(), people)
			.stream()
			.map((one) -> new DueTask(task(look, one), true))
			.toList();
	}

	private static NewTask task(Look look, Case one) {
		String missing = String.join(",", one.missing());
		return new NewTask(TaskKind.UNDECIDED, one.applicant(), null, look.jurisdiction(), one.program(), "UNDECIDED",
				List.of(one.first(), "programs:" + one.program(), "facts:" + missing), Proposed.NOTHING, null,
				look.day().plusDays(DAYS), NAME, "UNDECIDED " + one.applicant() + " " + one.program() + " "
						+ UUID.nameUUIDFromBytes(missing.getBytes(StandardCharsets.UTF_8)));
	}

}
