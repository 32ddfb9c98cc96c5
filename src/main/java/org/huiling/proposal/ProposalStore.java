package org.huiling.proposal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.proposal.ProposalAction.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps proposals: they are added, and closed once. */
@Repository
class ProposalStore {

	private final JdbcClient jdbc;

	ProposalStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a proposal.
	 * @return its id, or none if the same waits already
	 */
	Optional<UUID> add(String action, Scope scope, JsonNode values, String by) {
		UUID id = UUID.randomUUID();
		boolean added = this.jdbc.sql("""
				insert into proposal (id, action, subject, region, proposed, proposed_by)
				values (?, ?, ?, ?, ?::json, ?) on conflict do nothing""")
			.params(id, action, scope.subject(), scope.region(), values.toString(), by)
			.update() == 1;
		return added ? Optional.of(id) : Optional.empty();
	}

	/** The one with the same values that waits. */
	Optional<UUID> waiting(String action, Scope scope, JsonNode values) {
		return this.jdbc.sql("""
				select id from proposal where state = 'PROPOSED' and action = ? and subject = ?
				and md5(proposed::text) = md5(?::json::text)""")
			.params(action, scope.subject(), values.toString())
			.query(UUID.class)
			.optional();
	}

	Optional<Proposal> find(UUID id) {
		return this.jdbc.sql("select * from proposal where id = ?").param(id).query(ProposalStore::proposal).optional();
	}

	/** The proposal, which nobody else closes until the transaction ends. */
	Optional<Proposal> lock(UUID id) {
		return this.jdbc.sql("select * from proposal where id = ? for update")
			.param(id)
			.query(ProposalStore::proposal)
			.optional();
	}

	void close(UUID id, ProposalState state, String by, @Nullable String reason, @Nullable String answer) {
		this.jdbc
			.sql("""
					update proposal set state = ?, closed_by = ?, closed_at = clock_timestamp(), reason = ?, answer = ?::json
					where id = ?""")
			.param(state.name())
			.param(by)
			.param(reason)
			.param(answer)
			.param(id)
			.update();
	}

	/**
	 * One page of proposals, the newest first.
	 * @param actions of these
	 * @param regions of these
	 * @param state in this state, null for all
	 */
	Listing<Proposal> page(Collection<String> actions, RegionScope regions, @Nullable ProposalState state,
			Paging paging) {
		String where = " where action = any(:actions) and (cast(:state as text) is null or state = :state) and "
				+ regions.condition("region");
		SqlParameterValue wanted = new SqlParameterValue(Types.ARRAY, actions.toArray(String[]::new));
		String name = (state != null) ? state.name() : null;
		long total = this.jdbc.sql("select count(*) from proposal" + where)
			.param("actions", wanted)
			.param("state", name)
			.query(Long.class)
			.single();
		List<Proposal> items = this.jdbc
			.sql("select * from proposal" + where + " order by proposed_at desc, id limit :size offset :offset")
			.param("actions", wanted)
			.param("state", name)
			.param("size", paging.size())
			.param("offset", paging.offset())
			.query(ProposalStore::proposal)
			.list();
		return Listing.of(items, paging, total);
	}

	private static Proposal proposal(ResultSet row, int number) throws SQLException {
		JsonNode values = json(row.getString("proposed"));
		Instant closedAt = instant(row, "closed_at");
		Instant at = row.getObject("proposed_at", OffsetDateTime.class).toInstant();
		String answer = row.getString("answer");
		return new Proposal(row.getObject("id", UUID.class), ProposalState.valueOf(row.getString("state")),
				row.getString("action"), row.getString("subject"), row.getString("region"),
				row.getString("proposed_by"), at, values, row.getString("closed_by"), closedAt, row.getString("reason"),
				(answer != null) ? json(answer) : null, null);
	}

	private static JsonNode json(String text) {
		return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
