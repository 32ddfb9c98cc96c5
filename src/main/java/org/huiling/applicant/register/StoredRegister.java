package org.huiling.applicant.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.account.Regions;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.facts.ApplicantRecord;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register in the database. */
@Component
class StoredRegister implements ApplicantRegister {

	private final Reading reading;

	private final PersonStore store;

	private final RecordedTime time;

	private final JdbcClient jdbc;

	private final Clock clock;

	StoredRegister(Reading reading, PersonStore store, RecordedTime time, JdbcClient jdbc, Clock clock) {
		this.reading = reading;
		this.store = store;
		this.time = time;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional
	public KnownApplicant find(UUID id, @Nullable Instant knownAt) {
		Instant settled = this.time.settled();
		Instant at = (knownAt != null && knownAt.isBefore(settled)) ? knownAt : settled;
		return known(id, this.reading.known(id, at, true, null, Set.of()).history(), at);
	}

	@Override
	@Transactional(readOnly = true)
	public Page below(String regionPrefix, Instant knownAt, @Nullable UUID after, int size) {
		String below = new Regions(List.of(regionPrefix)).condition("g.region");
		List<UUID> ids = this.jdbc.sql("select a.id from applicant a where a.id > ? and a.erased_at is null"
				+ " and (a.merged_at is null or a.merged_at > ?) and exists"
				+ " (select from applicant_region g where g.applicant = a.id and " + below + ") order by a.id limit ?")
			.params((after != null) ? after : new UUID(0, 0), PersonStore.time(knownAt), size)
			.query(UUID.class)
			.list();
		List<KnownApplicant> people = new ArrayList<>();
		this.store.histories(ids, false).forEach((id, history) -> {
			History then = history.knownAt(knownAt);
			if (!then.isEmpty()) {
				people.add(known(id, then, knownAt));
			}
		});
		return new Page(people, (ids.size() < size) ? null : ids.get(ids.size() - 1));
	}

	@Override
	public long countBelow(String regionPrefix) {
		return this.store.countBelow(regionPrefix);
	}

	private KnownApplicant known(UUID id, History history, Instant knownAt) {
		LocalDate today = LocalDate.now(this.clock);
		TreeMap<LocalDate, ApplicantRecord> records = new TreeMap<>();
		records.put(LocalDate.MIN, Part.readFacts(history.on(LocalDate.MIN), today).record());
		history.days().forEach((day) -> records.put(day, Part.readFacts(history.on(day), today).record()));
		return new Known(id, knownAt, records);
	}

	/** What was known, by the day from which it holds. */
	private record Known(UUID id, Instant knownAt,
			TreeMap<LocalDate, ApplicantRecord> records) implements KnownApplicant {

		@Override
		public ApplicantRecord on(LocalDate day) {
			Map.Entry<LocalDate, ApplicantRecord> last = this.records.floorEntry(day);
			return (last != null) ? last.getValue() : this.records.firstEntry().getValue();
		}

		/** Without what is known. */
		@Override
		public String toString() {
			return "applicant " + this.id;
		}

	}

}
