package org.huiling.agenda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.DoubtsOnFile;
import org.huiling.applicant.DoubtsOnFile.Doubt;
import org.huiling.applicant.DoubtsOnFile.Kind;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 档案疑点: files that may be one person's, claims that may be one or overlap, birth dates
 * that nobody knew.
 */
@Component
class DoubtsDue implements TaskSource {

	private static final String NAME = AGENDA + "DOUBT";

	/** How many days somebody has to find out. */
	private static final int DAYS = 30;

	private static final Map<Kind, TaskKind> KINDS = Map.of(Kind.DUPLICATE, TaskKind.DUPLICATE, Kind.SAME_ITEM,
			TaskKind.STAYS_OVERLAP, Kind.STAYS_OVERLAP, TaskKind.STAYS_OVERLAP, Kind.BIRTH_PLACEHOLDER,
			TaskKind.BIRTH_PLACEHOLDER);

	private final DoubtsOnFile doubts;

	private final PeopleHere here;

	DoubtsDue(DoubtsOnFile doubts, PeopleHere here) {
		this.doubts = doubts;
		this.here = here;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.doubts.doubtful(look.regionPrefix(), look.since());
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		List<DueTask> findings = new ArrayList<>();
		this.doubts.of(people, look.regionPrefix()).forEach((id, doubtful) -> {
			if (this.here.are(look.jurisdiction(), doubtful.regions())) {
				doubtful.doubts().forEach((doubt) -> findings.add(new DueTask(task(look, id, doubt), true)));
			}
		});
		return findings;
	}

	private static NewTask task(Look look, UUID id, Doubt doubt) {
		return new NewTask(Objects.requireNonNull(KINDS.get(doubt.kind())), id, null, look.jurisdiction(), null,
				doubt.kind().name(), doubt.arguments(), Proposed.NOTHING, null, look.day().plusDays(DAYS), NAME,
				doubt.key());
	}

}
