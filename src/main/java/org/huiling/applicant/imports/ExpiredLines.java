package org.huiling.applicant.imports;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

import org.huiling.storage.Expiring;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports refused is kept, sealed, until it should have been corrected. */
@Component
class ExpiredLines implements Expiring {

	private final JdbcClient jdbc;

	private final Period kept;

	ExpiredLines(JdbcClient jdbc, @Value("${huiling.import-retention}") Period kept) {
		this.jdbc = jdbc;
		this.kept = kept;
	}

	@Override
	public String name() {
		return "remarks on rows of imports";
	}

	@Override
	public int forget(Instant now) {
		return this.jdbc
			.sql("delete from applicant_import_line l using applicant_import r where r.id = l.run and r.started_at < ?")
			.param(now.atOffset(ZoneOffset.UTC).minus(this.kept))
			.update();
	}

}
