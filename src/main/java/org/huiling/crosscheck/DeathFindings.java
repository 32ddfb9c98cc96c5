package org.huiling.crosscheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.decision.due.DecidedPayments;
import org.huiling.decision.due.DecidedPayments.Decided;
import org.huiling.decision.due.DecidedPayments.Granted;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.stereotype.Component;

/**
 * 死亡比对: whoever is dead by the list and is decided to be paid something for a month after
 * it. Whom only a name points to, or of whom something else is on file, a person has to
 * look at.
 */
@Component
class DeathFindings implements KindFindings {

	/** How many days somebody has for it. */
	private static final int DAYS = 7;

	private final DecidedPayments payments;

	private final Clock clock;

	DeathFindings(DecidedPayments payments, Clock clock) {
		this.payments = payments;
		this.clock = clock;
	}

	@Override
	public CrossCheckKind kind() {
		return CrossCheckKind.DEATHS;
	}

	@Override
	public List<NewTask> of(CrossCheck check, List<Matched> lines) {
		YearMonth last = YearMonth.from(check.asOf());
		Map<UUID, YearMonth> from = new HashMap<>();
		lines.forEach((line) -> line.candidates()
			.forEach((one) -> from.merge(one.id(), after(line.said()), (a, b) -> a.isBefore(b) ? a : b)));
		Map<UUID, List<Granted>> granted = this.payments.granted(from, check.jurisdiction(), last);
		List<NewTask> tasks = new ArrayList<>();
		for (Matched line : lines) {
			for (Candidate one : line.candidates()) {
				List<Granted> paid = DecidedPayments
					.within(granted.getOrDefault(one.id(), List.of()), after(line.said()), last)
					.stream()
					.filter((each) -> each.amount().signum() > 0)
					.toList();
				NewTask task = task(check, line.said(), one, Decided.of(paid));
				if (task != null) {
					tasks.add(task);
				}
			}
		}
		return tasks;
	}

	private static LocalDate died(ListLine.Said said) {
		return Objects.requireNonNull(said.date());
	}

	private static YearMonth after(ListLine.Said said) {
		return YearMonth.from(died(said)).plusMonths(1);
	}

	private @Nullable NewTask task(CrossCheck check, ListLine.Said said, Candidate one, @Nullable Decided decided) {
		LocalDate died = died(said);
		String date = died.toString();
		if (decided == null || died.equals(one.deathDate())) {
			return null;
		}
		LocalDate due = LocalDate.now(this.clock).plusDays(DAYS);
		List<String> arguments = List.of(date, check.asOf().toString(), decided.first().toString(),
				decided.last().toString(), String.valueOf(one.deathDate()));
		if (one.certain() && one.deathDate() == null) {
			return new NewTask(TaskKind.PAID_BUT_DEAD, one.id(), null, check.jurisdiction(), null, "DIED", arguments,
					Proposed.record(JsonNodeFactory.instance.objectNode().put("deathDate", date), died),
					decided.amount(), due, check.source(), "DIED " + one.id() + " " + date);
		}
		String because = (one.deathDate() != null) ? "DIED_OTHERWISE" : one.byId() ? "DIED_OTHER_NAME" : "DIED_BY_NAME";
		return new NewTask(TaskKind.UNCLEAR, one.id(), null, check.jurisdiction(), null, because, arguments,
				Proposed.NOTHING, decided.amount(), due, check.source(), because + " " + one.id() + " " + date);
	}

}
