package org.huiling.crosscheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries cross-checks on from where they are, whichever instance began them, and forgets
 * lists that were kept long enough.
 */
@Component
class CrossCheckWorker implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(CrossCheckWorker.class);

	private static final int SECONDS_BETWEEN_LOOKS = 5;

	private static final int SECONDS_TO_FINISH = 20;

	private final CrossCheckBlocks blocks;

	private final CrossCheckStore store;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile @Nullable ScheduledExecutorService thread;

	CrossCheckWorker(CrossCheckBlocks blocks, CrossCheckStore store, TransactionTemplate transaction, Clock clock) {
		this.blocks = blocks;
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks for what is to be done, now. */
	void nudge() {
		ScheduledExecutorService running = this.thread;
		if (running != null) {
			try {
				running.execute(this::look);
			}
			catch (RejectedExecutionException ex) {
				LOGGER.debug("cross-checks go on with the next start", ex);
			}
		}
	}

	private void look() {
		try {
			this.store.open().forEach(this::carryOn);
			this.transaction.executeWithoutResult((status) -> this.store.forget(LocalDate.now(this.clock)));
		}
		catch (DataAccessException | TransactionException ex) {
			LOGGER.warn("cross-checks are interrupted and will be taken up again: {}", ex.getClass().getSimpleName());
		}
	}

	private void carryOn(UUID id) {
		try {
			boolean more = true;
			while (more && !Thread.currentThread().isInterrupted()) {
				more = this.blocks.next(id);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// what a list says may stand in the message
			LOGGER.error("cross-check {} failed: {}", id, (ex instanceof Refusal refusal) ? refusal.code()
					: ex.getClass().getName() + " at " + ex.getStackTrace()[0]);
			this.transaction.executeWithoutResult((status) -> this.store.fail(id));
		}
	}

	@Override
	public void start() {
		ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread one = new Thread(work, "cross-checks");
			one.setDaemon(true);
			return one;
		});
		ScheduledFuture<?> unused = fresh.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN_LOOKS,
				TimeUnit.SECONDS);
		this.thread = fresh;
	}

	/** The block under way is finished; the rest goes on with the next start. */
	@Override
	public void stop() {
		ScheduledExecutorService ended = this.thread;
		this.thread = null;
		if (ended != null) {
			ended.shutdownNow();
			try {
				if (!ended.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
					LOGGER.warn("a block of a cross-check is left to be done again");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
