package org.huiling.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.account.RegionScope;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.background.Rounds;
import org.huiling.storage.RecordedTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the people of a jurisdiction into memory once somebody looks at what is to come
 * of them, and what is recorded of them from then on. Waits while a run is at work.
 */
@Component
class PeopleReading implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(PeopleReading.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

	/** Whoever did not fit is not tried again at once. */
	private static final Duration UNTIL_NEXT = Duration.ofHours(1);

	private static final Duration TO_FINISH = Duration.ofSeconds(5);

	private static final int BATCH = 500;

	private final PeopleInMemory memory;

	private final ProjectionStore store;

	private final RecordedTime time;

	private final JdbcClient jdbc;

	private final Rounds rounds = new Rounds("people-in-memory", this::look);

	/** Does not wait behind who is read. */
	private final Rounds tending = new Rounds("people-in-memory-tended", this::tend);

	private final Set<String> wanted = ConcurrentHashMap.newKeySet();

	private final Map<String, Instant> unfit = new ConcurrentHashMap<>();

	PeopleReading(PeopleInMemory memory, ProjectionStore store, RecordedTime time, JdbcClient jdbc) {
		this.memory = memory;
		this.store = store;
		this.time = time;
		this.jdbc = jdbc;
	}

	/**
	 * Has the people of a region read.
	 * @return false if there are too many of them
	 */
	boolean isToBe(String regionPrefix) {
		Instant last = this.unfit.get(regionPrefix);
		if (last != null && last.plus(UNTIL_NEXT).isAfter(Instant.now())) {
			return false;
		}
		if (this.wanted.add(regionPrefix)) {
			this.rounds.now();
		}
		return true;
	}

	private void look() {
		guarded(() -> {
			for (String prefix : List.copyOf(this.wanted)) {
				if (read(prefix)) {
					this.wanted.remove(prefix);
				}
			}
		});
	}

	/**
	 * Whoever was erased by another instance goes, whatever is at work; what was recorded
	 * is taken in unless a run goes first.
	 */
	void tend() {
		guarded(() -> {
			this.memory.forget();
			if (!this.store.isRunUnderWay()) {
				this.memory.tend(this.time.settled());
			}
		});
	}

	/** Another round is to follow, whatever becomes of this one. */
	private void guarded(Runnable work) {
		try {
			work.run();
		}
		catch (DataAccessException | TransactionException ex) {
			LOGGER.debug("people cannot be read into memory", ex);
		}
		catch (RuntimeException | Error ex) {
			LOGGER.error("people cannot be read into memory: {}", ex.getClass().getName());
			this.wanted.forEach((prefix) -> this.unfit.put(prefix, Instant.now()));
			this.wanted.clear();
		}
	}

	/** False if the service is ending. */
	private boolean read(String prefix) {
		if (!this.store.letRunsPass()) {
			return false;
		}
		PeopleInMemory.People people = this.memory.of(prefix, this.time.settled());
		List<UUID> ids = this.jdbc
			.sql("select distinct s.applicant from applicant_seen_in s where "
					+ new RegionScope(List.of(prefix)).condition("s.region"))
			.query(UUID.class)
			.list();
		for (int i = 0; i < ids.size(); i += BATCH) {
			if (!this.store.letRunsPass()) {
				return false;
			}
			people.known(ids.subList(i, Math.min(ids.size(), i + BATCH)));
		}
		people.completed();
		if (!people.isWhole()) {
			this.unfit.put(prefix, Instant.now());
		}
		return true;
	}

	@Override
	public void start() {
		this.rounds.start(BETWEEN_LOOKS, BETWEEN_LOOKS);
		this.tending.start(BETWEEN_LOOKS, BETWEEN_LOOKS);
	}

	/** What is read is lost with the service anyway. */
	@Override
	public void stop() {
		this.rounds.stop(TO_FINISH);
		this.tending.stop(TO_FINISH);
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
