package org.huiling.protection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.protection.SealedRows.SealedColumn;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** When the ring was turned everything is sealed anew before the old key may go. */
@HuilingTest
class ResealingIntegrationTests {

	private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ObjectProvider<SealedRows> rows;

	@Autowired
	PlatformTransactionManager transactions;

	private final Seal old = TestKeys.seal("old");

	/** Each with the place that whoever keeps it seals it for. */
	private final Map<String, String> places = new TreeMap<>();

	@Test
	void everythingIsSealedAnewBeforeTheOldKeyMayGo() {
		insertAll();
		KeyRing turned = TestKeys.ring("new", "old");
		KeyCheck check = new KeyCheck(this.jdbc);
		this.jdbc.sql("delete from key_check").update();
		check.run(TestKeys.ring("old"));
		check.run(turned);
		new Resealing(this.rows, new Seal(turned), new Keys(turned, check), this.jdbc, this.transactions).run();

		Seal after = TestKeys.seal("new");
		this.places.forEach((column, place) -> {
			String[] named = column.split(" ");
			byte[] sealed = this.jdbc.sql("select " + named[1] + " from " + named[0]).query(byte[].class).single();
			assertThat(new String(after.open(sealed, place), StandardCharsets.UTF_8)).isEqualTo(column);
		});
		check.run(TestKeys.ring("new"));
	}

	@Test
	void everyTableWithSealedTextIsKnown() {
		List<String> known = this.rows.stream()
			.map(SealedRows::sealedColumn)
			.map((column) -> column.table() + " " + column.name())
			.sorted()
			.toList();
		insertAll();
		assertThat(known).isEqualTo(List.copyOf(this.places.keySet()));
		for (SealedRows each : this.rows) {
			SealedColumn column = each.sealedColumn();
			assertThat(
					this.jdbc.sql("select " + column.place() + " from " + column.table()).query(String.class).single())
				.isEqualTo(this.places.get(column.table() + " " + column.name()));
		}
	}

	private void insertAll() {
		forget();
		insert("insert into applicant (id, revision) values (?, 1)");
		sealed("applicant_record", "identity", "applicant_record " + ID,
				"""
						insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, reason, facts, identity)
						values (?, '%s', '2013-01-01', now(), 'x', 'x', '{}', ?)"""
					.formatted(ID));
		sealed("applicant_note", "text", "applicant_note " + ID, """
				insert into applicant_note (id, applicant, text, written_by, written_at)
				values (?, '%s', ?, 'x', now())""".formatted(ID));
		sealed("applicant_note_strike", "reason", "applicant_note_strike " + ID,
				"insert into applicant_note_strike (note, reason, struck_by, struck_at) values (?, ?, 'x', now())");
		sealed("task", "person", "task " + ID, """
				insert into task (id, kind, person, jurisdiction, region, because, arguments, proposes, source, key)
				values (?, 'UNCLEAR', ?, 'x', '379901', 'x', '{}', '{}', 'x', 'x')""");
		insert("""
				insert into cross_check (id, kind, jurisdiction, as_of, state, accepted, refused, ignored_columns,
				ordered_by, kept_until) values (?, 'DEATHS', 'x', '2013-01-01', 'COMPLETED', 1, 0, '{}', 'x', '2999-01-01')""");
		sealed("cross_check_line", "said", "cross_check " + ID + " 7",
				"insert into cross_check_line (cross_check, line, said) values (?, 7, ?)");
		insert("insert into applicant_import (id, account, format, dry_run) values (?, 'x', 'CSV', false)");
		sealed("applicant_import_line", "content", "applicant_import_line " + ID + " 7", """
				insert into applicant_import_line (run, line, number, field, code, severity, arguments, content)
				values (?, 7, 1, 'x', 'x', 'ERROR', '[]', ?)""");
		sealed("applicant_import_change", "content", "applicant_import_change " + ID + " 7", """
				insert into applicant_import_change (run, line, applicant, begins, content)
				values (?, 7, '%s', false, ?)""".formatted(ID));
		sealed("idempotent_request", "body", "idempotent_request 0a1b", """
				insert into idempotent_request (account, key_hash, request_hash, body)
				values (?, '\\x0a1b', '\\x0a', ?)""");
	}

	private void forget() {
		for (String table : List.of("idempotent_request", "applicant_import_change", "applicant_import_line",
				"applicant_import", "cross_check_line", "cross_check", "task")) {
			this.jdbc.sql("delete from " + table).update();
		}
		for (String kept : List.of("applicant_note_strike", "applicant_note", "applicant_record")) {
			this.jdbc.sql("alter table " + kept + " disable trigger user").update();
			this.jdbc.sql("delete from " + kept).update();
			this.jdbc.sql("alter table " + kept + " enable trigger user").update();
		}
		this.jdbc.sql("delete from applicant").update();
	}

	private void insert(String sql) {
		this.jdbc.sql(sql).param(ID).update();
	}

	private void sealed(String table, String column, String place, String sql) {
		String name = table + " " + column;
		this.places.put(name, place);
		byte[] sealed = this.old.seal(name.getBytes(StandardCharsets.UTF_8), place);
		this.jdbc.sql(sql).params(table.equals("idempotent_request") ? ID.toString() : ID, sealed).update();
	}

}
