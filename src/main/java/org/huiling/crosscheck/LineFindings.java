package org.huiling.crosscheck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.applicant.PeopleMatching;
import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.crosscheck.CrossCheckLine.Outcome;
import org.huiling.crosscheck.CrossCheckStore.Came;
import org.huiling.crosscheck.KindFindings.Matched;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.task.NewTask;
import org.huiling.task.TaskKind;
import org.huiling.task.Tasks;

import org.springframework.stereotype.Component;

/** Matches lines with the register and opens the tasks that follow. */
@Component
class LineFindings {

	private final PeopleMatching people;

	private final PolicyCatalogue catalogue;

	private final Tasks tasks;

	private final Map<CrossCheckKind, KindFindings> kinds = new EnumMap<>(CrossCheckKind.class);

	LineFindings(PeopleMatching people, PolicyCatalogue catalogue, Tasks tasks, List<KindFindings> kinds) {
		this.people = people;
		this.catalogue = catalogue;
		this.tasks = tasks;
		kinds.forEach((one) -> this.kinds.put(one.kind(), one));
	}

	/**
	 * What came of some lines.
	 *
	 * @param lines each of them
	 * @param opened how many tasks, by kind
	 */
	record Found(List<Came> lines, Map<TaskKind, Integer> opened) {

		int matched() {
			return (int) this.lines.stream().filter((line) -> line.outcome() == Outcome.MATCHED).count();
		}

	}

	/** Matches lines and opens the tasks that follow, in the caller's transaction. */
	Found of(CrossCheck check, List<ListLine> lines) {
		Map<TaskKind, Integer> opened = new EnumMap<>(TaskKind.class);
		if (lines.isEmpty()) {
			return new Found(List.of(), opened);
		}
		String prefix = this.catalogue.jurisdiction(check.jurisdiction()).orElseThrow().regionPrefix();
		List<ListLine.Said> said = lines.stream().map(ListLine::said).map(Objects::requireNonNull).toList();
		List<List<Candidate>> candidates = this.people.match(said.stream().map(ListLine.Said::wanted).toList(), prefix);
		List<Matched> matched = new ArrayList<>();
		List<Came> came = new ArrayList<>();
		for (int i = 0; i < said.size(); i++) {
			matched.add(new Matched(said.get(i), candidates.get(i)));
			came.add(came(lines.get(i).number(), candidates.get(i)));
		}
		for (NewTask task : Objects.requireNonNull(this.kinds.get(check.kind())).of(check, matched)) {
			if (this.tasks.open(task)) {
				opened.merge(task.kind(), 1, Integer::sum);
			}
		}
		return new Found(came, opened);
	}

	private static Came came(int line, List<Candidate> candidates) {
		if (candidates.isEmpty()) {
			return new Came(line, Outcome.NOBODY, null);
		}
		Candidate first = candidates.get(0);
		return (candidates.size() == 1 && first.certain()) ? new Came(line, Outcome.MATCHED, first.id())
				: new Came(line, Outcome.UNCLEAR, null);
	}

}
