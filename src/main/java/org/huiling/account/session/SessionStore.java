package org.huiling.account.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of all instances of the service; one that has no row is over. */
@Repository
class SessionStore {

	private final JdbcClient jdbc;

	SessionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(SignedInSession session) {
		this.jdbc.sql("insert into signed_in_session (id, account, since, last_seen, address) values (?, ?, ?, ?, ?)")
			.params(session.id(), session.account(), at(session.since()), at(session.lastSeen()), session.address())
			.update();
	}

	boolean exists(UUID id) {
		return this.jdbc.sql("select exists (select from signed_in_session where id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	void seen(UUID id, Instant at) {
		this.jdbc.sql("update signed_in_session set last_seen = ? where id = ?").params(at(at), id).update();
	}

	Optional<SignedInSession> find(UUID id) {
		return this.jdbc.sql("select * from signed_in_session where id = ?")
			.param(id)
			.query((row, number) -> session(row))
			.optional();
	}

	int end(UUID id) {
		return this.jdbc.sql("delete from signed_in_session where id = ?").param(id).update();
	}

	/** Ends those of an account. */
	List<UUID> end(String account, @Nullable UUID but) {
		return this.jdbc
			.sql("delete from signed_in_session where account = :account and id is distinct from :but::uuid"
					+ " returning id")
			.param("account", account)
			.param("but", (but != null) ? but.toString() : null)
			.query(UUID.class)
			.list();
	}

	/** Forgets what no instance has any more: one that failed told nobody. */
	void forget(Instant unseenSince) {
		this.jdbc.sql("delete from signed_in_session where last_seen < ?").param(at(unseenSince)).update();
	}

	/** The one seen last comes first. */
	Listing<SignedInSession> page(@Nullable String account, Instant seenSince, Paging paging) {
		String where = " from signed_in_session where last_seen >= :since"
				+ " and (:account::text is null or account = :account)";
		long total = this.jdbc.sql("select count(*)" + where)
			.param("since", at(seenSince))
			.param("account", account)
			.query(Long.class)
			.single();
		return Listing.of(this.jdbc.sql("select *" + where + " order by last_seen desc, id limit :size offset :offset")
			.param("since", at(seenSince))
			.param("account", account)
			.param("size", paging.size())
			.param("offset", paging.offset())
			.query((row, number) -> session(row))
			.list(), paging, total);
	}

	private static SignedInSession session(ResultSet row) throws SQLException {
		return new SignedInSession(row.getObject("id", UUID.class), row.getString("account"), instant(row, "since"),
				instant(row, "last_seen"), row.getString("address"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime at(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
