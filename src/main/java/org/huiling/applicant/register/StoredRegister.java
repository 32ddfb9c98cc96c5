package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.lookup.NotedLookup;
import org.huiling.applicant.register.lookup.Reveal;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.problem.InvalidInput;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register in the database. */
@Component
class StoredRegister implements ApplicantRegister {

	private final NotedLookup reading;

	private final PersonStore store;

	private final Visibility visibility;

	private final RecordedTime time;

	private final JdbcClient jdbc;

	private final ApplicantReaderInForce readings;

	StoredRegister(NotedLookup reading, PersonStore store, Visibility visibility, RecordedTime time, JdbcClient jdbc,
			ApplicantReaderInForce readings) {
		this.reading = reading;
		this.store = store;
		this.visibility = visibility;
		this.time = time;
		this.jdbc = jdbc;
		this.readings = readings;
	}

	@Override
	@Transactional
	public KnownApplicant find(UUID id, @Nullable Instant knownAt) {
		Instant settled = this.time.settled();
		Instant at = (knownAt != null && knownAt.isBefore(settled)) ? knownAt : settled;
		return known(id, this.reading.known(id, at, true, null, Reveal.NOTHING).history(), at);
	}

	@Override
	public String visible(String column) {
		return this.visibility.condition(column);
	}

	@Override
	@Transactional(readOnly = true)
	public Set<UUID> files(UUID id) {
		Set<UUID> files = new LinkedHashSet<>(
				this.jdbc.sql("select f.id from (" + PersonStore.FILES + ") f where " + visible("f.id"))
					.param(id)
					.query(UUID.class)
					.list());
		if (!files.contains(id)) {
			throw Visibility.notFound();
		}
		return files;
	}

	@Override
	@Transactional(readOnly = true)
	public KnownPeople known(Collection<UUID> ids, Instant knownAt) {
		Map<UUID, String> ended = new HashMap<>();
		this.jdbc
			.sql("select id, erased_at is not null as erased from applicant where id = any(?)"
					+ " and (erased_at is not null or merged_at <= ?)")
			.params(ids.toArray(UUID[]::new), PersonStore.time(knownAt))
			.query((row) -> {
				ended.put(row.getObject("id", UUID.class), row.getBoolean("erased") ? "ERASED" : "MERGED");
			});
		Map<UUID, KnownApplicant> people = new HashMap<>();
		Map<UUID, String> broken = new HashMap<>();
		List<UUID> open = ids.stream().filter((id) -> !ended.containsKey(id)).toList();
		ApplicantReader reading = this.readings.today();
		this.store.onFile(open).forEach((id, onFile) -> {
			try {
				KnownRecords person = KnownRecords.read(id, onFile, knownAt, reading);
				if (person != null) {
					people.put(id, person);
				}
			}
			catch (InvalidInput fault) {
				broken.put(id, String.valueOf(fault.getMessage()));
			}
		});
		return new KnownPeople(people, broken, ended);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, ShownPerson> shown(Collection<UUID> ids) {
		Map<UUID, ShownPerson> shown = new HashMap<>();
		if (ids.isEmpty()) {
			return shown;
		}
		this.store.fileNumbers(ids).forEach((id, number) -> shown.put(id, new ShownPerson(number.toString(), null)));
		LocalDate today = this.readings.today().today();
		this.store.histories(ids, true).forEach((id, history) -> {
			String residentId = history.isEmpty() ? null
					: Masking.masked(history.on(today), Set.of(), history.layout())
						.path(history.subject().id())
						.asString(null);
			shown.computeIfPresent(id, (person, known) -> new ShownPerson(known.fileNumber(), residentId));
		});
		return shown;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<UUID> numbered(String text) {
		try {
			return this.store.filed(FileNumber.read(text));
		}
		catch (FileNumber.Misread ex) {
			return Optional.empty();
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isRecorded(String path) {
		return this.store.isRecorded(path);
	}

	@Override
	public long countBelow(String regionPrefix) {
		return this.store.countBelow(regionPrefix);
	}

	private KnownApplicant known(UUID id, History history, Instant knownAt) {
		return KnownRecords.read(id, history, knownAt, this.readings.today());
	}

}
