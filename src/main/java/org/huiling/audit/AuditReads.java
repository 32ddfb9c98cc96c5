package org.huiling.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.huiling.audit.chain.AuditEntry;
import org.huiling.audit.chain.AuditRow;
import org.huiling.audit.chain.ChainEnd;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the chain. */
@Repository
class AuditReads {

	/** As the index on it is written. */
	private static final String NAMED = "(details::jsonb -> '" + AuditTrail.PEOPLE + "')";

	private static final int ROWS_AT_ONCE = 1000;

	private final JdbcTemplate jdbc;

	private final JdbcClient client;

	AuditReads(DataSource database) {
		this.jdbc = new JdbcTemplate(database);
		this.jdbc.setFetchSize(ROWS_AT_ONCE);
		this.client = JdbcClient.create(this.jdbc);
	}

	/**
	 * One page of events.
	 * @param wanted which ones
	 * @param paging which page
	 * @return the newest first
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Listing<AuditRow> page(EventQuery wanted, Paging paging) {
		List<Object> parameters = new ArrayList<>();
		String where = where(wanted, parameters);
		long total = this.client.sql("select count(*) from audit_event" + where)
			.params(parameters)
			.query(Long.class)
			.single();
		parameters.addAll(List.of(paging.size(), paging.offset()));
		List<AuditRow> rows = this.client
			.sql("select * from audit_event" + where + " order by id desc limit ? offset ?")
			.params(parameters)
			.query((row, number) -> row(row))
			.list();
		return Listing.of(rows, paging, total);
	}

	/**
	 * Reads events as they stood at one instant, a part at a time.
	 * @param wanted which ones
	 * @param each takes them, the newest first
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public void each(EventQuery wanted, Consumer<AuditRow> each) {
		List<Object> parameters = new ArrayList<>();
		String where = where(wanted, parameters);
		this.jdbc.query("select * from audit_event" + where + " order by id desc",
				(ResultSet row) -> each.accept(row(row)), parameters.toArray());
	}

	/**
	 * Reads the whole chain as it stood at one instant, a part at a time.
	 * @param each takes the rows by number
	 * @return the chain's end as stored
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public List<ChainEnd> walk(Consumer<AuditRow> each) {
		List<ChainEnd> heads = ChainEnd.in(this.client);
		this.jdbc.query("select * from audit_event order by id", (ResultSet row) -> each.accept(row(row)));
		return heads;
	}

	private static String where(EventQuery wanted, List<Object> parameters) {
		List<String> conditions = new ArrayList<>();
		if (!wanted.subjects().isEmpty()) {
			conditions.add(about(wanted, parameters));
		}
		if (!wanted.without().isEmpty()) {
			conditions.add("action <> all(?)");
			parameters.add(wanted.without().toArray(String[]::new));
		}
		any("done_by", wanted.by(), conditions, parameters);
		any("action", wanted.actions(), conditions, parameters);
		if (wanted.from() != null) {
			conditions.add("at >= ?");
			parameters.add(OffsetDateTime.ofInstant(wanted.from(), ZoneOffset.UTC));
		}
		if (wanted.before() != null) {
			conditions.add("at < ?");
			parameters.add(OffsetDateTime.ofInstant(wanted.before(), ZoneOffset.UTC));
		}
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	private static void any(String column, List<String> values, List<String> conditions, List<Object> parameters) {
		if (!values.isEmpty()) {
			conditions.add(column + " = any(?)");
			parameters.add(values.toArray(String[]::new));
		}
	}

	/**
	 * What has one of the subjects, names one of them among others, or is about a group
	 * as a whole. Each of the three has its index.
	 */
	private static String about(EventQuery wanted, List<Object> parameters) {
		StringBuilder about = new StringBuilder("(subject = any(?)");
		parameters.add(wanted.subjects().toArray(String[]::new));
		for (String subject : wanted.subjects()) {
			about.append(" or ").append(NAMED).append(" @> jsonb_build_array(?::text)");
			parameters.add(subject);
		}
		if (!wanted.groups().isEmpty()) {
			about.append(" or (subject = any(?) and ").append(NAMED).append(" is null)");
			parameters.add(wanted.groups().toArray(String[]::new));
		}
		return about.append(')').toString();
	}

	private static AuditRow row(ResultSet row) throws SQLException {
		AuditEntry entry = new AuditEntry(row.getString("done_by"), row.getString("action"), row.getString("subject"),
				row.getString("details"));
		return new AuditRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), entry,
				digits(row, "previous"), digits(row, "hash"));
	}

	private static String digits(ResultSet row, String column) throws SQLException {
		return HexFormat.of().formatHex(row.getBytes(column));
	}

}
