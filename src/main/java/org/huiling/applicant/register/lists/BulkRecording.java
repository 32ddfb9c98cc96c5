package org.huiling.applicant.register.lists;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.account.RegionScope;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.recording.PartialRecord;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.SealedIdentity;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.storage.BinaryCopy;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins the files of many people at once, by COPY. */
@Component
public class BulkRecording {

	private final PersonHashes hashes;

	private final SealedIdentity identity;

	private final DictionaryInForce dictionary;

	private final RecordedTime time;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	BulkRecording(PersonHashes hashes, SealedIdentity identity, RecordedTime time, JdbcClient jdbc,
			DataSource dataSource, DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.hashes = hashes;
		this.identity = identity;
		this.time = time;
		this.jdbc = jdbc;
		this.dataSource = dataSource;
	}

	/**
	 * Who has a resident id already.
	 *
	 * @param person the person's id
	 * @param visible whether the caller sees them
	 * @param line the line of the same import that brought them, null if it was none
	 */
	public record Holder(UUID person, boolean visible, @Nullable Long line) {

		/** Whether it is nothing that the caller may be told without being counted. */
		public boolean isElsewhere() {
			return !this.visible && this.line == null;
		}

	}

	/**
	 * Makes a person ready: hashes and seals.
	 * @param line the line of the file
	 * @param given the applicant as given
	 * @param read the applicant as read
	 * @param validFrom the day from which the record holds; null for the birth date
	 * @param own the regions of whoever imports
	 * @return the newcomer
	 * @throws org.huiling.problem.InvalidInput 403 if the person lies outside of them
	 */
	public Newcomer prepare(long line, ObjectNode given, ReadApplicant read, @Nullable LocalDate validFrom,
			RegionScope own) {
		ObjectNode facts = PartialRecord.of(given, read).facts();
		UUID record = TimeOrderedId.next();
		return new Newcomer(line, TimeOrderedId.next(), record, read.record().subject(), this.hashes.of(facts),
				(validFrom != null) ? validFrom : read.record().birthDate(),
				PersonStore.MAPPER.writeValueAsBytes(this.identity.without(facts)), this.identity.seal(record, facts),
				Visibility.regionsOf(own, read.record().subject(), PersonStore.regions(facts)));
	}

	/**
	 * Finds whose resident id is on file.
	 * @param newcomers some people
	 * @param run the import
	 * @param own the regions of whoever imports
	 * @return by the id of the newcomer; those who may be written are not there
	 */
	public Map<UUID, Holder> onFile(List<Newcomer> newcomers, UUID run, RegionScope own) {
		byte[][] asked = newcomers.stream()
			.map(Newcomer::residentHash)
			.filter((hash) -> hash != null)
			.toArray(byte[][]::new);
		String visible = own.isEverywhere() ? "true"
				: "exists (select from applicant_region g where g.applicant = a.id and " + own.condition("g.region")
						+ ")";
		Map<String, Holder> holders = new HashMap<>();
		this.jdbc
			.sql("select a.resident_hash, a.id, a.import_run, a.import_line, " + visible
					+ " as visible from applicant a where a.resident_hash = any(?)")
			.param(asked)
			.query((row) -> {
				boolean same = run.equals(row.getObject("import_run", UUID.class));
				holders.put(key(row.getBytes("resident_hash")), new Holder(row.getObject("id", UUID.class),
						row.getBoolean("visible"), same ? row.getLong("import_line") : null));
			});
		Map<UUID, Holder> onFile = new HashMap<>();
		newcomers.forEach((newcomer) -> {
			byte[] hash = newcomer.residentHash();
			Holder holder = (hash != null) ? holders.get(key(hash)) : null;
			if (holder != null) {
				onFile.put(newcomer.id(), holder);
			}
		});
		return onFile;
	}

	/**
	 * Writes people of whom none is on file.
	 * @param newcomers the people
	 * @param run the import
	 * @param by the account
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(List<Newcomer> newcomers, UUID run, String by) {
		if (newcomers.isEmpty()) {
			return;
		}
		begin(newcomers, run);
		record(newcomers, by, this.time.stamp());
	}

	/** Writes people, without the records that must follow. */
	void begin(List<Newcomer> newcomers, UUID run) {
		people(newcomers, run).send(this.dataSource);
		regions(newcomers).send(this.dataSource);
	}

	/** Writes their first records. */
	void record(List<Newcomer> newcomers, String by, Instant at) {
		records(newcomers, by, at).send(this.dataSource);
	}

	/** What is known of a newcomer. */
	History history(Newcomer newcomer, String by) {
		ObjectNode facts = (ObjectNode) PersonStore.MAPPER.readTree(newcomer.facts());
		return History.of(
				List.of(new StoredRecord(newcomer.record(), newcomer.validFrom(), Instant.EPOCH, by, null, null,
						this.identity.open(newcomer.record(), facts, newcomer.identity()))),
				new RecordLayout(this.dictionary.current()));
	}

	private static BinaryCopy people(List<Newcomer> newcomers, UUID run) {
		BinaryCopy rows = new BinaryCopy(
				"applicant (id, revision, resident_hash, name_hash, surname_hash, given_hash, part_hashes, person_hash,"
						+ " import_run, import_line, subject)",
				11);
		newcomers.forEach((one) -> rows.row()
			.uuid(one.id())
			.integer(1)
			.bytes(one.hashes().resident())
			.bytes(one.hashes().name())
			.bytes(one.hashes().surname())
			.bytes(one.hashes().given())
			.arrays(one.hashes().parts())
			.bytes(one.hashes().person())
			.uuid(run)
			.number(one.line())
			.text(one.subject().name()));
		return rows;
	}

	private static BinaryCopy regions(List<Newcomer> newcomers) {
		BinaryCopy rows = new BinaryCopy("applicant_region (applicant, region)", 2);
		newcomers.forEach((one) -> one.regions().forEach((region) -> rows.row().uuid(one.id()).text(region)));
		return rows;
	}

	private static BinaryCopy records(List<Newcomer> newcomers, String by, Instant at) {
		BinaryCopy rows = new BinaryCopy(
				"applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts, identity)", 7);
		newcomers.forEach((one) -> rows.row()
			.uuid(one.id())
			.uuid(one.record())
			.date(one.validFrom())
			.instant(at)
			.text(by)
			.jsonb(one.facts())
			.bytes(one.identity()));
		return rows;
	}

	private static String key(byte[] hash) {
		return new String(hash, StandardCharsets.ISO_8859_1);
	}

}
