package org.huiling.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
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

	private final JdbcClient jdbc;

	private volatile @Nullable ScheduledExecutorService timer;

	HeadLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last event and its hash. */
	String head() {
		return this.jdbc.sql("select last || ' ' || encode(hash, 'hex') from audit_head").query(String.class).single();
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "audit-head");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> unused = started.scheduleAtFixedRate(this::log, 0, 1, TimeUnit.DAYS);
		this.timer = started;
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.timer;
		if (started != null) {
			started.shutdownNow();
			this.timer = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
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
