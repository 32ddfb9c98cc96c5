package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.register.memory.PackedBudget;
import org.huiling.applicant.register.memory.PackedPeople;
import org.huiling.facts.dictionary.Dictionary;

/** The people of a region in memory, as they are read by a dictionary on a day. */
final class HeldPeople {

	/** More who cannot be kept, and not everybody is there. */
	private static final int MOST_APART = 10_000;

	private final String prefix;

	private final Dictionary dictionary;

	private final LocalDate today;

	private final PackedPeople packed;

	/** Those of them who are to be read from the register. */
	private final Set<UUID> apart = ConcurrentHashMap.newKeySet();

	/** Written while somebody takes in what was recorded. */
	private final ReadWriteLock taking = new ReentrantReadWriteLock();

	private volatile long used = System.nanoTime();

	HeldPeople(String prefix, ApplicantReader reading, Instant upTo, PackedBudget budget) {
		this.prefix = prefix;
		this.dictionary = reading.dictionary();
		this.today = reading.today();
		this.packed = new PackedPeople(upTo, budget);
	}

	@SuppressWarnings("ReferenceEquality") // a dictionary in force is one object
	boolean isReadBy(ApplicantReader reading) {
		return this.dictionary == reading.dictionary() && this.today.equals(reading.today());
	}

	/** What the codes of the region begin with. */
	String prefix() {
		return this.prefix;
	}

	PackedPeople packed() {
		return this.packed;
	}

	/** Those of them who are to be read from the register, to be changed. */
	Set<UUID> apart() {
		return this.apart;
	}

	ReadWriteLock taking() {
		return this.taking;
	}

	void setApart(UUID id, PackedBudget budget) {
		if (budget.isSpent() || this.apart.size() >= MOST_APART) {
			this.packed.lacking();
		}
		else {
			this.apart.add(id);
		}
	}

	void erase(UUID id) {
		this.packed.erase(id);
		this.apart.remove(id);
	}

	/** Somebody asks for them. */
	void use() {
		this.used = System.nanoTime();
	}

	/** When somebody asked last. */
	long used() {
		return this.used;
	}

}
