package org.huiling.projection;

import java.time.Duration;
import java.util.UUID;

import org.huiling.background.Rounds;
import org.huiling.problem.DatabaseTrouble;
import org.huiling.problem.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries projections on from where they are, whichever instance began them, one after
 * the other and each on some threads; while a run is at work they wait.
 */
@Component
class ProjectionWorker implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(ProjectionWorker.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

	private static final Duration TO_FINISH = Duration.ofSeconds(20);

	private final ProjectionSlices slices;

	private final ProjectionStore store;

	private final ProjectionBooks books;

	private final TransactionTemplate transaction;

	private final Rounds rounds = new Rounds("projections", this::look);

	ProjectionWorker(ProjectionSlices slices, ProjectionStore store, ProjectionBooks books,
			TransactionTemplate transaction) {
		this.slices = slices;
		this.store = store;
		this.books = books;
		this.transaction = transaction;
	}

	/** Looks for what is to be done, now. */
	void nudge() {
		this.rounds.now();
	}

	private void look() {
		try {
			for (UUID id : this.store.open()) {
				carryOn(id);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			LOGGER.debug("projections cannot be looked for", ex);
		}
	}

	/**
	 * Goes on with a projection; what ends it is written down, unless the service itself
	 * is ending or the database is gone: then it is taken up again.
	 */
	private void carryOn(UUID id) {
		try {
			// to find whom it is about, and to take in what was recorded, is work too
			if (!this.store.letRunsPass()) {
				return;
			}
			this.slices.begin(id);
			Projection projection = this.store.find(id).orElseThrow();
			ProjectionBooks.Open open = this.books.open(projection);
			this.store.resumed(id, projection.progress().done());
			SliceCrew crew = new SliceCrew(() -> this.store.letRunsPass() && this.store.isOpen(id),
					() -> this.slices.next(projection, open));
			if (crew.work()) {
				this.slices.finish(id);
			}
		}
		catch (RuntimeException ex) {
			DatabaseTrouble trouble = DatabaseTrouble.of(ex);
			if (trouble == DatabaseTrouble.DATABASE_GONE || Thread.currentThread().isInterrupted()) {
				LOGGER.warn("projection {} is interrupted and will be taken up again: {}", id,
						ex.getClass().getSimpleName());
				return;
			}
			LOGGER.error("projection {} failed: {}", id, Incident.trace(ex));
			this.transaction.executeWithoutResult(
					(status) -> this.store.fail(id, (trouble != null) ? trouble.name() : "UNEXPECTED"));
		}
	}

	@Override
	public void start() {
		this.rounds.start(Duration.ZERO, BETWEEN_LOOKS);
	}

	/** The slice under way is finished; the rest goes on with the next start. */
	@Override
	public void stop() {
		if (!this.rounds.stop(TO_FINISH)) {
			LOGGER.warn("a slice of a projection is left to be done again");
		}
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
