package org.huiling.applicant.register.store;

import org.huiling.protection.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After the ring of keys was turned, seals everybody anew with the current key, beside
 * the service's other work; then the older keys may be taken out of the configuration.
 */
@Component
class Resealing {

	private static final Logger logger = LoggerFactory.getLogger(Resealing.class);

	private static final int BATCH = 500;

	private final PersonStore store;

	private final Keys keys;

	private final TransactionTemplate transaction;

	Resealing(PersonStore store, Keys keys, PlatformTransactionManager transactions) {
		this.store = store;
		this.keys = keys;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener(ApplicationReadyEvent.class)
	void afterATurn() {
		if (this.keys.areTurned()) {
			Thread thread = new Thread(this::run, "resealing");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/** Seals what is left, in transactions of some hundred records. */
	void run() {
		int sealed = 0;
		for (int batch = 1; batch > 0; sealed += batch) {
			Integer done = this.transaction.execute((status) -> this.store.reseal(BATCH));
			batch = (done != null) ? done : 0;
		}
		this.keys.retireOthers();
		logger.info("{} records sealed anew with the key {}; older keys are not needed any more", sealed,
				this.keys.current());
	}

}
