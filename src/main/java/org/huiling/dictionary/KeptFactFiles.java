package org.huiling.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.huiling.engine.files.FactFiles;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fact files that were in force, revision by revision, in the database. Only files
 * that are a dictionary come here.
 */
@Repository
class KeptFactFiles {

	private static final String REVISION = "select revision, digest, known_since from dictionary_revision";

	private static final String LAST = REVISION + " order by revision desc limit 1";

	private final JdbcClient jdbc;

	private final RecordedTime time;

	KeptFactFiles(JdbcClient jdbc, RecordedTime time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * A revision.
	 *
	 * @param number from 1
	 * @param digest over its files
	 * @param knownSince since when it is known, the beginning of time for the first
	 */
	record Revision(int number, String digest, Instant knownSince) {
	}

	/**
	 * Every revision.
	 * @return from the first
	 */
	List<Revision> all() {
		return this.jdbc.sql(REVISION + " order by revision").query((row, number) -> revision(row)).list();
	}

	/**
	 * The last revision.
	 * @return none if nothing was ever kept
	 */
	Optional<Revision> last() {
		return this.jdbc.sql(LAST).query((row, number) -> revision(row)).optional();
	}

	/**
	 * The files of a revision.
	 * @param revision its number
	 * @return as they were put in force
	 */
	FactFiles files(int revision) {
		Map<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select name, content from dictionary_file where revision = ?")
			.param(revision)
			.query((row, number) -> files.put(row.getString("name"), row.getBytes("content")))
			.list();
		return new FactFiles(files);
	}

	/**
	 * Whether a file was in force as it is, now or before.
	 * @param name with its ending
	 * @param content its bytes
	 * @return true if a revision has it
	 */
	boolean wasInForce(String name, byte[] content) {
		return this.jdbc.sql("select exists (select from dictionary_file where name = ? and content = ?)")
			.params(name, content)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Keeps whoever would put another revision in force waiting until the transaction
	 * ends.
	 * @return the number of the one in force, 0 if there is none
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int hold() {
		this.jdbc.sql("lock table dictionary_revision in share mode").update();
		return last().map(Revision::number).orElse(0);
	}

	/**
	 * Puts files in force as the next revision.
	 * @param files what it consists of
	 * @param digest over all of them
	 * @param after the number of the revision that they were checked against
	 * @param hands who answers for them, null for what an installation comes with
	 * @return the revision; none if another one is in force by now
	 */
	@Transactional
	public Optional<Revision> publish(FactFiles files, String digest, int after,
			DictionaryInForce.@Nullable Hands hands) {
		// instances that start together agree on the numbers
		this.jdbc.sql("lock table dictionary_revision in share row exclusive mode").update();
		if (last().map(Revision::number).orElse(0) != after) {
			return Optional.empty();
		}
		int next = after + 1;
		Instant since = (after > 0) ? this.time.stamp() : Instant.MIN;
		this.jdbc.sql("""
				insert into dictionary_revision (revision, digest, known_since, draft, published_by, approved_by)
				values (?, ?, ?, ?, ?, ?)""")
			.param(next)
			.param(digest)
			.param((after > 0) ? since.atOffset(ZoneOffset.UTC) : null)
			.param((hands != null) ? hands.draft() : null)
			.param((hands != null) ? hands.publishedBy() : null)
			.param((hands != null) ? hands.approvedBy() : null)
			.update();
		files.files()
			.forEach((name, content) -> this.jdbc
				.sql("insert into dictionary_file (revision, name, content) values (?, ?, ?)")
				.params(next, name, content)
				.update());
		return Optional.of(new Revision(next, digest, since));
	}

	private static Revision revision(ResultSet row) throws SQLException {
		OffsetDateTime since = row.getObject("known_since", OffsetDateTime.class);
		return new Revision(row.getInt("revision"), row.getString("digest"),
				(since != null) ? since.toInstant() : Instant.MIN);
	}

}
