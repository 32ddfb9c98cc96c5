package org.huiling.applicant.register.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.paging.Paging;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.huiling.storage.BinaryCopy;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What lists would record that are only looked at: a later line about the same person is
 * judged as it will be, and what would change can be shown. Sealed, and kept for a day.
 */
@Repository
class PlannedRecords implements SealedRows {

	private final JdbcClient jdbc;

	private final Seal seal;

	private final DataSource dataSource;

	private final DictionaryInForce dictionary;

	PlannedRecords(JdbcClient jdbc, Seal seal, DataSource dataSource, DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.jdbc = jdbc;
		this.seal = seal;
		this.dataSource = dataSource;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("applicant_import_change", "content",
				"'applicant_import_change ' || run || ' ' || line");
	}

	void keep(UUID run, List<PlannedRecord> records) {
		if (records.isEmpty()) {
			return;
		}
		BinaryCopy rows = new BinaryCopy(
				"applicant_import_change (run, line, applicant, resident_hash, begins, content)", 6);
		records.forEach((one) -> rows.row()
			.uuid(run)
			.number(one.line())
			.uuid(one.applicant())
			.bytes(one.residentHash())
			.bytes(new byte[] { (byte) (one.begins() ? 1 : 0) })
			.bytes(this.seal.seal(PersonStore.MAPPER.writeValueAsBytes(one.content()), place(run, one.line()))));
		rows.send(this.dataSource);
	}

	/** Who would have some resident ids by then. */
	List<UUID> holders(UUID run, byte[][] residentHashes) {
		return this.jdbc.sql("select applicant from applicant_import_change where run = ? and resident_hash = any(?)")
			.params(run, residentHashes)
			.query(UUID.class)
			.list();
	}

	/** Adds what earlier lines of the list would record to what is on file. */
	void show(UUID run, Collection<UUID> people, OpenFiles files) {
		RecordLayout layout = new RecordLayout(this.dictionary.current());
		this.jdbc.sql("select * from applicant_import_change where run = ? and applicant = any(?) order by line")
			.params(run, people.toArray(UUID[]::new))
			.query((row) -> {
				PlannedRecord planned = planned(run, row);
				OpenFile file = files.find(planned.applicant());
				if (file != null) {
					file.show(record(planned.content()));
				}
				else if (planned.begins()) {
					files.add(new OpenFile(planned.applicant(), null,
							History.of(List.of(record(planned.content())), layout)));
				}
				byte[] hash = planned.residentHash();
				if (hash != null) {
					files.holds(hash, planned.applicant());
				}
			});
	}

	/** What would change of people on file, in the order of the lines. */
	List<PlannedRecord> page(UUID run, Paging paging) {
		return this.jdbc
			.sql("select * from applicant_import_change where run = ? and not begins order by line limit ? offset ?")
			.params(run, paging.size(), paging.offset())
			.query((row, number) -> planned(run, row))
			.list();
	}

	/** What was planned before a moment. */
	void forget(Instant before) {
		this.jdbc
			.sql("delete from applicant_import_change where run in (select id from applicant_import"
					+ " where dry_run and started_at < ?)")
			.param(PersonStore.time(before))
			.update();
	}

	/** The record as it is kept in a plan. */
	static ObjectNode content(StoredRecord record) {
		ObjectNode content = PersonStore.MAPPER.createObjectNode();
		content.put("id", record.id().toString());
		content.put("validFrom", record.validFrom().toString());
		content.put("recordedBy", record.recordedBy());
		content.set("facts", record.facts());
		return content;
	}

	private static StoredRecord record(ObjectNode content) {
		return new StoredRecord(UUID.fromString(content.path("id").asString()),
				LocalDate.parse(content.path("validFrom").asString()), Instant.EPOCH,
				content.path("recordedBy").asString(), null, null, (ObjectNode) content.get("facts"));
	}

	private PlannedRecord planned(UUID run, ResultSet row) throws SQLException {
		long line = row.getLong("line");
		byte[] content = this.seal.open(row.getBytes("content"), place(run, line));
		return new PlannedRecord(line, row.getObject("applicant", UUID.class), row.getBytes("resident_hash"),
				row.getBoolean("begins"), (ObjectNode) PersonStore.MAPPER.readTree(content));
	}

	private static String place(UUID run, long line) {
		return "applicant_import_change " + run + " " + line;
	}

}
