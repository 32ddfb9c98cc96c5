package org.huiling.crosscheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.PeopleMatching;
import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.crosscheck.CrossCheckLine.Outcome;
import org.huiling.crosscheck.CrossCheckStore.Came;
import org.huiling.decision.store.DecidedPayments;
import org.huiling.decision.store.DecidedPayments.Decided;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.huiling.task.Tasks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.stereotype.Component;

/**
 * 死亡比对: whoever is dead by the list and is decided to be paid something for a month after
 * it. Whom only a name points to, or of whom something else is on file, a person has to
 * look at.
 */
@Component
class DeathFindings {

	/** How many days somebody has for it. */
	private static final int DAYS = 7;

	private final PeopleMatching people;

	private final DecidedPayments payments;

	private final PolicyCatalogue catalogue;

	private final Tasks tasks;

	private final Clock clock;

	DeathFindings(PeopleMatching people, DecidedPayments payments, PolicyCatalogue catalogue, Tasks tasks,
			Clock clock) {
		this.people = people;
		this.payments = payments;
		this.catalogue = catalogue;
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * What came of some lines.
	 *
	 * @param lines each of them
	 * @param opened how many tasks, by kind
	 */
	record Findings(List<Came> lines, Map<TaskKind, Integer> opened) {

		int matched() {
			return (int) this.lines.stream().filter((line) -> line.outcome() == Outcome.MATCHED).count();
		}

	}

	/** Matches lines and opens the tasks that follow, in the caller's transaction. */
	Findings of(CrossCheck check, List<ListLine> lines) {
		String prefix = this.catalogue.jurisdiction(check.jurisdiction()).orElseThrow().regionPrefix();
		List<ListLine.Said> said = lines.stream().map(ListLine::said).map(Objects::requireNonNull).toList();
		List<List<Candidate>> candidates = this.people.match(said.stream().map(ListLine.Said::wanted).toList(), prefix);
		Map<UUID, YearMonth> from = new HashMap<>();
		for (int i = 0; i < said.size(); i++) {
			YearMonth after = YearMonth.from(said.get(i).date()).plusMonths(1);
			candidates.get(i).forEach((one) -> from.merge(one.id(), after, (a, b) -> a.isBefore(b) ? a : b));
		}
		Map<UUID, Decided> decided = this.payments.from(from, check.jurisdiction(), YearMonth.from(check.asOf()));
		List<Came> came = new ArrayList<>();
		Map<TaskKind, Integer> opened = new EnumMap<>(TaskKind.class);
		for (int i = 0; i < said.size(); i++) {
			for (Candidate one : candidates.get(i)) {
				NewTask task = task(check, said.get(i), one, decidedAfter(check, said.get(i), one, from, decided));
				if (task != null && this.tasks.open(task)) {
					opened.merge(task.kind(), 1, Integer::sum);
				}
			}
			came.add(came(lines.get(i).number(), candidates.get(i)));
		}
		return new Findings(came, opened);
	}

	/** Two lines about one person may say two days. */
	private @Nullable Decided decidedAfter(CrossCheck check, ListLine.Said said, Candidate one,
			Map<UUID, YearMonth> from, Map<UUID, Decided> decided) {
		YearMonth after = YearMonth.from(said.date()).plusMonths(1);
		if (after.equals(from.get(one.id()))) {
			return decided.get(one.id());
		}
		return this.payments.from(Map.of(one.id(), after), check.jurisdiction(), YearMonth.from(check.asOf()))
			.get(one.id());
	}

	private static Came came(int line, List<Candidate> candidates) {
		if (candidates.isEmpty()) {
			return new Came(line, Outcome.NOBODY, null);
		}
		Candidate first = candidates.get(0);
		return (candidates.size() == 1 && first.certain()) ? new Came(line, Outcome.MATCHED, first.id())
				: new Came(line, Outcome.UNCLEAR, null);
	}

	private @Nullable NewTask task(CrossCheck check, ListLine.Said said, Candidate one, @Nullable Decided decided) {
		String date = said.date().toString();
		if (decided == null || said.date().equals(one.deathDate())) {
			return null;
		}
		LocalDate due = LocalDate.now(this.clock).plusDays(DAYS);
		String source = "CROSS_CHECK:" + check.id();
		List<String> arguments = List.of(date, check.asOf().toString(), decided.first().toString(),
				decided.last().toString(), String.valueOf(one.deathDate()));
		if (one.certain() && one.deathDate() == null) {
			return new NewTask(TaskKind.PAID_BUT_DEAD, one.id(), null, check.jurisdiction(), null, "DIED", arguments,
					Proposed.record(JsonNodeFactory.instance.objectNode().put("deathDate", date), said.date()),
					decided.amount(), due, source, "DIED " + one.id() + " " + date);
		}
		String because = (one.deathDate() != null) ? "DIED_OTHERWISE"
				: (said.residentId() != null) ? "DIED_OTHER_NAME" : "DIED_BY_NAME";
		return new NewTask(TaskKind.UNCLEAR, one.id(), null, check.jurisdiction(), null, because, arguments,
				Proposed.NOTHING, decided.amount(), due, source, because + " " + one.id() + " " + date);
	}

}
