package org.huiling.decision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.decision.store.Objection.Conclusion;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of objections; rows are only ever inserted. */
@Repository
public class ObjectionStore {

	private static final String SELECT = "select o.*, c.outcome, c.reason, c.concluded_on, c.recorded_at as concluded_at,"
			+ " c.recorded_by as concluded_by from decision_objection o"
			+ " left join decision_objection_outcome c on c.objection = o.id where ";

	private final JdbcClient jdbc;

	ObjectionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The objections against decisions, in the order in which they were recorded. */
	public List<Objection> of(Collection<UUID> decisions) {
		return this.jdbc.sql(SELECT + "o.decision = any(?) order by o.recorded_at, o.id")
			.param(decisions.toArray(UUID[]::new))
			.query((row, number) -> objection(row))
			.list();
	}

	public Optional<Objection> find(UUID decision, UUID id) {
		return this.jdbc.sql(SELECT + "o.decision = ? and o.id = ?")
			.params(decision, id)
			.query((row, number) -> objection(row))
			.optional();
	}

	public void insert(Objection objection) {
		this.jdbc
			.sql("insert into decision_objection (id, decision, objected_on, grounds, recorded_at, recorded_by)"
					+ " values (?, ?, ?, ?, ?, ?)")
			.param(objection.id())
			.param(objection.decision())
			.param(objection.date())
			.param(objection.grounds())
			.param(DecisionStore.time(objection.recordedAt()))
			.param(objection.recordedBy())
			.update();
	}

	/** Whether it was stored; not if there is one already. */
	public boolean conclude(UUID objection, Conclusion conclusion) {
		return this.jdbc
			.sql("insert into decision_objection_outcome (objection, outcome, reason, concluded_on, recorded_at,"
					+ " recorded_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
			.param(objection)
			.param(conclusion.outcome().name())
			.param(conclusion.reason())
			.param(conclusion.date())
			.param(DecisionStore.time(conclusion.recordedAt()))
			.param(conclusion.recordedBy())
			.update() == 1;
	}

	private static Objection objection(ResultSet row) throws SQLException {
		return new Objection(row.getObject("id", UUID.class), row.getObject("decision", UUID.class),
				row.getObject("objected_on", LocalDate.class), row.getString("grounds"), instant(row, "recorded_at"),
				row.getString("recorded_by"), conclusion(row));
	}

	private static @Nullable Conclusion conclusion(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		return (outcome != null) ? new Conclusion(Objection.Outcome.valueOf(outcome), row.getString("reason"),
				row.getObject("concluded_on", LocalDate.class), instant(row, "concluded_at"),
				row.getString("concluded_by")) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
