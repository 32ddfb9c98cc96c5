package org.huiling.applicant.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.KeptRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which previews of lists a person stands; what would be recorded was not. */
@Component
class PreviewsKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	PreviewsKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("applicant_import_change");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		return Map.of("importPreviews", KeptRows.read(this.jdbc, """
				select c.run, c.applicant as file, c.line, c.begins
				from applicant_import r join applicant_import_change c on c.run = r.id
				where c.applicant = any(?) order by r.started_at, c.line""", files, most));
	}

}
