package org.huiling.agenda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.decision.due.DrawnRecipients;
import org.huiling.facts.Period;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 季度核查: each quarter a share of a program's recipients is called or visited. Whoever was
 * drawn in an earlier quarter of the year before stays on the list until somebody did.
 */
@Component
class VerificationsDue implements TaskSource {

	private static final String NAME = AGENDA + "VERIFICATION";

	/** This quarter and those of a year before. */
	private static final int QUARTERS = 5;

	private static final int MONTHS = 3;

	private final DrawnRecipients recipients;

	private final VerificationSettings settings;

	VerificationsDue(DrawnRecipients recipients, VerificationSettings settings) {
		this.recipients = recipients;
		this.settings = settings;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		Set<UUID> people = new LinkedHashSet<>();
		this.settings.program()
			.forEach((program) -> people.addAll(this.recipients.drawn(look.jurisdiction(), program,
					this.settings.seed(program, Period.quarter(look.day())), this.settings.share())));
		return people;
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		List<DueTask> findings = new ArrayList<>();
		for (String program : this.settings.program()) {
			this.recipients.granted(people, look.jurisdiction(), program, look.month()).forEach((id, amount) -> {
				for (int back = 0; back < QUARTERS; back++) {
					Period quarter = Period.quarter(look.day().minusMonths((long) MONTHS * back));
					if (this.recipients.isDrawn(id, this.settings.seed(program, quarter), this.settings.share())) {
						findings.add(new DueTask(task(look, id, program, quarter, amount), back == 0));
					}
				}
			});
		}
		return findings;
	}

	private static NewTask task(Look look, UUID id, String program, Period quarter, BigDecimal amount) {
		return new NewTask(TaskKind.VERIFICATION, id, null, look.jurisdiction(), program, "VERIFICATION",
				List.of(quarter.toString(), "programs:" + program), Proposed.NOTHING,
				(amount.signum() > 0) ? amount : null, quarter.lastDay(), NAME,
				"VERIFICATION " + id + " " + program + " " + quarter);
	}

}
