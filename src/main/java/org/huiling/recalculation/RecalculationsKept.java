package org.huiling.recalculation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.KeptRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs changed for a person, could not decide or could not review. */
@Component
class RecalculationsKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	RecalculationsKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("recalculation_change", "recalculation_undecided", "recalculation_failure");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		kept.put("recalculated", KeptRows.read(this.jdbc, """
				select c.run, c.id, c.applicant as file, r.mode, r.ordered_at, r.ordered_by, r.reason, c.jurisdiction,
					c.program, c.period, c.claim, c.before_outcome, c.before_amount, c.before_version,
					c.before_in_kind, c.after_outcome, c.after_amount, c.after_version, c.after_in_kind,
					c.difference, c.adjustment, c.because
				from recalculation r cross join unnest(?) as f (id) cross join lateral (
					select * from recalculation_change x
						where x.run = r.id and x.applicant = f.id and x.before_outcome is not null
					union all select * from recalculation_change x
						where x.run = r.id and x.applicant = f.id and x.before_outcome is null) c
				order by r.ordered_at, c.id""", files, most));
		kept.put("undecided", KeptRows.read(this.jdbc, """
				select u.run, u.applicant as file, r.mode, r.ordered_at, u.jurisdiction, u.program, u.period, u.claim,
					u.missing
				from recalculation r join recalculation_undecided u on u.run = r.id
				where u.applicant = any(?) order by r.ordered_at, u.program, u.period""", files, most));
		kept.put("notReviewed", KeptRows.read(this.jdbc, """
				select f.run, f.applicant as file, r.mode, r.ordered_at, f.jurisdiction, f.reason
				from recalculation r join recalculation_failure f on f.run = r.id
				where f.applicant = any(?) order by r.ordered_at""", files, most));
		return kept;
	}

}
