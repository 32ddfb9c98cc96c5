package org.huiling.projection.report;

import java.math.BigDecimal;
import java.util.List;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;

import org.springframework.stereotype.Component;

/** What of sums whoever asks may see. */
@Component
public class ProjectionSight {

	private final CurrentUser user;

	ProjectionSight(CurrentUser user) {
		this.user = user;
	}

	/** Policy staff see nothing of so few people that somebody could be known by it. */
	public ProjectionReports report(Sums sums, List<BigDecimal> values) {
		ProjectionReports whole = ProjectionReports.of(sums, values);
		boolean seesPeople = this.user.has(Role.CASE_WORKER) || this.user.has(Role.AUDITOR)
				|| this.user.has(Role.BATCH_OPERATOR);
		return seesPeople ? whole : SmallSums.hidden(whole);
	}

}
