package org.huiling.applicant.register.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.applicant.identity.FileNumber;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of people. */
@Repository
public class PersonStore {

	public static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	/** A file, and those merged into it, into one of these, and so on. */
	public static final String FILES = "with recursive file (id) as (select a.id from applicant a where a.id = ? union"
			+ " select a.id from applicant a join file f on a.merged_into = f.id) select id from file";

	private final JdbcClient jdbc;

	private final SealedIdentity identity;

	private final DictionaryInForce dictionary;

	public PersonStore(JdbcClient jdbc, SealedIdentity identity, DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.jdbc = jdbc;
		this.identity = identity;
	}

	/** A person that a condition lets see; locked if it is to be written. */
	public Optional<PersonRow> find(UUID id, String condition, boolean locked) {
		return this.jdbc
			.sql("select a.* from applicant a where a.id = ? and " + condition + (locked ? " for update of a" : ""))
			.param(id)
			.query((row, number) -> person(row))
			.optional();
	}

	/** The file of a number. */
	public Optional<UUID> filed(FileNumber number) {
		return this.jdbc.sql("select id from applicant where file_number = ?")
			.param(number.count())
			.query(UUID.class)
			.optional();
	}

	/** Who has a resident id now. */
	public Optional<UUID> holder(byte[] residentHash, String condition) {
		return this.jdbc.sql("select a.id from applicant a where a.resident_hash = ? and " + condition)
			.param(residentHash)
			.query(UUID.class)
			.optional();
	}

	/** Whom a file is about. */
	public Subject subject(UUID id) {
		return Subject.valueOf(
				this.jdbc.sql("select subject from applicant where id = ?").param(id).query(String.class).single());
	}

	/**
	 * A new file. @return empty if somebody has the resident id or credit code already
	 */
	public Optional<PersonRow> insert(UUID id, Subject subject, PersonHashes.Hashes hashes) {
		return this.jdbc
			.sql("insert into applicant (id, revision, resident_hash, name_hash, surname_hash, given_hash, part_hashes,"
					+ " person_hash, subject) values (?, 1, ?, ?, ?, ?, ?, ?, ?) on conflict (resident_hash) do nothing returning *")
			.params(listOf(id, hashes.resident(), hashes.name(), hashes.surname(), hashes.given(), hashes.parts(),
					hashes.person(), subject.name()))
			.query((row, number) -> person(row))
			.optional();
	}

	/** One record more, and what is known last. @return false as above */
	public boolean update(UUID id, int records, PersonHashes.Hashes hashes) {
		if (hashes.resident() != null && this.jdbc.sql("select 1 from applicant where resident_hash = ? and id <> ?")
			.params(hashes.resident(), id)
			.query(Integer.class)
			.optional()
			.isPresent()) {
			return false;
		}
		return this.jdbc
			.sql("update applicant set revision = revision + ?, resident_hash = ?, name_hash = ?, surname_hash = ?,"
					+ " given_hash = ?, part_hashes = ?, person_hash = ? where id = ?")
			.params(listOf(records, hashes.resident(), hashes.name(), hashes.surname(), hashes.given(), hashes.parts(),
					hashes.person(), id))
			.update() == 1;
	}

	/** More records of people who are found by the same as before. */
	public void grow(List<UUID> people, List<Integer> records) {
		if (people.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("update applicant a set revision = a.revision + g.records"
					+ " from unnest(cast(? as uuid[]), cast(? as integer[])) as g (id, records) where a.id = g.id")
			.params(people.toArray(UUID[]::new), records.toArray(Integer[]::new))
			.update();
	}

	public void insert(UUID person, StoredRecord record) {
		this.jdbc
			.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, reason, corrects,"
					+ " facts, identity) values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)")
			.params(listOf(person, record.id(), Date.valueOf(record.validFrom()), time(record.recordedAt()),
					record.recordedBy(), record.reason(), record.corrects(),
					MAPPER.writeValueAsString(this.identity.without(record.facts())),
					this.identity.seal(record.id(), record.facts())))
			.update();
	}

	public void addRegions(UUID person, Collection<String> regions) {
		for (String region : regions) {
			this.jdbc.sql("insert into applicant_region (applicant, region) values (?, ?) on conflict do nothing")
				.params(person, region)
				.update();
		}
	}

	/** The regions that facts name. */
	public static Set<String> regions(JsonNode facts) {
		Set<String> regions = new TreeSet<>();
		RecordLayout.subject(facts).regions().forEach((path) -> {
			JsonNode region = facts.at("/" + path.replace('.', '/'));
			if (region.isString()) {
				regions.add(region.stringValue());
			}
		});
		return regions;
	}

	/** Everything recorded about some people, with what identifies them or without. */
	public Map<UUID, History> histories(Collection<UUID> people, boolean identified) {
		RecordLayout layout = layout();
		Map<UUID, History> histories = new LinkedHashMap<>();
		records(people, identified, (row) -> record(row, identified))
			.forEach((person, list) -> histories.put(person, History.of(list, layout)));
		return histories;
	}

	/**
	 * Everything recorded about some people, without what identifies them, to be read by
	 * whoever needs it.
	 */
	public Map<UUID, OnFile> onFile(Collection<UUID> people) {
		RecordLayout layout = layout();
		Map<UUID, OnFile> onFile = new LinkedHashMap<>();
		records(people, false, PersonStore::row)
			.forEach((person, list) -> onFile.put(person, new OnFile(list, layout)));
		return onFile;
	}

	private <R> Map<UUID, List<R>> records(Collection<UUID> people, boolean identified, OfRow<R> as) {
		Map<UUID, List<R>> records = new LinkedHashMap<>();
		people.forEach((person) -> records.put(person, new ArrayList<>(1)));
		this.jdbc
			.sql("select applicant, id, valid_from, recorded_at, recorded_by, reason, corrects, facts"
					+ (identified ? ", identity" : "") + " from applicant_record where applicant = any(?)")
			.param(people.toArray(UUID[]::new))
			.query((row) -> {
				records.computeIfAbsent(row.getObject("applicant", UUID.class), (person) -> new ArrayList<>(1))
					.add(as.of(row));
			});
		return records;
	}

	/** What is made of a row. */
	@FunctionalInterface
	private interface OfRow<R> {

		R of(ResultSet row) throws SQLException;

	}

	/** Whether any record tells a fact; what is sealed counts as told. */
	public boolean isRecorded(String path) {
		String top = path.split("[.\\[]", 2)[0];
		if (this.dictionary.current().sealed().contains(top)) {
			return this.jdbc.sql("select exists (select from applicant_record)").query(Boolean.class).single();
		}
		// names are those of the dictionary: letters and digits
		return this.jdbc
			.sql("select exists (select from applicant_record where jsonb_path_exists(facts, cast(? as jsonpath)))")
			.param("$." + path.replace("[]", "[*]"))
			.query(Boolean.class)
			.single();
	}

	private RecordLayout layout() {
		return new RecordLayout(this.dictionary.current());
	}

	public History history(UUID person, boolean identified) {
		return histories(List.of(person), identified).getOrDefault(person, History.of(List.of(), layout()));
	}

	/** The numbers of files, also of those that ended. */
	public Map<UUID, FileNumber> fileNumbers(Collection<UUID> people) {
		Map<UUID, FileNumber> numbers = new HashMap<>();
		this.jdbc.sql("select id, file_number from applicant where id = any(?)")
			.param(people.toArray(UUID[]::new))
			.query((row) -> {
				numbers.put(row.getObject("id", UUID.class), new FileNumber(row.getLong("file_number")));
			});
		return numbers;
	}

	public void endByMerge(UUID duplicate, UUID into, Instant at) {
		this.jdbc.sql("update applicant set merged_into = ?, merged_at = ? where id = ?")
			.params(into, time(at), duplicate)
			.update();
	}

	public void freeHashes(UUID person) {
		this.jdbc
			.sql("update applicant set resident_hash = null, name_hash = null, surname_hash = null, given_hash = null,"
					+ " part_hashes = null, person_hash = null where id = ?")
			.param(person)
			.update();
	}

	public void copyRegions(UUID from, UUID to) {
		this.jdbc
			.sql("insert into applicant_region (applicant, region) select ?, region from applicant_region"
					+ " where applicant = ? on conflict do nothing")
			.params(to, from)
			.update();
	}

	/** Everything but the id, the regions for the trail's sake, and that it was so. */
	public void erase(UUID person, Instant at) {
		this.jdbc.sql("update applicant set erased_at = ? where id = ?").params(time(at), person).update();
		freeHashes(person);
		this.jdbc.sql("delete from applicant_record where applicant = ?").param(person).update();
		this.jdbc.sql(
				"delete from applicant_note_strike where note in (select n.id from applicant_note n where n.applicant = ?)")
			.param(person)
			.update();
		this.jdbc.sql("delete from applicant_note where applicant = ?").param(person).update();
	}

	/** A file, and those that were merged into it, into one of these, and so on. */
	public Set<UUID> files(UUID person) {
		return new LinkedHashSet<>(this.jdbc.sql(FILES).param(person).query(UUID.class).list());
	}

	/**
	 * Files with where they lie and where they came from, in the order of their numbers.
	 */
	public <F> List<F> filed(Collection<UUID> files, FiledAs<F> as) {
		return this.jdbc.sql(
				"select a.*, array(select g.region from applicant_region g where g.applicant = a.id order by 1) as regions"
						+ " from applicant a where a.id = any(?) order by a.file_number")
			.param(files.toArray(UUID[]::new))
			.query((row, number) -> as.of(person(row), List.of((String[]) row.getArray("regions").getArray()),
					row.getObject("import_run", UUID.class)))
			.list();
	}

	/** What is made of a file, of where it lies and of the import that brought it. */
	public interface FiledAs<F> {

		F of(PersonRow row, List<String> regions, @Nullable UUID importRun);

	}

	/** People whose names were hashed as a whole only, locked, in the order of ids. */
	List<UUID> toBeHashed(UUID after, int most) {
		return this.jdbc
			.sql("select id from applicant where name_hash is not null and person_hash is null and id > ?"
					+ " order by id limit ? for update skip locked")
			.params(after, most)
			.query(UUID.class)
			.list();
	}

	/** People who are found by anything, in the order of ids. */
	public List<UUID> hashed(UUID after, int most) {
		return this.jdbc
			.sql("select id from applicant where (resident_hash is not null or name_hash is not null) and id > ?"
					+ " order by id limit ?")
			.params(after, most)
			.query(UUID.class)
			.list();
	}

	boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from applicant)").query(Boolean.class).single();
	}

	private StoredRecord record(ResultSet row, boolean identified) throws SQLException {
		StoredRecord record = row(row).read();
		return identified ? record.with(this.identity.open(record.id(), record.facts(), row.getBytes("identity")))
				: record;
	}

	private static OnFile.Row row(ResultSet row) throws SQLException {
		return new OnFile.Row(row.getObject("id", UUID.class), row.getObject("valid_from", LocalDate.class),
				instant(row, "recorded_at"), row.getString("recorded_by"), row.getString("reason"),
				row.getObject("corrects", UUID.class), row.getString("facts"));
	}

	private static PersonRow person(ResultSet row) throws SQLException {
		return new PersonRow(row.getObject("id", UUID.class), new FileNumber(row.getLong("file_number")),
				row.getInt("revision"), row.getObject("merged_into", UUID.class), instantOrNull(row, "merged_at"),
				instantOrNull(row, "erased_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	public static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static List<@Nullable Object> listOf(@Nullable Object... values) {
		return new ArrayList<>(Arrays.asList(values));
	}

	/** How many people who are on file have a region below a prefix. */
	public long countBelow(String regionPrefix) {
		return this.jdbc.sql("""
				select count(*) from applicant a where a.merged_into is null and a.erased_at is null
				and exists (select from applicant_region r where r.applicant = a.id and r.region like ? || '%')""")
			.param(regionPrefix)
			.query(Long.class)
			.single();
	}

}
