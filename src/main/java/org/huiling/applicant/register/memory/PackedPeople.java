package org.huiling.applicant.register.memory;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * The people of one jurisdiction in memory, as they were recorded up to an instant, read
 * by one dictionary on one day. Whoever changed after an instant that is asked for is not
 * told here, nor is anybody before all up to it was taken in. The garbage collector may
 * take parts of it at any time when memory is short. Safe for many threads.
 */
public final class PackedPeople {

	private static final int SHARDS = 1 << 9;

	private static final int SHIFT = Integer.SIZE - 9;

	private static final Instant EPOCH = Instant.EPOCH;

	private final AtomicReferenceArray<@Nullable SoftReference<PackedShard>> shards = new AtomicReferenceArray<>(
			SHARDS);

	private final PackedWords words = new PackedWords();

	private final PackedBudget budget;

	/** What of the budget each part has. */
	private final int[] sizes = new int[SHARDS];

	/** Whoever was erased is never put in again. */
	private final Set<UUID> erased = ConcurrentHashMap.newKeySet();

	/** Turns of taking in what is new: who read somebody before one puts nobody in. */
	private final AtomicInteger turn = new AtomicInteger();

	private volatile Instant upTo;

	/** How often somebody was lost who was to be here. */
	private final AtomicInteger losses = new AtomicInteger();

	private volatile boolean whole;

	private volatile boolean closed;

	/**
	 * Nobody yet.
	 * @param upTo a settled instant; who is put in was read after it
	 * @param budget how much room there is
	 */
	public PackedPeople(Instant upTo, PackedBudget budget) {
		this.upTo = upTo;
		this.budget = budget;
	}

	/**
	 * Up to when everything that was recorded is taken in.
	 * @return a settled instant
	 */
	public Instant upTo() {
		return this.upTo;
	}

	/**
	 * What is known of somebody.
	 * @param id the person
	 * @param knownAt up to when
	 * @return by the day since when it holds; null if they are to be read elsewhere
	 */
	public @Nullable NavigableMap<LocalDate, FactRecord> find(UUID id, Instant knownAt) {
		if (knownAt.isAfter(this.upTo)) {
			return null;
		}
		PackedShard shard = shard(id);
		PackedShard.Packed packed = (shard != null) ? shard.get(id) : null;
		return (packed != null && packed.changedAt() <= micros(knownAt))
				? new PackedReader(this.words, packed.packed()).unpack() : null;
	}

	/**
	 * Whether somebody is here, as of whenever.
	 * @param id the person
	 * @return true if they are
	 */
	public boolean has(UUID id) {
		PackedShard shard = shard(id);
		return shard != null && shard.get(id) != null;
	}

	/**
	 * To be remembered before somebody is read who is to be put in.
	 * @return the turn
	 */
	public int turn() {
		return this.turn.get();
	}

	/**
	 * Puts somebody in, in the place of what was known before.
	 * @param id the person
	 * @param changedAt when something was recorded of them last
	 * @param records everything that is known, by the day since when it holds
	 * @param turn in which it was read
	 * @return false if there is no room, or if it may be old already
	 */
	public boolean put(UUID id, Instant changedAt, SortedMap<LocalDate, FactRecord> records, int turn) {
		byte[] packed = new PackedWriter(this.words).pack(records);
		if (packed == null || this.budget.isSpent()) {
			return false;
		}
		int place = place(id);
		PackedShard shard = orFresh(place);
		synchronized (shard) {
			if (this.closed || turn != this.turn.get() || this.erased.contains(id)) {
				return false;
			}
			shard.put(new PackedShard.Packed(id, micros(changedAt), packed));
			resized(place, shard.size());
		}
		return true;
	}

	/**
	 * Takes out whoever something was recorded of since, and goes on from there; the
	 * caller holds others back who do the same.
	 * @param changed those of whom something was recorded after {@link #upTo()}
	 * @param settled up to when
	 */
	public void takeOut(Collection<UUID> changed, Instant settled) {
		this.turn.incrementAndGet();
		changed.forEach(this::remove);
		this.upTo = settled;
	}

	/**
	 * Takes somebody out for good.
	 * @param id of whoever was erased
	 */
	public void erase(UUID id) {
		this.erased.add(id);
		remove(id);
	}

	private void remove(UUID id) {
		PackedShard shard = shard(id);
		if (shard != null) {
			shard.remove(id);
		}
	}

	/**
	 * Whether everybody is here that was to be.
	 * @return false also once a part was given up
	 */
	public boolean isWhole() {
		if (this.whole) {
			for (int i = 0; i < SHARDS && this.whole; i++) {
				at(i);
			}
		}
		return this.whole;
	}

	/**
	 * How often somebody was lost; to be remembered before everybody is read.
	 * @return a number that only grows
	 */
	public int losses() {
		return this.losses.get();
	}

	/**
	 * Everybody that is to be here was put in.
	 * @param losses as they were before the first was: who was lost since is not here
	 */
	public void completed(int losses) {
		for (int i = 0; i < SHARDS; i++) {
			PackedShard shard = at(i);
			if (shard != null) {
				shard.trim();
				resized(i, shard.size());
			}
		}
		this.whole = true;
		if (this.closed || this.losses.get() != losses) {
			this.whole = false;
		}
	}

	/** Somebody is to be here and is not. */
	public void lacking() {
		this.losses.incrementAndGet();
		this.whole = false;
	}

	/**
	 * Of how many parts it is.
	 * @return parts to be read one by one
	 */
	public int parts() {
		return SHARDS;
	}

	/**
	 * Somebody of a part.
	 *
	 * @param id the person
	 * @param records what is known, by the day since when it holds
	 */
	public record Unpacked(UUID id, NavigableMap<LocalDate, FactRecord> records) {
	}

	/**
	 * The people of a part as they were at an instant.
	 * @param part its number
	 * @param knownAt an instant up to which everything was taken in
	 * @param late takes the ids of those who changed after it
	 * @return those who did not
	 */
	public List<Unpacked> part(int part, Instant knownAt, Collection<UUID> late) {
		List<Unpacked> people = new ArrayList<>();
		PackedShard shard = at(part);
		if (shard != null) {
			long until = micros(knownAt);
			for (PackedShard.Packed one : shard.all()) {
				if (one.changedAt() > until) {
					late.add(one.id());
				}
				else {
					people.add(new Unpacked(one.id(), new PackedReader(this.words, one.packed()).unpack()));
				}
			}
		}
		return people;
	}

	/**
	 * How many are here.
	 * @return their number
	 */
	public int count() {
		int count = 0;
		for (int i = 0; i < SHARDS; i++) {
			PackedShard shard = at(i);
			count += (shard != null) ? shard.count() : 0;
		}
		return count;
	}

	/** Lets go of everybody, and takes in nobody more, whoever still asks here. */
	public void close() {
		synchronized (this.sizes) {
			for (int i = 0; i < SHARDS; i++) {
				resized(i, 0);
			}
			this.closed = true;
		}
		lacking();
		this.turn.incrementAndGet();
		for (int i = 0; i < SHARDS; i++) {
			this.shards.set(i, null);
		}
	}

	private void resized(int place, int size) {
		synchronized (this.sizes) {
			if (!this.closed) {
				this.budget.take(size - this.sizes[place]);
				this.sizes[place] = size;
			}
		}
	}

	private @Nullable PackedShard shard(UUID id) {
		return at(place(id));
	}

	private static int place(UUID id) {
		return PackedShard.spread(id) >>> SHIFT;
	}

	private @Nullable PackedShard at(int place) {
		SoftReference<PackedShard> reference = this.shards.get(place);
		PackedShard shard = (reference != null) ? reference.get() : null;
		if (reference != null && shard == null && this.shards.compareAndSet(place, reference, null)) {
			lacking();
			resized(place, 0);
		}
		return shard;
	}

	private PackedShard orFresh(int place) {
		while (true) {
			PackedShard known = at(place);
			if (known != null) {
				return known;
			}
			PackedShard fresh = new PackedShard();
			if (this.shards.compareAndSet(place, null, new SoftReference<>(fresh))) {
				return fresh;
			}
		}
	}

	private static long micros(Instant instant) {
		return EPOCH.until(instant, ChronoUnit.MICROS);
	}

	/** Nothing of anybody. */
	@Override
	public String toString() {
		return "people in memory";
	}

}
