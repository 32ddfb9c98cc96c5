package org.huiling.recalculation.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Starts runs, one instance each, and takes up those whose instance ended: whoever works
 * at a run holds a lock that ends with their connection.
 */
@Component
public class RunLauncher implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(RunLauncher.class);

	private static final int SECONDS_BETWEEN_LOOKS = 5;

	private final RunWorker worker;

	private final RunStore store;

	private final DataSource dataSource;

	private final Set<UUID> here = ConcurrentHashMap.newKeySet();

	private final int parallel = Math.max(1, Runtime.getRuntime().availableProcessors());

	private volatile Threads threads = Threads.NONE;

	private volatile boolean running;

	RunLauncher(RunWorker worker, RunStore store, DataSource dataSource) {
		this.worker = worker;
		this.store = store;
		this.dataSource = dataSource;
	}

	/** Begins or goes on with a run that is open, unless somebody does already. */
	public void launch(UUID run) {
		if (this.here.add(run)) {
			try {
				this.threads.runs().execute(() -> carryOn(run));
			}
			catch (RuntimeException ex) {
				this.here.remove(run);
				throw ex;
			}
		}
	}

	private void carryOn(UUID run) {
		try (Connection connection = this.dataSource.getConnection()) {
			if (lock(connection, run)) {
				try {
					this.worker.carryOn(run, this.threads.slices(), this.parallel);
				}
				finally {
					unlock(connection, run);
				}
			}
		}
		catch (SQLException | RuntimeException ex) {
			LOGGER.warn("recalculation {} is interrupted and will be taken up again: {}", run,
					ex.getClass().getSimpleName());
		}
		finally {
			this.here.remove(run);
		}
	}

	private void look() {
		try {
			this.store.open().forEach((run) -> launch(run.id()));
		}
		catch (DataAccessException ex) {
			LOGGER.debug("runs cannot be looked for", ex);
		}
	}

	private static boolean lock(Connection connection, UUID run) throws SQLException {
		return ask(connection, "select pg_try_advisory_lock(379901, hashtext(?))", run);
	}

	private static void unlock(Connection connection, UUID run) {
		try {
			ask(connection, "select pg_advisory_unlock(379901, hashtext(?))", run);
		}
		catch (SQLException ex) {
			LOGGER.debug("the lock ended with its connection", ex);
		}
	}

	private static boolean ask(Connection connection, String query, UUID run) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, "recalculation " + run);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	@Override
	public void start() {
		this.threads = Threads.of(this.parallel);
		this.running = true;
		ScheduledFuture<?> unused = this.threads.clock()
			.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
	}

	/** Slices under way are finished; the runs go on with the next start. */
	@Override
	public void stop() {
		this.running = false;
		Threads ended = this.threads;
		this.threads = Threads.NONE;
		ended.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** The threads of a started launcher. */
	private record Threads(ExecutorService runs, ExecutorService slices, ScheduledExecutorService clock) {

		private static final int SECONDS_TO_FINISH = 20;

		static final Threads NONE = of(1);

		static Threads of(int parallel) {
			return new Threads(Executors.newCachedThreadPool((work) -> daemon(work, "recalculation")),
					Executors.newFixedThreadPool(parallel, (work) -> daemon(work, "recalculation-slices")),
					Executors.newSingleThreadScheduledExecutor((work) -> daemon(work, "recalculation-watch")));
		}

		private static Thread daemon(Runnable work, String name) {
			Thread thread = new Thread(work, name);
			thread.setDaemon(true);
			return thread;
		}

		void stop() {
			this.clock.shutdownNow();
			this.slices.shutdownNow();
			this.runs.shutdownNow();
			try {
				if (!this.slices.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
					LOGGER.warn("slices of a recalculation are left to be done again");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
