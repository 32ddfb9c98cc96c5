package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.roster.Roster.Totals;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rosters as they are kept. */
@Repository
public class RosterStore {

	private static final String ROSTERS = "select *, (select j.currency from jurisdiction j"
			+ " where j.id = roster.jurisdiction) as currency";

	private final JdbcClient jdbc;

	RosterStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whatever changes rosters of a jurisdiction is done one after the other. */
	public void lock(String jurisdiction) {
		this.jdbc.sql("select pg_advisory_xact_lock(379901, hashtext(?))")
			.param("rosters of " + jurisdiction)
			.query()
			.singleRow();
	}

	/**
	 * Rosters are approved one after the other, whoever's they are: of two that pay the
	 * same the second sees the first.
	 */
	void lockApprovals() {
		this.jdbc.sql("select pg_advisory_xact_lock(379901, hashtext('approving rosters'))").query().singleRow();
	}

	/** A roster without lines, which may be written until it is frozen. */
	void begin(UUID id, RosterBody asked, PayingRules rules, Instant knownAt, String madeBy) {
		YearMonth month = asked.month();
		this.jdbc
			.sql("insert into roster (id, jurisdiction, month, first_month, last_month, pay_day, rule_from, known_at,"
					+ " made_by, made_at, state, skipping) values (?, ?, ?, ?, ?, ?, ?, ?, ?, now(), 'DRAFT', ?)")
			.param(id)
			.param(asked.jurisdiction())
			.param(month.toString())
			.param(rules.first(month).toString())
			.param(rules.last(month).toString())
			.param(rules.payDay(month))
			.param(rules.general().from().toString())
			.param(time(knownAt))
			.param(madeBy)
			.param(asked.skipping())
			.update();
	}

	/** Sums up what is in by now; nothing can be added or changed afterwards. */
	void freeze(UUID id, byte[] digest, Totals totals) {
		for (String sum : List.of("select sum_up_roster(?)", "select flag_missing_resident_ids(?)",
				"select flag_old_arrears(?)", "select flag_same_people(?)", "select flag_paid_by_another(?)")) {
			this.jdbc.sql(sum).param(id).query((row, number) -> true).list();
		}
		this.jdbc.sql("update roster set digest = ?, lines = ?, total = ?, arrears = ?, recoveries = ? where id = ?")
			.params(digest, totals.lines(), totals.total(), totals.arrears(), totals.recoveries(), id)
			.update();
	}

	void approve(UUID id, String by) {
		this.jdbc.sql("update roster set state = 'APPROVED', approved_by = ?, approved_at = now() where id = ?")
			.params(by, id)
			.update();
	}

	public void end(UUID id, RosterState state, String by) {
		this.jdbc.sql("update roster set state = ?, ended_by = ?, ended_at = now() where id = ?")
			.params(state.name(), by, id)
			.update();
	}

	Optional<Roster> find(UUID id) {
		return this.jdbc.sql(ROSTERS + " from roster where id = ?")
			.param(id)
			.query((row, number) -> roster(row))
			.optional();
	}

	/** Those of some jurisdictions, the newest month first. */
	Listing<Roster> list(Collection<String> jurisdictions, RosterFilter filter, Paging paging) {
		List<Object> parameters = new ArrayList<>();
		parameters.add(jurisdictions.toArray(String[]::new));
		StringBuilder where = new StringBuilder(" from roster where jurisdiction = any(?)");
		if (filter.month() != null) {
			where.append(" and month = ?");
			parameters.add(filter.month().toString());
		}
		if (filter.state() != null) {
			where.append(" and state = ?");
			parameters.add(filter.state().name());
		}
		long total = this.jdbc.sql("select count(*)" + where).params(parameters).query(Long.class).single();
		return Listing
			.of(this.jdbc.sql(ROSTERS + where + " order by month desc, jurisdiction, made_at desc limit ? offset ?")
				.params(parameters)
				.params(paging.size(), paging.offset())
				.query((row, number) -> roster(row))
				.list(), paging, total);
	}

	/** When the first draft of a roster's month was made, discarded since or not. */
	Instant firstKnownAt(Roster roster) {
		return this.jdbc.sql("select min(known_at) from roster where jurisdiction = ? and month = ?")
			.params(roster.jurisdiction(), roster.month().toString())
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/** Those of a jurisdiction that were not discarded, the latest month first. */
	public List<Roster> of(String jurisdiction) {
		return this.jdbc
			.sql(ROSTERS + " from roster where jurisdiction = ? and state <> 'DISCARDED' order by month desc")
			.param(jurisdiction)
			.query((row, number) -> roster(row))
			.list();
	}

	private static Roster roster(ResultSet row) throws SQLException {
		BigDecimal total = row.getBigDecimal("total");
		return new Roster(row.getObject("id", UUID.class), row.getString("jurisdiction"),
				YearMonth.parse(row.getString("month")), YearMonth.parse(row.getString("first_month")),
				YearMonth.parse(row.getString("last_month")), row.getObject("pay_day", LocalDate.class),
				required(row, "known_at"), row.getString("made_by"), required(row, "made_at"),
				RosterState.valueOf(row.getString("state")),
				"sha256:" + HexFormat.of().formatHex(row.getBytes("digest")),
				new Totals(row.getLong("lines"), total, row.getBigDecimal("arrears"), row.getBigDecimal("recoveries")),
				row.getString("approved_by"), instant(row, "approved_at"), instant(row, "ended_at"),
				row.getString("skipping"), row.getString("currency"));
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	public static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
