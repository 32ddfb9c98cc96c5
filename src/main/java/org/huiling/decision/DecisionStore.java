package org.huiling.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.Decision.Seen;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of decisions; rows are only ever inserted. */
@Repository
class DecisionStore {

	/** By both indexes, each of which holds a part of a person's decisions. */
	private static final String OF_APPLICANTS = "select * from decision where applicant = any(?) and supersedes is null"
			+ " union all select * from decision where applicant = any(?) and supersedes is not null";

	private static final String INSERT = "insert into decision (id, applicant, supersedes, decided_at, known_at, book,"
			+ " amount, jurisdiction, program, period, claim, outcome, version, digest, facts, decided_by, cause, reason,"
			+ " reasons) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json))";

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	DecisionStore(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/** Everything that was decided about somebody, whoever asks. */
	List<Decision> of(Collection<UUID> applicants) {
		UUID[] ids = applicants.toArray(UUID[]::new);
		return this.jdbc.sql(OF_APPLICANTS).params(ids, ids).query((row, number) -> decision(row)).list();
	}

	/** A decision about somebody whom the current user may see. */
	Optional<Decision> find(UUID id) {
		return this.jdbc.sql("select d.* from decision d where d.id = ? and " + this.register.visible("d.applicant"))
			.param(id)
			.query((row, number) -> decision(row))
			.optional();
	}

	/**
	 * Stores a decision.
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else was faster
	 */
	void insert(Decision decision) {
		Seen seen = decision.seen();
		this.jdbc.sql(INSERT)
			.param(decision.id())
			.param(decision.key().applicant())
			.param(decision.supersedes())
			.param(time(decision.decidedAt()))
			.param(time(decision.knownAt()))
			.param((seen != null) ? seen.book() : null)
			.param(decision.amount())
			.param(decision.key().jurisdiction())
			.param(decision.key().program())
			.param(decision.period())
			.param(decision.key().claim())
			.param(decision.outcome().name())
			.param(decision.version())
			.param((decision.digest() != null) ? Sha256.parse(decision.digest()).bytes() : null)
			.param((seen != null) ? seen.facts().bytes() : null)
			.param(decision.decidedBy())
			.param(decision.cause())
			.param(decision.reason())
			.param(decision.reasons())
			.update();
	}

	/** Keeps facts; equal ones are kept once. */
	Sha256 keepFacts(String facts) {
		Sha256 digest = Sha256.of(facts);
		this.jdbc.sql("insert into decision_facts (digest, facts) values (?, cast(? as json)) on conflict do nothing")
			.params(digest.bytes(), facts)
			.update();
		return digest;
	}

	/**
	 * Keeps the policies that were known; equal ones are kept once. @return their number
	 */
	int keepBook(String book) {
		byte[] digest = Sha256.of(book).bytes();
		Optional<Integer> kept = this.jdbc.sql("select id from decision_book where digest = ?")
			.param(digest)
			.query(Integer.class)
			.optional();
		return kept.orElseGet(
				() -> this.jdbc.sql("insert into decision_book (digest, book) values (?, cast(? as json)) returning id")
					.params(digest, book)
					.query(Integer.class)
					.single());
	}

	/** The facts of a digest, as they are kept now. */
	Optional<String> facts(Sha256 digest) {
		return this.jdbc.sql("select facts from decision_facts where digest = ?")
			.param(digest.bytes())
			.query(String.class)
			.optional();
	}

	/** The policies of a number, unless they are not those that were kept. */
	Optional<String> book(int number) {
		return this.jdbc.sql("select digest, book from decision_book where id = ?")
			.param(number)
			.query((row, at) -> Sha256.of(row.getString("book")).equals(Sha256.of(row.getBytes("digest")))
					? Optional.of(row.getString("book")) : Optional.<String>empty())
			.optional()
			.flatMap((kept) -> kept);
	}

	private static Decision decision(ResultSet row) throws SQLException {
		DecisionKey key = new DecisionKey(row.getObject("applicant", UUID.class), row.getString("jurisdiction"),
				row.getString("program"), row.getString("claim"));
		byte[] digest = row.getBytes("digest");
		byte[] facts = row.getBytes("facts");
		return new Decision(row.getObject("id", UUID.class), key, row.getString("period"),
				DecisionOutcome.valueOf(row.getString("outcome")), row.getBigDecimal("amount"),
				row.getString("version"), (digest != null) ? Sha256.of(digest).toString() : null,
				row.getString("reasons"), (facts != null) ? new Seen(Sha256.of(facts), row.getInt("book")) : null,
				instant(row, "known_at"), instant(row, "decided_at"), row.getString("decided_by"),
				row.getString("cause"), row.getString("reason"), row.getObject("supersedes", UUID.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
