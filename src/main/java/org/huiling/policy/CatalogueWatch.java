package org.huiling.policy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Takes in what any instance of the service publishes, as soon as the database says so on
 * a connection of its own. Once a second it looks by itself, in case the message or the
 * connection was lost.
 */
public class CatalogueWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueWatch.class);

	private static final int PATIENCE_MILLIS = 1000;

	private final JdbcConnectionDetails database;

	private final PolicyCatalogue catalogue;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private @Nullable Thread thread;

	public CatalogueWatch(JdbcConnectionDetails database, PolicyCatalogue catalogue) {
		this.database = database;
		this.catalogue = catalogue;
	}

	@Override
	public synchronized void start() {
		this.stopped = new CountDownLatch(1);
		this.thread = new Thread(this::watch, "catalogue-watch");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@Override
	public synchronized void stop() {
		this.stopped.countDown();
		Thread watching = this.thread;
		if (watching != null) {
			try {
				watching.join(2L * PATIENCE_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	private void watch() {
		while (isRunning()) {
			try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(),
					this.database.getUsername(), this.database.getPassword())) {
				listen(connection);
			}
			catch (SQLException ex) {
				logger.debug("listening for publications is taken up again", ex);
				look();
				pause();
			}
		}
	}

	private void listen(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("listen huiling_catalogue");
		}
		PGConnection notified = connection.unwrap(PGConnection.class);
		while (isRunning()) {
			look();
			notified.getNotifications(PATIENCE_MILLIS);
		}
	}

	private void look() {
		try {
			this.catalogue.refreshIfChanged();
		}
		catch (DataAccessException ex) {
			logger.debug("what is published cannot be read now", ex);
		}
		catch (RuntimeException ex) {
			logger.warn("what was published cannot be taken in; trying again", ex);
		}
	}

	private void pause() {
		try {
			if (this.stopped.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
				logger.debug("stopped");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
