package org.huiling.decision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.store.Decision.Seen;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.storage.BinaryCopy;
import org.huiling.storage.Sha256;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of decisions; rows are only ever inserted. */
@Repository
public class DecisionStore {

	/** By both indexes, each of which holds a part of a person's decisions. */
	private static final String OF_APPLICANTS = "select * from decision where applicant = any(?) and supersedes is null"
			+ " union all select * from decision where applicant = any(?) and supersedes is not null";

	private static final String COMPARED = OF_APPLICANTS.replace("*",
			"id, applicant, jurisdiction, program, claim, period, outcome, amount, in_kind, version, known_at, decided_at,"
					+ " decided_by, cause, supersedes,"
					// what no policy answered has its note there, and nothing else
					+ " case when version is null and outcome = 'NOT_ELIGIBLE' then reasons end as reasons");

	private static final String COMPARED_ONCE = COMPARED.replace("applicant = any(?)",
			"claim = 'ONCE' and applicant = any(?)");

	/** How many people's facts one statement keeps: its parameters stay small arrays. */
	private static final int TEXTS = 200;

	private static final String INSERT = "insert into decision (id, applicant, supersedes, decided_at, known_at, book,"
			+ " amount, jurisdiction, program, period, claim, outcome, version, digest, facts, decided_by, cause, reason,"
			+ " reasons, in_kind) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json),"
			+ " cast(? as json))";

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final DataSource dataSource;

	DecisionStore(JdbcClient jdbc, ApplicantRegister register, DataSource dataSource) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.register = register;
	}

	/** Everything that was decided about somebody, whoever asks. */
	public List<Decision> of(Collection<UUID> applicants) {
		UUID[] ids = applicants.toArray(UUID[]::new);
		return this.jdbc.sql(OF_APPLICANTS).params(ids, ids).query((row, number) -> decision(row)).list();
	}

	/**
	 * The same for those who compare only: without the reasons, but of what no policy
	 * answered.
	 */
	public List<Decision> withoutReasons(Collection<UUID> applicants) {
		UUID[] ids = applicants.toArray(UUID[]::new);
		return this.jdbc.sql(COMPARED).params(ids, ids).query((row, number) -> compared(row)).list();
	}

	/** The same of programs that are given once. */
	public List<Decision> onceWithoutReasons(Collection<UUID> applicants) {
		UUID[] ids = applicants.toArray(UUID[]::new);
		return this.jdbc.sql(COMPARED_ONCE).params(ids, ids).query((row, number) -> compared(row)).list();
	}

	/**
	 * What was decided of programs that are given once under files that were merged into
	 * some, whoever asks: it was given to the same person.
	 * @param survivors the files that go on
	 * @return by the file that goes on
	 */
	public Map<UUID, List<Decision>> onceUnderMergedFiles(Collection<UUID> survivors) {
		Map<UUID, List<Decision>> once = new HashMap<>();
		this.jdbc.sql("select m.survivor, d.* from (select s.id as survivor, f.id from unnest(?) s (id)"
				+ " cross join lateral files_of_person(s.id) f (id) where f.id <> s.id"
				// of nearly everybody there is one file
				+ " and (exists (select from applicant a where a.merged_into = s.id) or exists"
				+ " (select from applicant a where a.id = s.id and a.merged_into is not null))) m"
				+ " join decision d on d.applicant = m.id where d.claim = 'ONCE'")
			.param(survivors.toArray(UUID[]::new))
			.query((row) -> {
				once.computeIfAbsent(row.getObject("survivor", UUID.class), (survivor) -> new ArrayList<>())
					.add(decision(row));
			});
		return once;
	}

	/** Decisions by their ids, whoever asks. */
	public List<Decision> ofIds(Collection<UUID> ids) {
		return this.jdbc.sql("select * from decision where id = any(?)")
			.param(ids.toArray(UUID[]::new))
			.query((row, number) -> decision(row))
			.list();
	}

	/** The earliest period of which anything was decided under a version. */
	public Optional<String> firstPeriodUnder(String jurisdiction, String program, String version) {
		return this.jdbc
			.sql("select min(period) from decision where jurisdiction = ? and program = ? and version = ?"
					+ " having min(period) is not null")
			.params(jurisdiction, program, version)
			.query(String.class)
			.optional();
	}

	/**
	 * Decisions under a version about people whom the current user may see, the first
	 * made first.
	 */
	Listing<Listed> under(String jurisdiction, String program, String version, Paging paging) {
		String where = " from decision d where d.jurisdiction = ? and d.program = ? and d.version = ? and "
				+ this.register.visible("d.applicant");
		List<Listed> items = this.jdbc
			.sql("select d.*, not exists (select from decision n where n.applicant = d.applicant"
					+ " and n.supersedes = d.id) as current" + where + " order by d.id limit ? offset ?")
			.params(jurisdiction, program, version, paging.size(), paging.offset())
			.query((row, number) -> new Listed(decision(row), row.getBoolean("current")))
			.list();
		long total = this.jdbc.sql("select count(*)" + where)
			.params(jurisdiction, program, version)
			.query(Long.class)
			.single();
		return Listing.of(items, paging, total);
	}

	/**
	 * A decision in a list.
	 *
	 * @param decision the decision
	 * @param current whether nothing supersedes it
	 */
	record Listed(Decision decision, boolean current) {
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
	public void insert(Decision decision) {
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
			.param(InKindView.kept(decision.inKind()))
			.update();
	}

	/** Keeps facts; equal ones are kept once. */
	public Sha256 keepFacts(String facts) {
		Sha256 digest = Sha256.of(facts);
		this.jdbc.sql("insert into decision_facts (digest, facts) values (?, cast(? as json)) on conflict do nothing")
			.params(digest.bytes(), facts)
			.update();
		return digest;
	}

	/**
	 * Stores decisions about many people.
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else was faster;
	 * none is stored then
	 */
	public void insert(List<Decision> decisions) {
		BinaryCopy rows = new BinaryCopy("decision (id, applicant, supersedes, decided_at, known_at, book, amount,"
				+ " jurisdiction, program, period, claim, outcome, version, digest, facts, decided_by, cause, reason,"
				+ " reasons, in_kind)", 20);
		for (Decision decision : decisions) {
			Seen seen = decision.seen();
			DecisionKey key = decision.key();
			if (seen == null) {
				throw new IllegalArgumentException("a decision of a run rests on facts");
			}
			rows.row()
				.uuid(decision.id())
				.uuid(key.applicant())
				.uuid(decision.supersedes())
				.instant(decision.decidedAt())
				.instant(decision.knownAt())
				.integer(seen.book())
				.numeric(decision.amount())
				.text(key.jurisdiction())
				.text(key.program())
				.text(decision.period())
				.text(key.claim())
				.text(decision.outcome().name())
				.text(decision.version())
				.bytes((decision.digest() != null) ? Sha256.parse(decision.digest()).bytes() : null)
				.bytes(seen.facts().bytes())
				.text(decision.decidedBy())
				.text(decision.cause())
				.text(decision.reason())
				.text(decision.reasons())
				.text(InKindView.kept(decision.inKind()));
		}
		rows.send(this.dataSource);
	}

	/**
	 * Keeps facts of many people.
	 * @param facts by whatever they belong to
	 * @return their digests
	 */
	public <K> Map<K, Sha256> keepFacts(Map<K, String> facts) {
		Map<K, Sha256> digests = new HashMap<>();
		SortedMap<String, String> texts = new TreeMap<>();
		facts.forEach((key, text) -> {
			Sha256 digest = Sha256.of(text);
			digests.put(key, digest);
			texts.put(digest.hex(), text);
		});
		List<String> hexes = List.copyOf(texts.keySet());
		for (int from = 0; from < hexes.size(); from += TEXTS) {
			keep(hexes.subList(from, Math.min(from + TEXTS, hexes.size())), texts);
		}
		return digests;
	}

	private void keep(List<String> hexes, Map<String, String> texts) {
		this.jdbc
			.sql("insert into decision_facts (digest, facts) select f.digest, f.facts::json"
					+ " from unnest(?, ?) as f (digest, facts) on conflict do nothing")
			.params(hexes.stream().map((hex) -> new Sha256(hex).bytes()).toArray(byte[][]::new),
					hexes.stream().map(texts::get).toArray(String[]::new))
			.update();
	}

	/**
	 * Keeps the policies that were known; equal ones are kept once. @return their number
	 */
	public int keepBook(String book) {
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
	public Optional<String> facts(Sha256 digest) {
		return this.jdbc.sql("select facts from decision_facts where digest = ?")
			.param(digest.bytes())
			.query(String.class)
			.optional();
	}

	/** The policies of a number, unless they are not those that were kept. */
	public Optional<String> book(int number) {
		return this.jdbc.sql("select digest, book from decision_book where id = ?")
			.param(number)
			.query((row, at) -> Sha256.of(row.getString("book")).equals(Sha256.ofDigest(row.getBytes("digest")))
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
				InKindView.read(row.getString("in_kind")), row.getString("version"),
				(digest != null) ? Sha256.ofDigest(digest).toString() : null, row.getString("reasons"),
				(facts != null) ? new Seen(Sha256.ofDigest(facts), row.getInt("book")) : null, instant(row, "known_at"),
				instant(row, "decided_at"), row.getString("decided_by"), row.getString("cause"),
				row.getString("reason"), row.getObject("supersedes", UUID.class));
	}

	private static Decision compared(ResultSet row) throws SQLException {
		DecisionKey key = new DecisionKey(row.getObject("applicant", UUID.class), row.getString("jurisdiction"),
				row.getString("program"), row.getString("claim"));
		return new Decision(row.getObject("id", UUID.class), key, row.getString("period"),
				DecisionOutcome.valueOf(row.getString("outcome")), row.getBigDecimal("amount"),
				InKindView.read(row.getString("in_kind")), row.getString("version"), null,
				Objects.requireNonNullElse(row.getString("reasons"), ReasonsWriter.NONE), null,
				instant(row, "known_at"), instant(row, "decided_at"), row.getString("decided_by"),
				row.getString("cause"), null, row.getObject("supersedes", UUID.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	public static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
