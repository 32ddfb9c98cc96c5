package org.huiling.publiclist;

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

/** Whether a person was kept off public lists. */
@Component
class PublicListKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	PublicListKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("public_list_flag");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		kept.put("publicListFlags", KeptRows.read(this.jdbc, """
				select f.id, f.applicant as file, f.listed, f.reason, f.set_by, f.set_at
				from public_list_flag f where f.applicant = any(?) order by f.set_at, f.id""", files, most));
		return kept;
	}

}
