package org.huiling.applicant.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.huiling.account.Regions;
import org.huiling.applicant.ApplicantRegister.KnownPeople;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.memory.PackedBudget;
import org.huiling.applicant.register.memory.PackedPeople;
import org.huiling.applicant.register.recording.ErasedFiles;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.facts.FactRecord;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

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

	/** More who cannot be kept, and not everybody is there. */
	private static final int MOST_APART = 10_000;

	private final PersonStore store;

	private final ApplicantReaderInForce readings;

	private final JdbcClient jdbc;

	private final PackedBudget budget;

	private final Map<String, Held> held = new HashMap<>();

	RememberedPeople(PersonStore store, ApplicantReaderInForce readings, JdbcClient jdbc,
			@Value("${huiling.people-in-memory}") DataSize most) {
		this.store = store;
		this.readings = readings;
		this.jdbc = jdbc;
		this.budget = new PackedBudget(Math.min(most.toBytes(), Runtime.getRuntime().maxMemory() / LARGEST_SHARE));
	}

	/** The people of a region, as they are read by a dictionary on a day. */
	private static final class Held {

		private final String prefix;

		private final Dictionary dictionary;

		private final LocalDate today;

		private final PackedPeople packed;

		/** Those of them who are to be read from the register. */
		private final Set<UUID> apart = ConcurrentHashMap.newKeySet();

		/** Written while somebody takes in what was recorded. */
		private final ReadWriteLock taking = new ReentrantReadWriteLock();

		private volatile long used = System.nanoTime();

		Held(String prefix, ApplicantReader reading, Instant upTo, PackedBudget budget) {
			this.prefix = prefix;
			this.dictionary = reading.dictionary();
			this.today = reading.today();
			this.packed = new PackedPeople(upTo, budget);
		}

		@SuppressWarnings("ReferenceEquality") // a dictionary in force is one object
		boolean isReadBy(ApplicantReader reading) {
			return this.dictionary == reading.dictionary() && this.today.equals(reading.today());
		}

		void setApart(UUID id, PackedBudget budget) {
			if (budget.isSpent() || this.apart.size() >= MOST_APART) {
				this.packed.lacking();
			}
			else {
				this.apart.add(id);
			}
		}

	}

	@Override
	public People of(String regionPrefix, Instant knownAt) {
		Held one = held(regionPrefix, knownAt);
		one.taking.writeLock().lock();
		try {
			catchUp(one, knownAt);
			return new AsOf(one, knownAt);
		}
		finally {
			one.taking.writeLock().unlock();
		}
	}

	@Override
	public void tend(Instant settled) {
		List<Held> all;
		synchronized (this.held) {
			this.held.values().removeIf((one) -> {
				boolean old = System.nanoTime() - one.used > UNTIL_FORGOTTEN.toNanos();
				if (old) {
					one.packed.close();
				}
				return old;
			});
			all = List.copyOf(this.held.values());
		}
		for (Held one : all) {
			one.taking.writeLock().lock();
			try {
				catchUp(one, settled);
			}
			finally {
				one.taking.writeLock().unlock();
			}
		}
	}

	/** Who was not asked for longest makes room. */
	private Held held(String prefix, Instant knownAt) {
		ApplicantReader reading = this.readings.today();
		synchronized (this.held) {
			Held one = this.held.get(prefix);
			if (one == null || !one.isReadBy(reading)) {
				if (one != null) {
					one.packed.close();
				}
				one = new Held(prefix, reading, knownAt, this.budget);
				this.held.put(prefix, one);
			}
			one.used = System.nanoTime();
			if (this.budget.isSpent() && !one.packed.isWhole()) {
				Held mine = one;
				this.held.values()
					.stream()
					.filter((other) -> other != mine && mine.used - other.used > UNTIL_ROOM.toNanos())
					.min(Comparator.comparingLong((other) -> other.used))
					.ifPresent((other) -> {
						other.packed.close();
						this.held.remove(other.prefix);
					});
			}
			return one;
		}
	}

	/** Takes in what was recorded since. */
	private void catchUp(Held one, Instant knownAt) {
		Instant since = one.packed.upTo();
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
					one.packed.erase(id);
				}
			});
		Set<UUID> out = new HashSet<>(changed);
		out.addAll(ended);
		one.apart.removeAll(ended);
		one.packed.takeOut(out, knownAt);
		boolean taken = false;
		try {
			List<UUID> here = ofRegion(one.prefix, changed).stream().filter((id) -> !ended.contains(id)).toList();
			if (here.size() <= MOST_CHANGED) {
				AsOf now = new AsOf(one, knownAt);
				for (int i = 0; i < here.size(); i += BATCH) {
					now.known(here.subList(i, Math.min(here.size(), i + BATCH)));
				}
				taken = true;
			}
		}
		finally {
			if (!taken) {
				// who was taken out is nowhere, and is not asked for again by themselves
				one.packed.lacking();
			}
		}
	}

	private List<UUID> ofRegion(String prefix, List<UUID> ids) {
		return ids.isEmpty() ? ids
				: this.jdbc
					.sql("select distinct s.applicant from applicant_seen_in s where s.applicant = any(?) and "
							+ new Regions(List.of(prefix)).condition("s.region"))
					.param(ids.toArray(UUID[]::new))
					.query(UUID.class)
					.list();
	}

	@Override
	public void erased(UUID file) {
		synchronized (this.held) {
			this.held.values().forEach((one) -> {
				one.packed.erase(file);
				one.apart.remove(file);
			});
		}
	}

	/** People as they were known at an instant. */
	private final class AsOf implements People {

		private final Held from;

		private final Instant knownAt;

		private final int losses;

		/** Told by themselves, be they in memory meanwhile. */
		private volatile Set<UUID> apart = Set.of();

		AsOf(Held from, Instant knownAt) {
			this.from = from;
			this.knownAt = knownAt;
			this.losses = from.packed.losses();
		}

		@Override
		public <T> T still(Supplier<T> question) {
			this.from.taking.readLock().lock();
			try {
				Set<UUID> others = new HashSet<>(this.from.apart);
				others.removeIf(this.from.packed::has);
				this.apart = Set.copyOf(others);
				return question.get();
			}
			finally {
				this.from.taking.readLock().unlock();
			}
		}

		@Override
		public KnownPeople known(Collection<UUID> ids) {
			this.from.used = System.nanoTime();
			Map<UUID, String> ended = new HashMap<>();
			Set<UUID> ending = new HashSet<>();
			RememberedPeople.this.jdbc
				.sql("select id, erased_at is not null as erased, erased_at is not null or merged_at <= ? as ended"
						+ " from applicant where id = any(?) and (erased_at is not null or merged_at is not null)")
				.params(PersonStore.time(this.knownAt), ids.toArray(UUID[]::new))
				.query((row) -> {
					UUID id = row.getObject("id", UUID.class);
					ending.add(id);
					if (row.getBoolean("ended")) {
						ended.put(id, row.getBoolean("erased") ? "ERASED" : "MERGED");
					}
				});
			Map<UUID, KnownApplicant> people = new HashMap<>();
			List<UUID> others = new ArrayList<>();
			boolean remembers = this.from.isReadBy(RememberedPeople.this.readings.today());
			for (UUID id : ids) {
				if (!ended.containsKey(id)) {
					NavigableMap<LocalDate, FactRecord> records = remembers ? this.from.packed.find(id, this.knownAt)
							: null;
					if (records != null) {
						people.put(id, new KnownRecords(id, this.knownAt, records));
					}
					else {
						others.add(id);
					}
				}
			}
			Map<UUID, String> broken = new HashMap<>();
			if (!others.isEmpty()) {
				read(others, ending, people, broken);
			}
			return new KnownPeople(people, broken, ended);
		}

		/**
		 * From the register, to be kept if they are still of the files on which it is.
		 */
		private void read(List<UUID> ids, Set<UUID> ending, Map<UUID, KnownApplicant> people,
				Map<UUID, String> broken) {
			int turn = this.from.packed.turn();
			ApplicantReader reading = RememberedPeople.this.readings.today();
			boolean keeps = this.from.isReadBy(reading);
			RememberedPeople.this.store.histories(ids, false).forEach((id, history) -> {
				History then = history.knownAt(this.knownAt);
				KnownRecords known = null;
				if (!then.isEmpty()) {
					try {
						known = KnownRecords.read(id, then, this.knownAt, reading);
						people.put(id, known);
					}
					catch (InvalidInput fault) {
						broken.put(id, String.valueOf(fault.getMessage()));
					}
				}
				if (keeps && !history.isEmpty() && !ending.contains(id)) {
					keep(id, history, (then.known().size() == history.known().size()) ? known : null, turn);
				}
			});
		}

		private void keep(UUID id, History history, @Nullable KnownRecords known, int turn) {
			Instant changedAt = history.known().get(history.known().size() - 1).recordedAt();
			if (known != null && this.from.packed.put(id, changedAt, known.records(), turn)) {
				this.from.apart.remove(id);
			}
			else {
				this.from.setApart(id, RememberedPeople.this.budget);
			}
		}

		@Override
		public boolean isWhole() {
			return this.from.packed.isWhole() && this.from.isReadBy(RememberedPeople.this.readings.today());
		}

		@Override
		public void completed() {
			if (!RememberedPeople.this.budget.isSpent()) {
				this.from.packed.completed(this.losses);
			}
		}

		@Override
		public int parts() {
			return this.from.packed.parts() + 1;
		}

		/** The last part are those apart. */
		@Override
		public @Nullable List<KnownApplicant> part(int part) {
			List<KnownApplicant> people = new ArrayList<>();
			List<UUID> others = new ArrayList<>();
			if (part == this.from.packed.parts()) {
				others.addAll(this.apart);
			}
			else {
				this.from.packed.part(part, this.knownAt, others)
					.stream()
					.filter((one) -> !this.apart.contains(one.id()))
					.forEach((one) -> people.add(new KnownRecords(one.id(), this.knownAt, one.records())));
				others.removeAll(this.apart);
			}
			for (int i = 0; i < others.size(); i += BATCH) {
				people.addAll(known(others.subList(i, Math.min(others.size(), i + BATCH))).people().values());
			}
			return (isWhole() && this.from.packed.upTo().equals(this.knownAt)) ? people : null;
		}

	}

}
