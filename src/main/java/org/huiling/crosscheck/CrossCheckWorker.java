package org.huiling.crosscheck;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import org.huiling.background.Rounds;
import org.huiling.problem.Incident;
import org.huiling.problem.Refusal;
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

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

	private static final Duration TO_FINISH = Duration.ofSeconds(20);

	private final CrossCheckBlocks blocks;

	private final CrossCheckStore store;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Rounds rounds = new Rounds("cross-checks", this::look);

	CrossCheckWorker(CrossCheckBlocks blocks, CrossCheckStore store, TransactionTemplate transaction, Clock clock) {
		this.blocks = blocks;
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks for what is to be done, now. */
	void nudge() {
		this.rounds.now();
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
			LOGGER.error("cross-check {} failed: {}", id,
					(ex instanceof Refusal refusal) ? refusal.code() : Incident.trace(ex));
			this.transaction.executeWithoutResult((status) -> this.store.fail(id));
		}
	}

	@Override
	public void start() {
		this.rounds.start(Duration.ZERO, BETWEEN_LOOKS);
	}

	/** The block under way is finished; the rest goes on with the next start. */
	@Override
	public void stop() {
		if (!this.rounds.stop(TO_FINISH)) {
			LOGGER.warn("a block of a cross-check is left to be done again");
		}
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
