package org.huiling.audit.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Adds to the chain. */
@Repository
public class AuditStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final ChainKey key;

	private final Clock clock;

	public AuditStore(JdbcClient jdbc, JdbcTemplate batches, ChainKey key, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Adds events within the caller's transaction. From here to the commit nobody else
	 * can add any, so that the chain's order is that of the commits.
	 * @param entries in the order in which they happened
	 * @return the number of the last
	 */
	public long append(List<AuditEntry> entries) {
		End end = this.jdbc
			.sql("select last, hash, (select max(id) from audit_event) as highest from audit_head for update")
			.query((row, number) -> new End(Math.max(row.getLong("last"), row.getLong("highest")),
					HexFormat.of().formatHex(row.getBytes("hash"))))
			.single();
		long id = end.last;
		String hash = end.hash;
		List<Object[]> rows = new ArrayList<>(entries.size());
		for (AuditEntry entry : entries) {
			id++;
			hash = add(rows, id, entry, hash);
		}
		this.batches.batchUpdate("""
				insert into audit_event (id, at, done_by, action, subject, details, previous, hash)
				values (?, ?, ?, ?, ?, ?::json, ?, ?)""", rows);
		this.jdbc.sql("update audit_head set last = ?, hash = ?, seal = ?")
			.params(id, bytes(hash), bytes(this.key.seal(id, hash)))
			.update();
		return id;
	}

	/**
	 * Adds events after the caller's transaction was undone, by the connection that it
	 * still holds: whoever waited for a second one while all of them are held would wait
	 * for others who do the same.
	 * @param entries in the order in which they happened
	 * @return the number of the last
	 * @throws SQLException if they cannot be committed
	 */
	public long appendUndone(List<AuditEntry> entries) throws SQLException {
		DataSource connections = Objects.requireNonNull(this.batches.getDataSource());
		Connection held = DataSourceUtils.getConnection(connections);
		try {
			long last = append(entries);
			held.commit();
			return last;
		}
		catch (SQLException | RuntimeException ex) {
			held.rollback();
			throw ex;
		}
		finally {
			DataSourceUtils.releaseConnection(held, connections);
		}
	}

	private String add(List<Object[]> rows, long id, AuditEntry entry, String previous) {
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		String hash = this.key.rowHash(id, at, entry, previous);
		rows.add(new Object[] { id, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), entry.by(), entry.action(),
				entry.subject(), entry.details(), bytes(previous), bytes(hash) });
		return hash;
	}

	private static byte[] bytes(String digits) {
		return HexFormat.of().parseHex(digits);
	}

	/**
	 * Where the chain goes on.
	 *
	 * @param last the highest number in use, be it of a row that is not ours
	 * @param hash the last row's
	 */
	private record End(long last, String hash) {
	}

}
