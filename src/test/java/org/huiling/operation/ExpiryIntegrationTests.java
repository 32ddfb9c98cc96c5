package org.huiling.operation;

import org.huiling.HuilingTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is past its term is gone, and nothing else. */
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.import-retention=P10D" })
class ExpiryIntegrationTests {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ExpiryWorker worker;

	@Test
	void rowsOfImportsAndAnswersOfCallsAreForgottenAfterTheirTerm() {
		for (int days : new int[] { 9, 11, 29, 31 }) {
			this.jdbc.sql("insert into idempotent_request (account, key_hash, request_hash, status, made_at)"
					+ " values ('wang', decode(lpad(?::text, 4, '0'), 'hex'), '', 200, now() - make_interval(days => ?))")
				.params(days, days)
				.update();
			this.jdbc
				.sql("with run as (insert into applicant_import (id, account, format, dry_run, refused, started_at)"
						+ " values (gen_random_uuid(), 'wang', 'CSV', false, 1, now() - make_interval(days => ?)) returning id)"
						+ " insert into applicant_import_line (run, line, number, field, code, severity, arguments, content)"
						+ " select id, ?, 0, 'residentId', 'CHECK_DIGIT', 'ERROR', '[]', '\\x00' from run")
				.params(days, days)
				.update();
		}
		this.worker.forget();
		this.worker.forget();
		assertThat(numbers("select count(*) from idempotent_request where made_at < now() - interval '30 days'"))
			.isZero();
		assertThat(numbers("select count(*) from idempotent_request")).isEqualTo(3);
		assertThat(numbers("select sum(line) from applicant_import_line")).isEqualTo(9);
		assertThat(numbers("select count(*) from applicant_import")).as("what an import came to is kept").isEqualTo(4);
	}

	private long numbers(String query) {
		return this.jdbc.sql(query).query(Long.class).single();
	}

}
