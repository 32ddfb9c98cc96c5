package org.huiling.agenda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.DatesOnFile;
import org.huiling.decision.due.DecidedPayments;
import org.huiling.decision.due.DecidedPayments.Decided;
import org.huiling.payment.LifeCheckTerm;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 生存认证到期: whoever is paid something this month, and whose last life check holds no longer
 * than to its end. Where payment asks for none nothing is due.
 */
@Component
class LifeChecksDue implements TaskSource {

	private static final String NAME = AGENDA + "LIFE_CHECK";

	private final DatesOnFile dates;

	private final DecidedPayments payments;

	private final LifeCheckTerm term;

	LifeChecksDue(DatesOnFile dates, DecidedPayments payments, LifeCheckTerm term) {
		this.dates = dates;
		this.payments = payments;
		this.term = term;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.term.months(look.jurisdiction(), look.month())
			.map((months) -> this.dates.checkedUpTo(look.regionPrefix(), last(look.month(), months)))
			.orElse(List.of());
	}

	/** The last day of a check that holds no longer than to the end of the month. */
	static LocalDate last(YearMonth month, int months) {
		return month.minusMonths(months).atEndOfMonth();
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		Optional<Integer> months = this.term.months(look.jurisdiction(), look.month());
		if (months.isEmpty()) {
			return List.of();
		}
		Map<UUID, LocalDate> due = new HashMap<>();
		this.dates.of(people).forEach((id, dates) -> {
			LocalDate passed = dates.lifeCheck();
			if (passed != null && !passed.isAfter(last(look.month(), months.get()))) {
				due.put(id, passed);
			}
		});
		Map<UUID, YearMonth> paid = new HashMap<>();
		due.keySet().forEach((id) -> paid.put(id, look.month()));
		Map<UUID, Decided> decided = this.payments.from(paid, look.jurisdiction(), look.month());
		List<DueTask> findings = new ArrayList<>();
		due.forEach((id, passed) -> {
			Decided one = decided.get(id);
			if (one != null) {
				findings.add(new DueTask(task(look, id, passed, months.get(), one.amount()), true));
			}
		});
		return findings;
	}

	private static NewTask task(Look look, UUID id, LocalDate passed, int months, BigDecimal amount) {
		LocalDate until = passed.plusMonths(months);
		return new NewTask(TaskKind.LIFE_CHECK_DUE, id, null, look.jurisdiction(), null, "LIFE_CHECK_DUE",
				List.of(passed.toString(), until.toString(), String.valueOf(months)), Proposed.NOTHING, amount, until,
				NAME, "LIFE_CHECK " + id + " " + passed);
	}

}
