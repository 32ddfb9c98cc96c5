package org.huiling.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.published.VersionId;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is published; the database refuses to change it ever after. */
@Repository
public class PublishedPolicyWriter {

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final RecordedTime time;

	private final DictionaryInForce facts;

	private final StandardsStore standards;

	PublishedPolicyWriter(JdbcClient jdbc, AuditTrail trail, RecordedTime time, DictionaryInForce facts,
			StandardsStore standards) {
		this.standards = standards;
		this.facts = facts;
		this.jdbc = jdbc;
		this.trail = trail;
		this.time = time;
	}

	/**
	 * Adds a jurisdiction, or renames it.
	 * @param jurisdiction as its owner describes it
	 * @throws org.springframework.dao.DuplicateKeyException if another one has its prefix
	 */
	public void put(Jurisdiction jurisdiction) {
		this.jdbc.sql("""
				insert into jurisdiction (id, name_zh, name_en, region_prefix, currency) values (?, ?, ?, ?, ?)
				on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en""")
			.params(jurisdiction.id(), jurisdiction.name().zh(), jurisdiction.name().en(), jurisdiction.regionPrefix(),
					jurisdiction.currency())
			.update();
	}

	/**
	 * Adds a program, or renames it.
	 * @param jurisdiction the jurisdiction's id
	 * @param program as its owner describes it
	 */
	public void put(String jurisdiction, Program program) {
		this.jdbc
			.sql("""
					insert into program (jurisdiction, id, name_zh, name_en, cycle, unit, evaluation_order, paid_to, over_list,
						applies_below, subject)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					on conflict (jurisdiction, id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en""")
			.params(jurisdiction, program.id(), program.name().zh(), program.name().en(), program.cycle().name(),
					program.unit(), program.order(), program.paidTo().name(), program.over().list(),
					program.appliesBelow(), program.subject().name())
			.update();
	}

	/**
	 * Adds a jurisdiction.
	 * @param jurisdiction a new one
	 * @return false if there is one with its id or its prefix
	 */
	public boolean add(Jurisdiction jurisdiction) {
		return this.jdbc.sql("""
				insert into jurisdiction (id, name_zh, name_en, region_prefix, currency) values (?, ?, ?, ?, ?)
				on conflict do nothing""")
			.params(jurisdiction.id(), jurisdiction.name().zh(), jurisdiction.name().en(), jurisdiction.regionPrefix(),
					jurisdiction.currency())
			.update() == 1;
	}

	/**
	 * Gives a jurisdiction another name, region prefix and currency, which is that of its
	 * programs too.
	 * @param jurisdiction as it is to be
	 * @throws org.springframework.dao.DuplicateKeyException if another one has its prefix
	 */
	public void correct(Jurisdiction jurisdiction) {
		this.jdbc.sql("update jurisdiction set name_zh = ?, name_en = ?, region_prefix = ?, currency = ? where id = ?")
			.params(jurisdiction.name().zh(), jurisdiction.name().en(), jurisdiction.regionPrefix(),
					jurisdiction.currency(), jurisdiction.id())
			.update();
		this.jdbc.sql("update program set unit = ? where jurisdiction = ? and unit <> ?")
			.params(jurisdiction.currency(), jurisdiction.id(), jurisdiction.currency())
			.update();
	}

	/**
	 * Describes a program anew.
	 * @param jurisdiction the jurisdiction's id
	 * @param program as it is to be
	 */
	public void correct(String jurisdiction, Program program) {
		this.jdbc.sql("""
				update program set name_zh = ?, name_en = ?, cycle = ?, unit = ?, evaluation_order = ?, paid_to = ?,
					over_list = ?, applies_below = ?, subject = ?
				where jurisdiction = ? and id = ?""")
			.params(program.name().zh(), program.name().en(), program.cycle().name(), program.unit(), program.order(),
					program.paidTo().name(), program.over().list(), program.appliesBelow(), program.subject().name(),
					jurisdiction, program.id())
			.update();
	}

	/**
	 * Whether anything was published, withdrawn or not. Until the transaction ends nobody
	 * publishes anything there.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id, null for any of them
	 * @return true if there is a version
	 */
	public boolean isPublished(String jurisdiction, @Nullable String program) {
		this.jdbc.sql("""
				select id from program where jurisdiction = ? and (cast(? as text) is null or id = ?) order by id
				for no key update""").params(Arrays.asList(jurisdiction, program, program)).query(String.class).list();
		return this.jdbc
			.sql("""
					select exists (select from policy_version where jurisdiction = ? and (cast(? as text) is null or program = ?))""")
			.params(Arrays.asList(jurisdiction, program, program))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Adds a program.
	 * @param jurisdiction the jurisdiction's id
	 * @param program a new one
	 * @return false if there is one with its id
	 */
	public boolean add(String jurisdiction, Program program) {
		return this.jdbc
			.sql("""
					insert into program (jurisdiction, id, name_zh, name_en, cycle, unit, evaluation_order, paid_to, over_list,
						applies_below, subject)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(jurisdiction, program.id(), program.name().zh(), program.name().en(), program.cycle().name(),
					program.unit(), program.order(), program.paidTo().name(), program.over().list(),
					program.appliesBelow(), program.subject().name())
			.update() == 1;
	}

	/**
	 * Publishes a version with all its files, or nothing of it. Where another instance
	 * was faster nothing happens.
	 * @param files the version's files
	 * @param header what its {@code policy.yaml} says
	 * @param publishedAt since when it counts as known
	 * @param dictionary the number of the revision of the dictionary it was checked with,
	 * 0 if that is not kept
	 * @return false if another revision, or other standards that it goes by, are in force
	 * by now, so that it has to be checked again
	 */
	@Transactional
	public boolean publish(PolicyFiles files, PolicyHeader header, Instant publishedAt, int dictionary) {
		if ((dictionary > 0 && this.facts.hold() != dictionary) || !hold(files)) {
			return false;
		}
		if (insert(files, header, publishedAt, dictionary, null, null)) {
			VersionId id = new VersionId(files.jurisdiction(), files.program(), files.version());
			this.trail.record(AuditAction.VERSION_IMPORTED, id.toString(), Map.of("digest", files.digest()));
		}
		return true;
	}

	/**
	 * Keeps others from publishing standards until the caller's transaction ends.
	 * @param files a version with the standards that it was checked with
	 * @return false if those that it goes by are others by now
	 */
	boolean hold(PolicyFiles files) {
		return this.standards.hold(files);
	}

	/**
	 * Publishes a version that two people answer for, with its event on the audit trail.
	 * @param files the version's files
	 * @param header what its {@code policy.yaml} says
	 * @param dictionary the number of the revision of the dictionary it was checked with
	 * @param draft the draft it comes from
	 * @param publishedBy who publishes it
	 * @param approvedBy who approved it
	 * @return since when it is known; none if its name is taken
	 */
	@Transactional
	Optional<Instant> publishApproved(PolicyFiles files, PolicyHeader header, int dictionary, String draft,
			String publishedBy, String approvedBy) {
		VersionId id = new VersionId(files.jurisdiction(), files.program(), files.version());
		if (!claim(id)) {
			return Optional.empty();
		}
		Instant at = this.time.stamp();
		if (!insert(files, header, at, dictionary, publishedBy, approvedBy)) {
			return Optional.empty();
		}
		this.trail.record(AuditAction.POLICY_PUBLISHED, id.toString(),
				Map.of("digest", files.digest(), "draft", draft, "approvedBy", approvedBy));
		return Optional.of(at);
	}

	/**
	 * Keeps others from publishing for the program until the transaction ends, so that
	 * nobody waits for a name while holding an instant.
	 */
	private boolean claim(VersionId id) {
		this.jdbc.sql("select id from program where jurisdiction = ? and id = ? for no key update")
			.params(id.jurisdiction(), id.program())
			.query(String.class)
			.single();
		return !this.jdbc
			.sql("select exists (select from policy_version where jurisdiction = ? and program = ? and version = ?)")
			.params(id.jurisdiction(), id.program(), id.version())
			.query(Boolean.class)
			.single();
	}

	private boolean insert(PolicyFiles files, PolicyHeader header, Instant publishedAt, int dictionary,
			@Nullable String publishedBy, @Nullable String approvedBy) {
		int inserted = this.jdbc.sql("""
				insert into policy_version (jurisdiction, program, version, digest, title_zh, title_en, basis,
					effective_from, effective_to, published_at, dictionary_revision, published_by,
					approved_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.param(files.jurisdiction())
			.param(files.program())
			.param(files.version())
			.param(files.digest())
			.param(header.title().zh())
			.param(header.title().en())
			.param(header.basis())
			.param(header.effectiveFrom())
			.param(header.effectiveTo())
			.param(OffsetDateTime.ofInstant(publishedAt, ZoneOffset.UTC))
			.param((dictionary > 0) ? dictionary : null)
			.param(publishedBy)
			.param(approvedBy)
			.update();
		if (inserted == 1) {
			files.files().forEach((path, content) -> addFile(files, path, content));
		}
		return inserted == 1;
	}

	private void addFile(PolicyFiles files, String path, byte[] content) {
		this.jdbc.sql("insert into policy_file (jurisdiction, program, version, path, content) values (?, ?, ?, ?, ?)")
			.params(files.jurisdiction(), files.program(), files.version(), path, content)
			.update();
	}

	/**
	 * Since when a version counts as known: the start of the day its notice was
	 * published, or, if that is not said, of the day it takes effect.
	 * @param header what its {@code policy.yaml} says
	 * @param zone where that day begins
	 * @return the instant
	 */
	public static Instant knownSince(PolicyHeader header, ZoneId zone) {
		LocalDate day = (header.published() != null) ? header.published() : header.effectiveFrom();
		return day.atStartOfDay(zone).toInstant();
	}

}
