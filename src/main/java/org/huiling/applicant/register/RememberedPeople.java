package org.huiling.applicant.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.memory.PackedBudget;
import org.huiling.applicant.register.recording.ErasedFiles;
import org.huiling.applicant.register.store.PersonStore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps the people of jurisdictions in memory, packed, as they were read from the
 * register. The database says each time whose file ended; whatever differs from what it
 * would tell is read from it.
 */
@Component
class RememberedPeople implements PeopleInMemory, ErasedFiles {

	/** People in memory are to leave room for everything else. */
	private static final long LARGEST_SHARE = 4;

	private static final Duration UNTIL_FORGOTTEN = Duration.ofHours(2);

	/** Who was asked for just now does not make room for others. */
	private static final Duration UNTIL_ROOM = Duration.ofMinutes(10);

	private static final int BATCH = 500;

	/** More are not read at once, but when somebody asks for them. */
	private static final int MOST_CHANGED = 50_000;

	private final ApplicantReaderInForce readings;

	private final JdbcClient jdbc;

	private final PackedBudget budget;

	private final PeopleAsOf.Register register;

	private final Map<String, HeldPeople> held = new HashMap<>();

	RememberedPeople(PersonStore store, ApplicantReaderInForce readings, JdbcClient jdbc,
			@Value("${huiling.people-in-memory}") DataSize most) {
		this.readings = readings;
		this.jdbc = jdbc;
		this.budget = new PackedBudget(Math.min(most.toBytes(), Runtime.getRuntime().maxMemory() / LARGEST_SHARE));
		this.register = new PeopleAsOf.Register(store, readings, jdbc, this.budget);
	}

	@Override
	public People of(String regionPrefix, Instant knownAt) {
		HeldPeople one = held(regionPrefix, knownAt);
		one.taking().writeLock().lock();
		try {
			catchUp(one, knownAt);
			return new PeopleAsOf(one, knownAt, this.register);
		}
		finally {
			one.taking().writeLock().unlock();
		}
	}

	@Override
	public void forget() {
		List<HeldPeople> all;
		synchronized (this.held) {
			this.held.values().removeIf((one) -> {
				boolean old = System.nanoTime() - one.used() > UNTIL_FORGOTTEN.toNanos();
				if (old) {
					one.packed().close();
				}
				return old;
			});
			all = List.copyOf(this.held.values());
		}
		all.forEach((one) -> this.jdbc.sql("select id from applicant where erased_at > ?")
			.param(PersonStore.time(one.packed().upTo()))
			.query(UUID.class)
			.list()
			.forEach(one::erase));
	}

	@Override
	public void tend(Instant settled) {
		List<HeldPeople> all;
		synchronized (this.held) {
			all = List.copyOf(this.held.values());
		}
		for (HeldPeople one : all) {
			one.taking().writeLock().lock();
			try {
				catchUp(one, settled);
			}
			finally {
				one.taking().writeLock().unlock();
			}
		}
	}

	/** Who was not asked for longest makes room. */
	private HeldPeople held(String prefix, Instant knownAt) {
		ApplicantReader reading = this.readings.today();
		synchronized (this.held) {
			HeldPeople one = this.held.get(prefix);
			if (one == null || !one.isReadBy(reading)) {
				if (one != null) {
					one.packed().close();
				}
				one = new HeldPeople(prefix, reading, knownAt, this.budget);
				this.held.put(prefix, one);
			}
			one.use();
			if (this.budget.isSpent() && !one.packed().isWhole()) {
				HeldPeople mine = one;
				this.held.values()
					.stream()
					.filter((other) -> other != mine && mine.used() - other.used() > UNTIL_ROOM.toNanos())
					.min(Comparator.comparingLong((other) -> other.used()))
					.ifPresent((other) -> {
						other.packed().close();
						this.held.remove(other.prefix());
					});
			}
			return one;
		}
	}

	/** Takes in what was recorded since. */
	private void catchUp(HeldPeople one, Instant knownAt) {
		Instant since = one.packed().upTo();
		if (!knownAt.isAfter(since)) {
			return;
		}
		List<UUID> changed = this.jdbc
			.sql("select distinct applicant from applicant_record where recorded_at > ? and recorded_at <= ?")
			.params(PersonStore.time(since), PersonStore.time(knownAt))
			.query(UUID.class)
			.list();
		Set<UUID> ended = new HashSet<>();
		this.jdbc.sql("select id, erased_at is not null as erased from applicant where erased_at > ? or merged_at > ?")
			.params(PersonStore.time(since), PersonStore.time(since))
			.query((row) -> {
				UUID id = row.getObject("id", UUID.class);
				ended.add(id);
				if (row.getBoolean("erased")) {
					one.packed().erase(id);
				}
			});
		Set<UUID> out = new HashSet<>(changed);
		out.addAll(ended);
		one.apart().removeAll(ended);
		one.packed().takeOut(out, knownAt);
		boolean taken = false;
		try {
			List<UUID> here = ofRegion(one.prefix(), changed).stream().filter((id) -> !ended.contains(id)).toList();
			if (here.size() <= MOST_CHANGED) {
				PeopleAsOf now = new PeopleAsOf(one, knownAt, this.register);
				for (int i = 0; i < here.size(); i += BATCH) {
					now.known(here.subList(i, Math.min(here.size(), i + BATCH)));
				}
				taken = true;
			}
		}
		finally {
			if (!taken) {
				// who was taken out is nowhere, and is not asked for again by themselves
				one.packed().lacking();
			}
		}
	}

	private List<UUID> ofRegion(String prefix, List<UUID> ids) {
		return ids.isEmpty() ? ids
				: this.jdbc
					.sql("select distinct s.applicant from applicant_seen_in s where s.applicant = any(?) and "
							+ new RegionScope(List.of(prefix)).condition("s.region"))
					.param(ids.toArray(UUID[]::new))
					.query(UUID.class)
					.list();
	}

	@Override
	public void erased(UUID file) {
		synchronized (this.held) {
			this.held.values().forEach((one) -> one.erase(file));
		}
	}

}
