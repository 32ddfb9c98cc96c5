package org.huiling.recalculation.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.decision.review.ReviewOrder;
import org.huiling.decision.review.Reviewer;
import org.huiling.problem.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a run on from where it is, on all cores, until it is done or asked to stop. */
@Component
class RunWorker {

	private static final Logger LOGGER = LoggerFactory.getLogger(RunWorker.class);

	/** How often a slice is tried when case workers decide the same at that moment. */
	private static final int TRIES = 20;

	private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(30).toNanos();

	private final RunStore store;

	private final Population population;

	private final SliceReview slices;

	private final DecisionReviews reviews;

	private final RunPace pace;

	private final RunMetrics metrics;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	RunWorker(RunStore store, Population population, SliceReview slices, DecisionReviews reviews, RunPace pace,
			RunMetrics metrics, AuditTrail audit, PlatformTransactionManager transactions) {
		this.store = store;
		this.population = population;
		this.slices = slices;
		this.reviews = reviews;
		this.pace = pace;
		this.metrics = metrics;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Goes on with a run; what ends it is written down, unless the service itself is
	 * ending or the database is gone: then it is taken up again.
	 */
	void carryOn(UUID id, ExecutorService threads, int parallel) {
		try {
			Run run = this.store.require(id);
			if (run.total() == null) {
				this.population.gather(run);
			}
			this.store.resumed(id, run.progress().done());
			this.store.move(id, RunState.RUNNING, RunState.STARTING, RunState.RUNNING);
			for (Map.Entry<String, Integer> each : this.store.policies(id).entrySet()) {
				review(run, each.getKey(), each.getValue(), threads, parallel);
			}
			finish(this.store.require(id));
		}
		catch (Exception ex) {
			if (threads.isShutdown()) {
				throw new IllegalStateException("the service is ending", ex);
			}
			Breakdown breakdown = Breakdown.of(ex);
			if (breakdown == Breakdown.DATABASE_GONE) {
				throw new IllegalStateException("the database is gone", ex);
			}
			LOGGER.error("recalculation {} failed: {}", id, Incident.trace(ex));
			this.store.fail(id, breakdown.name());
			this.store.find(id).ifPresent((run) -> this.metrics.ended(run, RunState.FAILED));
		}
	}

	private void review(Run run, String jurisdiction, int policies, ExecutorService threads, int parallel)
			throws Exception {
		ReviewOrder order = new ReviewOrder(run.id(), jurisdiction, policies, run.knownAt(),
				(run.programs() != null) ? Set.copyOf(run.programs()) : null, run.from(), run.to(), run.current(),
				run.orderedBy(), run.reason());
		Reviewer reviewer = this.reviews.reviewer(order);
		AtomicBoolean broken = new AtomicBoolean();
		AtomicLong logged = new AtomicLong(System.nanoTime());
		List<Callable<Integer>> workers = new ArrayList<>();
		for (int i = 0; i < parallel; i++) {
			workers.add(() -> {
				try {
					return slices(run, order, reviewer, broken, logged);
				}
				catch (RuntimeException ex) {
					broken.set(true);
					throw ex;
				}
			});
		}
		for (Future<Integer> each : threads.invokeAll(workers)) {
			try {
				each.get();
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
		}
	}

	private int slices(Run run, ReviewOrder order, Reviewer reviewer, AtomicBoolean broken, AtomicLong logged) {
		int done = 0;
		while (!broken.get() && !this.store.isAskedToStop(run.id())
				&& next(order, reviewer, run.mode() == RunMode.COMMIT)) {
			done++;
			long now = System.nanoTime();
			long last = logged.get();
			if (now - last > NANOS_BETWEEN_LINES && logged.compareAndSet(last, now)) {
				LOGGER.info("recalculation {}: {}", run.id(), this.pace.progress(this.store.require(run.id())));
			}
		}
		return done;
	}

	private boolean next(ReviewOrder order, Reviewer reviewer, boolean commits) {
		for (int tried = 1;; tried++) {
			try {
				return this.slices.next(order, reviewer, commits);
			}
			catch (ConcurrencyFailureException | DataIntegrityViolationException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	private void finish(Run run) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.store.move(run.id(), RunState.COMPLETED, RunState.RUNNING)) {
				this.population.forget(run);
				this.store.sumUp(run.id());
				this.metrics.ended(run, RunState.COMPLETED);
				this.audit.record(AuditAction.RECALCULATION_COMPLETED, run.id().toString(),
						Map.of("done", run.progress().done(), "failed", run.progress().failed(), "changed",
								run.progress().changed(), "mode", run.mode().name()));
				LOGGER.info("recalculation {} completed: {} people, {} changes", run.id(), run.progress().done(),
						run.progress().changed());
			}
			else if (this.store.move(run.id(), RunState.STOPPED, RunState.STOPPING)) {
				this.audit.record(AuditAction.RECALCULATION_STOPPED, run.id().toString(),
						Map.of("done", run.progress().done()));
				this.metrics.ended(run, RunState.STOPPED);
				LOGGER.info("recalculation {} stopped at {} people", run.id(), run.progress().done());
			}
		});
	}

}
