package org.huiling.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.KeptRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What projections showed that drafts would change for a person; nothing of it was
 * decided.
 */
@Component
class ProjectionsKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	ProjectionsKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("projection_change");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		return Map.of("projected", KeptRows.read(this.jdbc, """
				select c.projection, c.applicant as file, p.jurisdiction, p.from_month, p.to_month, p.reason,
					p.ordered_by, p.ordered_at, c.change, c.before, c.after, c.because
				from projection p join projection_change c on c.projection = p.id
				where c.applicant = any(?) order by p.ordered_at, c.applicant""", files, most));
	}

}
