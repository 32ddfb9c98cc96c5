package org.huiling.operation;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.huiling.storage.Expiring;
import org.jspecify.annotations.Nullable;
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

	private final List<Expiring> all;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile @Nullable ScheduledExecutorService thread;

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
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread one = new Thread(work, "expiry");
			one.setDaemon(true);
			return one;
		});
		ScheduledFuture<?> unused = started.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
		this.thread = started;
	}

	@Override
	public void stop() {
		ScheduledExecutorService ended = this.thread;
		if (ended != null) {
			ended.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
