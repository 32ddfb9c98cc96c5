package org.huiling.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.huiling.background.Rounds;
import org.huiling.storage.Expiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets what is past its term be forgotten: at the start, and every hour. */
@Component
class ExpiryWorker implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(ExpiryWorker.class);

	private static final Duration TO_FINISH = Duration.ofSeconds(20);

	private final List<Expiring> all;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Rounds rounds = new Rounds("expiry", this::forget);

	ExpiryWorker(List<Expiring> all, PlatformTransactionManager transactions, Clock clock) {
		this.all = List.copyOf(all);
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Forgets what is past its term now; where one fails the others go on. */
	void forget() {
		for (Expiring each : this.all) {
			try {
				Integer forgotten = this.transaction.execute((status) -> each.forget(this.clock.instant()));
				if (forgotten != null && forgotten > 0) {
					LOGGER.info("{} past their term: {} forgotten", each.name(), forgotten);
				}
			}
			catch (RuntimeException ex) {
				LOGGER.warn("{} past their term cannot be forgotten now: {}", each.name(), ex.getClass().getName());
			}
		}
	}

	@Override
	public void start() {
		this.rounds.start(Duration.ofMinutes(1), Duration.ofHours(1));
	}

	/**
	 * What is under way is rolled back or done; the rest is forgotten after the next
	 * start.
	 */
	@Override
	public void stop() {
		if (!this.rounds.stop(TO_FINISH)) {
			LOGGER.warn("what is past its term is left to be forgotten");
		}
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
