package org.huiling.applicant.imports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.protection.LookupHash;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of imports. */
@Repository
class ImportStore implements SealedRows {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final int FETCHED = 500;

	/** Without the line itself, which may be huge. */
	private static final String REMARK = "line, number, field, code, severity, arguments";

	/** With their lines, each of which may be huge. */
	private static final int FETCHED_WITH_TEXT = 4;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final LookupHash hash;

	private final Seal seal;

	ImportStore(JdbcClient jdbc, JdbcTemplate batches, LookupHash hash, Seal seal) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.hash = hash;
		this.seal = seal;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("applicant_import_line", "content", "'applicant_import_line ' || run || ' ' || line");
	}

	/** The import that a key began, if it did. */
	Optional<ImportRun> find(ImportOrder order) {
		return (order.key() == null) ? Optional.empty()
				: this.jdbc.sql("select * from applicant_import where account = ? and key_hash in (?, ?)")
					.params(order.by(), keyHash(order.key()), keyHashBefore(order.key()))
					.query((row, number) -> run(row))
					.optional();
	}

	/** Whether what a key began was asked for in the same way. */
	boolean isSame(UUID id, ImportOrder order) {
		return this.jdbc.sql("select parameters is null or parameters = ? from applicant_import where id = ?")
			.params(order.parameters(), id)
			.query(Boolean.class)
			.single();
	}

	Optional<ImportRun> find(UUID id, String account) {
		return this.jdbc.sql("select * from applicant_import where id = ? and account = ?")
			.params(id, account)
			.query((row, number) -> run(row))
			.optional();
	}

	ImportRun begin(ImportOrder order, UUID id, @Nullable String header) {
		this.jdbc
			.sql("insert into applicant_import (id, account, key_hash, format, mode, dry_run, header, parameters)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(listOf(id, order.by(), (order.key() != null) ? keyHash(order.key()) : null, order.format().name(),
					order.mode().name(), order.dryRun(), header, order.parameters()))
			.update();
		return new ImportRun(id, order.by(), order.format(), order.mode(), order.dryRun(), header, 0, null, 0, 0, 0, 0,
				0, false);
	}

	void advance(UUID run, long line, byte[] digest, Batch.Count count) {
		this.jdbc
			.sql("update applicant_import set line = ?, digest = ?, accepted = accepted + ?, updated = updated + ?,"
					+ " unchanged = unchanged + ?, refused = refused + ?, warnings = warnings + ? where id = ?")
			.params(line, digest, count.added(), count.updated(), count.unchanged(), count.refused(), count.warnings(),
					run)
			.update();
	}

	void complete(UUID run) {
		this.jdbc.sql("update applicant_import set completed = true where id = ?").param(run).update();
	}

	void note(UUID run, List<LineRemark> remarks) {
		if (remarks.isEmpty()) {
			return;
		}
		this.batches.batchUpdate(
				"insert into applicant_import_line (run, line, number, field, code, severity, arguments,"
						+ " content) values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)",
				remarks, remarks.size(), (statement, remark) -> {
					String text = remark.text();
					statement.setObject(1, run);
					statement.setLong(2, remark.line());
					statement.setInt(3, remark.number());
					statement.setString(4, remark.field());
					statement.setString(5, remark.code());
					statement.setString(6, remark.isError() ? "ERROR" : "WARNING");
					statement.setString(7, MAPPER.writeValueAsString(remark.arguments()));
					statement.setBytes(8, (text != null)
							? this.seal.seal(text.getBytes(StandardCharsets.UTF_8), place(run, remark.line())) : null);
				});
	}

	ImportRun read(UUID run) {
		return this.jdbc.sql("select * from applicant_import where id = ?")
			.param(run)
			.query((row, number) -> run(row))
			.single();
	}

	/** Whom the remarks say to be on file. */
	List<UUID> found(UUID run) {
		return this.jdbc
			.sql("select distinct arguments ->> 0 from applicant_import_line where run = ? and code = ? order by 1")
			.params(run, ImportFault.ON_FILE.name())
			.query(String.class)
			.list()
			.stream()
			.map(UUID::fromString)
			.toList();
	}

	/** The numbers of the files that the remarks say may be the same people's. */
	List<String> namesakes(UUID run) {
		return this.jdbc
			.sql("select distinct arguments ->> 0 from applicant_import_line where run = ? and code = ? order by 1")
			.params(run, Namesakes.CODE)
			.query(String.class)
			.list();
	}

	/** Every remark in the order of lines, a few at a time. */
	@Transactional(readOnly = true)
	public void remarks(UUID run, boolean withText, Consumer<LineRemark> each) {
		this.jdbc
			.sql("select " + REMARK + (withText ? ", content" : "")
					+ " from applicant_import_line where run = ? order by line, number")
			.param(run)
			.withFetchSize(withText ? FETCHED_WITH_TEXT : FETCHED)
			.query((row) -> {
				each.accept(remark(run, row, withText));
			});
	}

	/** The first remarks, without the lines themselves. */
	List<LineRemark> remarks(UUID run, int most) {
		return this.jdbc
			.sql("select " + REMARK + " from applicant_import_line where run = ? order by line, number limit ?")
			.params(run, most)
			.query((row, number) -> remark(run, row, false))
			.list();
	}

	private LineRemark remark(UUID run, ResultSet row, boolean withText) throws SQLException {
		List<Object> arguments = new ArrayList<>();
		for (JsonNode argument : MAPPER.readTree(row.getString("arguments"))) {
			arguments.add(argument.isInt() ? (Object) argument.intValue()
					: argument.isLong() ? (Object) argument.longValue() : argument.asString());
		}
		long line = row.getLong("line");
		byte[] content = withText ? row.getBytes("content") : null;
		return new LineRemark(line, row.getInt("number"), row.getString("field"), row.getString("code"),
				"ERROR".equals(row.getString("severity")), arguments, (content != null)
						? new String(this.seal.open(content, place(run, line)), StandardCharsets.UTF_8) : null);
	}

	private static ImportRun run(ResultSet row) throws SQLException {
		return new ImportRun(row.getObject("id", UUID.class), row.getString("account"),
				ImportOrder.Format.valueOf(row.getString("format")), ImportMode.valueOf(row.getString("mode")),
				row.getBoolean("dry_run"), row.getString("header"), row.getLong("line"), row.getBytes("digest"),
				row.getLong("accepted"), row.getLong("updated"), row.getLong("unchanged"), row.getLong("refused"),
				row.getLong("warnings"), row.getBoolean("completed"));
	}

	private byte[] keyHash(String key) {
		return this.hash.of("import key", key);
	}

	/** As it was while the look-up key before this one was in use. */
	private byte[] keyHashBefore(String key) {
		LookupHash before = this.hash.before();
		return (before != null) ? before.of("import key", key) : keyHash(key);
	}

	private static String place(UUID run, long line) {
		return "applicant_import_line " + run + " " + line;
	}

	private static List<@Nullable Object> listOf(@Nullable Object... values) {
		return new ArrayList<>(Arrays.asList(values));
	}

}
