package org.huiling.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.huiling.storage.Expiring;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers are kept for a repeated call as long as a key counts, and not longer. */
@Component
class ExpiredAnswers implements Expiring {

	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	ExpiredAnswers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "answers kept for repeated calls";
	}

	@Override
	public int forget(Instant now) {
		return this.jdbc.sql("delete from idempotent_request where made_at < ?")
			.param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

}
