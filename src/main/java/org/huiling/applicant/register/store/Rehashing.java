package org.huiling.applicant.register.store;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the hashes by which people are found for those who were on file before there were
 * these hashes, beside the service's other work. Names are sealed, so the database cannot
 * do it. Until it is done they are found as before, but not by given name.
 */
@Component
public class Rehashing {

	private static final Logger logger = LoggerFactory.getLogger(Rehashing.class);

	private static final int BATCH = 500;

	private static final int TOLD = 100_000;

	private static final UUID FIRST = new UUID(0, 0);

	private final PersonStore store;

	private final PersonHashes hashes;

	private final TransactionTemplate transaction;

	Rehashing(PersonStore store, PersonHashes hashes, PlatformTransactionManager transactions) {
		this.store = store;
		this.hashes = hashes;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener(ApplicationReadyEvent.class)
	void afterAnUpgrade() {
		if (!this.store.toBeHashed(FIRST, 1).isEmpty()) {
			Thread thread = new Thread(this::run, "rehashing");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/** Hashes whoever is left, in transactions of some hundred people. */
	public void run() {
		long begun = System.nanoTime();
		long people = 0;
		UUID last = FIRST;
		for (List<UUID> batch = batch(last); !batch.isEmpty(); batch = batch(last)) {
			last = batch.get(batch.size() - 1);
			people += batch.size();
			if (people % TOLD < BATCH) {
				logger.info("{} people are found by every part of their names", people);
			}
		}
		logger.info("{} people more are found by every part of their names, after {} s", people,
				(System.nanoTime() - begun) / 1_000_000_000);
	}

	/** The people done, none when nobody is left. */
	private List<UUID> batch(UUID after) {
		List<UUID> done = this.transaction.execute((status) -> {
			List<UUID> people = this.store.toBeHashed(after, BATCH);
			this.store.histories(people, true).forEach((id, history) -> {
				if (!history.isEmpty()) {
					this.store.update(id, 0, this.hashes.of(history.last()));
				}
			});
			return people;
		});
		return (done != null) ? done : List.of();
	}

}
