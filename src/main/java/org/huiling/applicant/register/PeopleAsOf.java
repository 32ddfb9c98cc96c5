package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.applicant.ApplicantRegister.KnownPeople;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.memory.PackedBudget;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.facts.record.FactRecord;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People as they were known at an instant: from memory, and who is not there, or changed
 * since, from the register.
 */
final class PeopleAsOf implements PeopleInMemory.People {

	private static final int BATCH = 500;

	/** Where those are read who are not in memory. */
	record Register(PersonStore store, ApplicantReaderInForce readings, JdbcClient jdbc, PackedBudget budget) {
	}

	private final HeldPeople from;

	private final Instant knownAt;

	private final Register register;

	private final int losses;

	/** Told by themselves, be they in memory meanwhile. */
	private volatile Set<UUID> apart = Set.of();

	PeopleAsOf(HeldPeople from, Instant knownAt, Register register) {
		this.from = from;
		this.register = register;
		this.knownAt = knownAt;
		this.losses = from.packed().losses();
	}

	@Override
	public <T> T still(Supplier<T> question) {
		this.from.taking().readLock().lock();
		try {
			Set<UUID> others = new HashSet<>(this.from.apart());
			others.removeIf(this.from.packed()::has);
			this.apart = Set.copyOf(others);
			return question.get();
		}
		finally {
			this.from.taking().readLock().unlock();
		}
	}

	@Override
	public KnownPeople known(Collection<UUID> ids) {
		this.from.use();
		Map<UUID, String> ended = new HashMap<>();
		Set<UUID> ending = new HashSet<>();
		this.register.jdbc()
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
		boolean remembers = this.from.isReadBy(this.register.readings().today());
		for (UUID id : ids) {
			if (!ended.containsKey(id)) {
				NavigableMap<LocalDate, FactRecord> records = remembers ? this.from.packed().find(id, this.knownAt)
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
	private void read(List<UUID> ids, Set<UUID> ending, Map<UUID, KnownApplicant> people, Map<UUID, String> broken) {
		int turn = this.from.packed().turn();
		ApplicantReader reading = this.register.readings().today();
		boolean keeps = this.from.isReadBy(reading);
		this.register.store().onFile(ids).forEach((id, onFile) -> {
			KnownRecords known = null;
			try {
				known = KnownRecords.read(id, onFile, this.knownAt, reading);
				if (known != null) {
					people.put(id, known);
				}
			}
			catch (InvalidInput fault) {
				broken.put(id, String.valueOf(fault.getMessage()));
			}
			if (keeps && !onFile.rows().isEmpty() && !ending.contains(id)) {
				keep(id, onFile.changedAt(), onFile.changedAt().isAfter(this.knownAt) ? null : known, turn);
			}
		});
	}

	private void keep(UUID id, Instant changedAt, @Nullable KnownRecords known, int turn) {
		if (known != null && this.from.packed().put(id, changedAt, known.records(), turn)) {
			this.from.apart().remove(id);
		}
		else {
			this.from.setApart(id, this.register.budget());
		}
	}

	@Override
	public boolean isWhole() {
		return this.from.packed().isWhole() && this.from.isReadBy(this.register.readings().today());
	}

	@Override
	public void completed() {
		if (!this.register.budget().isSpent()) {
			this.from.packed().completed(this.losses);
		}
	}

	@Override
	public int parts() {
		return this.from.packed().parts() + 1;
	}

	/** The last part are those apart. */
	@Override
	public @Nullable List<KnownApplicant> part(int part) {
		List<KnownApplicant> people = new ArrayList<>();
		List<UUID> others = new ArrayList<>();
		if (part == this.from.packed().parts()) {
			others.addAll(this.apart);
		}
		else {
			this.from.packed()
				.part(part, this.knownAt, others)
				.stream()
				.filter((one) -> !this.apart.contains(one.id()))
				.forEach((one) -> people.add(new KnownRecords(one.id(), this.knownAt, one.records())));
			others.removeAll(this.apart);
		}
		for (int i = 0; i < others.size(); i += BATCH) {
			people.addAll(known(others.subList(i, Math.min(others.size(), i + BATCH))).people().values());
		}
		return (isWhole() && this.from.packed().upTo().equals(this.knownAt)) ? people : null;
	}

}
