package org.huiling.changefeed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what changed from the views that decisions and the audit trail offer. */
@Repository
class ChangeStore {

	private final JdbcClient jdbc;

	ChangeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Decisions after a cursor.
	 * @param until up to when all that was recorded is committed
	 * @param visible the condition that the user may see the person {@code d.applicant}
	 */
	List<Happened> decisions(Cursor after, Instant until, String visible, int most) {
		return this.jdbc
			.sql("select d.* from changed_decision d where (d.at, d.id) > (?, ?) and d.at <= ? and " + visible
					+ " order by d.at, d.id limit ?")
			.params(time(after.time()), after.decision(), time(until), most)
			.query((row, number) -> decision(row))
			.list();
	}

	private static Happened decision(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Instant at = instant(row);
		return new Happened(ChangeType.DECISION, row.getString("action"), id.toString(), at,
				row.getString("jurisdiction"), row.getString("program"), row.getString("period"),
				(cursor) -> cursor.afterDecision(at, id));
	}

	/**
	 * Publications and payments after a cursor.
	 * @param types which of the two
	 * @param jurisdictions whose payments the user may see
	 */
	List<Happened> events(Cursor after, Collection<ChangeType> types, Collection<String> jurisdictions, int most) {
		return this.jdbc
			.sql("select * from changed_by_event where event > ? and type = any(?)"
					+ " and (type <> 'PAYMENT' or jurisdiction = any(?)) order by event limit ?")
			.params(after.event(), types.stream().map(ChangeType::name).toArray(String[]::new),
					jurisdictions.toArray(String[]::new), most)
			.query((row, number) -> event(row))
			.list();
	}

	private static Happened event(ResultSet row) throws SQLException {
		long event = row.getLong("event");
		return new Happened(ChangeType.valueOf(row.getString("type")), row.getString("action"), row.getString("id"),
				instant(row), row.getString("jurisdiction"), row.getString("program"), row.getString("period"),
				(cursor) -> cursor.afterEvent(event));
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("at", OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
