package org.huiling.policy.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Over;
import org.huiling.engine.PaidTo;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.standard.Standards;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is published. */
@Repository
public class PolicyStore {

	private static final String ONE_VERSION = " where jurisdiction = ? and program = ? and version = ?";

	private final JdbcClient jdbc;

	private final StandardsStore standards;

	PolicyStore(JdbcClient jdbc, StandardsStore standards) {
		this.jdbc = jdbc;
		this.standards = standards;
	}

	public List<Jurisdiction> jurisdictions() {
		return this.jdbc.sql("select * from jurisdiction order by id")
			.query((row, number) -> new Jurisdiction(text(row, "id"), name(row, "name"), text(row, "region_prefix"),
					text(row, "currency")))
			.list();
	}

	/**
	 * The programs of every jurisdiction.
	 * @return by jurisdiction, in the order of evaluation
	 */
	public List<OwnedProgram> programs() {
		return this.jdbc.sql("select * from program order by jurisdiction, evaluation_order, id")
			.query((row, number) -> new OwnedProgram(text(row, "jurisdiction"), program(row)))
			.list();
	}

	/**
	 * The list that a program goes over.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @return the claims also if there is no such program
	 */
	public Over over(String jurisdiction, String program) {
		return this.jdbc.sql("select over_list from program where jurisdiction = ? and id = ?")
			.params(jurisdiction, program)
			.query(String.class)
			.optional()
			.map(Over::new)
			.orElse(Over.CLAIMS);
	}

	/**
	 * Whom a program is about.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @return people also if there is no such program
	 */
	public Subject subject(String jurisdiction, String program) {
		return this.jdbc.sql("select subject from program where jurisdiction = ? and id = ?")
			.params(jurisdiction, program)
			.query(String.class)
			.optional()
			.map(Subject::valueOf)
			.orElse(Subject.PERSON);
	}

	public List<PublishedVersion> versions() {
		return this.jdbc.sql("select * from policy_version order by jurisdiction, program, version")
			.query((row, number) -> version(row))
			.list();
	}

	/**
	 * The files of a version.
	 * @param id the version
	 * @return its files, beside the standards in force; none if there is no such version
	 */
	public PolicyFiles files(VersionId id) {
		Map<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select path, content from policy_file" + ONE_VERSION)
			.params(id.jurisdiction(), id.program(), id.version())
			.query((row) -> {
				files.put(text(row, "path"), row.getBytes("content"));
			});
		return new PolicyFiles(id.jurisdiction(), id.program(), id.version(), files, standards(id.jurisdiction()));
	}

	/**
	 * The standards that policies of a jurisdiction may go by now.
	 * @param jurisdiction its id
	 * @return its own and those of enclosing ones
	 */
	public Standards standards(String jurisdiction) {
		return this.standards.inForce(jurisdiction);
	}

	/**
	 * Every revision of the standards.
	 * @return by jurisdiction and number
	 */
	public List<StandardsRevision> standardsRevisions() {
		return this.standards.all();
	}

	/**
	 * What is being drafted.
	 * @return by effective day
	 */
	public List<PolicyView.DraftItem> drafts() {
		return this.jdbc.sql(
				"select * from policy_draft where jurisdiction is not null and state not in ('PUBLISHED', 'DISCARDED') order by effective_from, created_at")
			.query((row, number) -> new PolicyView.DraftItem(row.getObject("id", UUID.class),
					new VersionId(text(row, "jurisdiction"), text(row, "program"), text(row, "version")),
					name(row, "title"), row.getObject("effective_from", LocalDate.class)))
			.list();
	}

	/**
	 * Counts the changes of what is published.
	 * @return another number after every change, of the dictionary too
	 */
	public long revision() {
		return this.jdbc.sql("select revision from catalogue_revision").query(Long.class).single();
	}

	/**
	 * Who answers for a version.
	 * @param id the version
	 * @return all null for what was imported
	 */
	public Hands hands(VersionId id) {
		return this.jdbc
			.sql("select published_by, approved_by, withdrawn_by, withdrawal_reason from policy_version" + ONE_VERSION)
			.params(id.jurisdiction(), id.program(), id.version())
			.query((row, number) -> new Hands(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
			.single();
	}

	private static Program program(ResultSet row) throws SQLException {
		return new Program(text(row, "id"), name(row, "name"), Cycle.valueOf(text(row, "cycle")), text(row, "unit"),
				row.getInt("evaluation_order"), PaidTo.valueOf(text(row, "paid_to")), new Over(text(row, "over_list")),
				Subject.valueOf(text(row, "subject")), row.getBoolean("applies_below"), null);
	}

	private static PublishedVersion version(ResultSet row) throws SQLException {
		VersionId id = new VersionId(text(row, "jurisdiction"), text(row, "program"), text(row, "version"));
		OffsetDateTime publishedAt = row.getObject("published_at", OffsetDateTime.class);
		OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
		return new PublishedVersion(id, text(row, "digest"), name(row, "title"), text(row, "basis"),
				row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
				publishedAt.toInstant(), instant(withdrawnAt), row.getInt("dictionary_revision"));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	private static Bilingual name(ResultSet row, String column) throws SQLException {
		return new Bilingual(text(row, column + "_zh"), text(row, column + "_en"));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return row.getString(column);
	}

	/**
	 * A program with the jurisdiction it belongs to.
	 *
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program
	 */
	public record OwnedProgram(String jurisdiction, Program program) {
	}

	/**
	 * Who answers for a version.
	 *
	 * @param publishedBy who published it
	 * @param approvedBy who approved it
	 * @param withdrawnBy who took it back
	 * @param withdrawalReason why
	 */
	public record Hands(@Nullable String publishedBy, @Nullable String approvedBy, @Nullable String withdrawnBy,
			@Nullable String withdrawalReason) {
	}

}
