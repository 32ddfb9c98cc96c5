package org.huiling.audit;

import java.time.Duration;

import org.huiling.background.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Logs the end of the trail at the start and once a day. Kept elsewhere, such a line
 * tells whether the trail up to there is still the one that was written, even from
 * somebody who has the database and the key.
 */
@Component
class HeadLog implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(HeadLog.class);

	private static final Duration TO_FINISH = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final Rounds rounds = new Rounds("audit-head", this::log);

	HeadLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last event and its hash. */
	String head() {
		return this.jdbc.sql("select last || ' ' || encode(hash, 'hex') from audit_head").query(String.class).single();
	}

	@Override
	public void start() {
		this.rounds.start(Duration.ZERO, Duration.ofDays(1));
	}

	@Override
	public void stop() {
		this.rounds.stop(TO_FINISH);
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

	private void log() {
		try {
			logger.info("the audit trail ends with event {}", head());
		}
		catch (RuntimeException ex) {
			logger.warn("the end of the audit trail cannot be read now", ex);
		}
	}

}
