package org.huiling.policy.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.dictionary.DictionaryInForce.Hands;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the standards of jurisdictions, revision by revision. */
@Repository
public class StandardsStore {

	private static final Logger logger = LoggerFactory.getLogger(StandardsStore.class);

	private static final String SELECT = "select s.jurisdiction, s.revision, s.digest, s.known_since, s.content"
			+ " from standards_revision s";

	/** Far more than all jurisdictions of a province have. */
	private static final int MOST = 2_000;

	private final Cache<String, StandardsFile> read = Caffeine.newBuilder().maximumSize(MOST).build();

	private final JdbcClient jdbc;

	private final RecordedTime time;

	StandardsStore(JdbcClient jdbc, RecordedTime time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * Every revision of every jurisdiction.
	 * @return by jurisdiction and number
	 */
	List<StandardsRevision> all() {
		return this.jdbc.sql(SELECT + " order by s.jurisdiction, s.revision").query(this::revision).list();
	}

	/**
	 * The last revision of a jurisdiction.
	 * @param jurisdiction its id
	 * @return none if it has no standards
	 */
	public Optional<StandardsRevision> last(String jurisdiction) {
		return this.jdbc.sql(SELECT + " where s.jurisdiction = ? order by s.revision desc limit 1")
			.param(jurisdiction)
			.query(this::revision)
			.optional();
	}

	/**
	 * The file of a jurisdiction as it is in force.
	 * @param jurisdiction its id
	 * @return its bytes; none if it has no standards
	 */
	public Optional<byte[]> content(String jurisdiction) {
		return this.jdbc
			.sql("select content from standards_revision where jurisdiction = ? order by revision desc limit 1")
			.param(jurisdiction)
			.query((row, number) -> row.getBytes("content"))
			.optional();
	}

	/**
	 * The standards that the policies of a jurisdiction may go by now.
	 * @param jurisdiction its id
	 * @return its own and those of enclosing ones
	 */
	public Standards inForce(String jurisdiction) {
		List<StandardsFile> files = this.jdbc.sql("""
				select distinct on (s.jurisdiction) s.jurisdiction, s.revision, s.digest, s.known_since, s.content
				from standards_revision s join jurisdiction j on j.id = s.jurisdiction, jurisdiction own
				where own.id = ? and (j.id = own.id or (length(j.region_prefix) < length(own.region_prefix)
					and starts_with(own.region_prefix, j.region_prefix)))
				order by s.jurisdiction, s.revision desc""")
			.param(jurisdiction)
			.query((row, number) -> revision(row, number).file())
			.list();
		return new Standards(jurisdiction, files);
	}

	/**
	 * Whether a file was in force as it is, now or before.
	 * @param jurisdiction whose
	 * @param content its bytes
	 * @return true if a revision has it
	 */
	public boolean wasInForce(String jurisdiction, byte[] content) {
		return this.jdbc.sql("select exists (select from standards_revision where jurisdiction = ? and content = ?)")
			.params(jurisdiction, content)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Keeps whoever would publish standards waiting until the transaction ends.
	 * @param files a version with the standards that it was checked with
	 * @return false if those that it goes by are others by now
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean hold(PolicyFiles files) {
		this.jdbc.sql("lock table standards_revision in share mode").update();
		return inForce(files.jurisdiction()).digest(files.standardsUsed())
			.equals(files.standards().digest(files.standardsUsed()));
	}

	/**
	 * Publishes the next revision of a jurisdiction's standards.
	 * @param jurisdiction the jurisdiction's id
	 * @param content the file
	 * @param after the number of the revision that it was checked against, 0 for none
	 * @param hands who answers for it, null for what the rules directory brings
	 * @return the revision; none if another one is in force by now
	 */
	@Transactional
	public Optional<StandardsRevision> publish(String jurisdiction, byte[] content, int after, @Nullable Hands hands) {
		this.jdbc.sql("lock table standards_revision in share row exclusive mode").update();
		if (last(jurisdiction).map(StandardsRevision::number).orElse(0) != after) {
			return Optional.empty();
		}
		Instant since = (after > 0) ? this.time.stamp() : Instant.MIN;
		this.jdbc
			.sql("""
					insert into standards_revision (jurisdiction, revision, digest, content, known_since, draft, published_by,
						approved_by)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(jurisdiction)
			.param(after + 1)
			.param(Sha256.of(content).toString())
			.param(content)
			.param((after > 0) ? since.atOffset(ZoneOffset.UTC) : null)
			.param((hands != null) ? hands.draft() : null)
			.param((hands != null) ? hands.publishedBy() : null)
			.param((hands != null) ? hands.approvedBy() : null)
			.update();
		return last(jurisdiction);
	}

	/**
	 * Says in which jurisdictions policies may answer otherwise by a revision.
	 * @param revision the revision
	 * @param jurisdictions their ids
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void touch(StandardsRevision revision, Iterable<String> jurisdictions) {
		jurisdictions.forEach((jurisdiction) -> this.jdbc
			.sql("insert into standards_touch (standards_of, revision, jurisdiction) values (?, ?, ?)")
			.params(revision.jurisdiction(), revision.number(), jurisdiction)
			.update());
	}

	private StandardsRevision revision(ResultSet row, int number) throws SQLException {
		String jurisdiction = row.getString("jurisdiction");
		OffsetDateTime since = row.getObject("known_since", OffsetDateTime.class);
		String digest = row.getString("digest");
		byte[] content = row.getBytes("content");
		StandardsFile file = this.read.get(jurisdiction + " " + digest, (key) -> file(jurisdiction, content));
		return new StandardsRevision(jurisdiction, row.getInt("revision"), digest,
				(since != null) ? since.toInstant() : Instant.MIN, file);
	}

	/** This program may be stricter than the one that published it. */
	private static StandardsFile file(String jurisdiction, byte[] content) {
		try {
			return StandardsFile.read(jurisdiction, content);
		}
		catch (PolicyDefects defects) {
			logger.error("The standards of {} can no longer be read:\n{}", jurisdiction, defects.getMessage());
			return new StandardsFile(jurisdiction, Map.of());
		}
	}

}
