package org.huiling.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.VersionId;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody who brings a new version needs to know of the published ones, and does.
 */
@Component
public class PolicyPublishing {

	private static final int CONFLICT = 409;

	private final PolicyCatalogue catalogue;

	private final PolicyStore store;

	private final PublishedPolicyWriter writer;

	private final Clock clock;

	PolicyPublishing(PolicyCatalogue catalogue, PolicyStore store, PublishedPolicyWriter writer, Clock clock) {
		this.catalogue = catalogue;
		this.store = store;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * A version as it was published.
	 *
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @param digest of its files
	 * @param publishedAt since when it is known
	 * @param publishedBy who published it
	 * @param approvedBy who approved it
	 * @param corrects the version in whose place it stands, null if it is the first of
	 * its date
	 * @param retroactive whether it took effect before the day it was published
	 */
	public record Publication(String jurisdiction, String program, String version, String digest, Instant publishedAt,
			String publishedBy, String approvedBy, @Nullable String corrects, boolean retroactive) {
	}

	/**
	 * Every jurisdiction.
	 * @return in the order of their ids
	 */
	public List<Jurisdiction> jurisdictions() {
		return this.catalogue.jurisdictions();
	}

	/**
	 * A jurisdiction.
	 * @param id its id
	 * @return the jurisdiction, or none
	 */
	public Optional<Jurisdiction> jurisdiction(String id) {
		return this.catalogue.jurisdiction(id);
	}

	/**
	 * The programs of a jurisdiction.
	 * @param jurisdiction its id
	 * @return in the order of evaluation
	 */
	public List<Program> programs(String jurisdiction) {
		return this.catalogue.current().programs(jurisdiction);
	}

	/**
	 * Counts the changes of what is published.
	 * @return another number after every change, of the dictionary too
	 */
	public long catalogueRevision() {
		return this.store.revision();
	}

	/**
	 * The files of a published version.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @param version the version's name
	 * @return its files, or none if there is no such version
	 */
	public Optional<PolicyFiles> files(String jurisdiction, String program, String version) {
		VersionId id = new VersionId(jurisdiction, program, version);
		return this.catalogue.current().version(id).map((found) -> this.store.files(found.id()));
	}

	/**
	 * What the next version for a day is called.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @param effectiveFrom the first day it governs
	 * @return the day; behind it {@code .2}, {@code .3} … if something was published for
	 * it before, withdrawn or not
	 */
	public String nextName(String jurisdiction, String program, LocalDate effectiveFrom) {
		int last = this.catalogue.current()
			.timeline(jurisdiction, program)
			.versions()
			.stream()
			.filter((version) -> version.effectiveFrom().equals(effectiveFrom))
			.mapToInt((version) -> version.id().correction())
			.max()
			.orElse(0);
		return (last == 0) ? effectiveFrom.toString() : effectiveFrom + "." + (last + 1);
	}

	/**
	 * The version in whose place another stands.
	 * @param version the name of a correction
	 * @return such as {@code 2014-01-01.2} for {@code 2014-01-01.3}; null for the first
	 * of a date
	 */
	public @Nullable String corrects(String version) {
		return new VersionId("", "", version).corrected();
	}

	/**
	 * Whether a version that is published today takes effect in the past.
	 * @param effectiveFrom the first day it governs
	 * @return true for every day before today
	 */
	public boolean isRetroactive(LocalDate effectiveFrom) {
		return effectiveFrom.isBefore(LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()));
	}

	/**
	 * Puts files where they would stand if they were published.
	 * @param files the files of a version
	 * @return with the jurisdiction, its standards, the program and its other versions
	 */
	public VersionDirectory directory(PolicyFiles files) {
		Jurisdiction jurisdiction = jurisdiction(files.jurisdiction())
			.orElseThrow(() -> Refusal.notFound("JURISDICTION_NOT_FOUND", files.jurisdiction()));
		Program program = programs(files.jurisdiction()).stream()
			.filter((each) -> each.id().equals(files.program()))
			.findFirst()
			.orElseThrow();
		List<VersionSpan> neighbours = this.catalogue.current()
			.timeline(files.jurisdiction(), files.program())
			.versions()
			.stream()
			.filter((version) -> version.withdrawnAt() == null && !version.id().version().equals(files.version()))
			.map((version) -> new VersionSpan(version.id().version(), version.effectiveFrom(), version.effectiveTo()))
			.toList();
		return new VersionDirectory(jurisdiction, program, files.with(this.store.standards(files.jurisdiction())),
				neighbours, (compiler) -> book(jurisdiction.id()));
	}

	/**
	 * The policies of a jurisdiction as they are known now.
	 * @param jurisdiction its id
	 * @return their book
	 */
	public PolicyBook book(String jurisdiction) {
		return this.catalogue.book(jurisdiction, this.clock.instant());
	}

	/**
	 * Keeps others from publishing standards until the caller's transaction ends.
	 * @param files a version with the standards that it was checked with
	 * @return false if those that it goes by are others by now, so that it has to be
	 * checked again
	 */
	public boolean hold(PolicyFiles files) {
		return this.writer.hold(files);
	}

	/**
	 * Publishes a version, in the caller's transaction. It is in force when that commits
	 * and {@link #takeIn} has returned.
	 * @param files its files
	 * @param header what its {@code policy.yaml} says
	 * @param dictionary the number of the revision of the dictionary it was checked with
	 * @param draft the draft it comes from
	 * @param publishedBy who publishes it
	 * @param approvedBy who approved it
	 * @return the version as published
	 * @throws Refusal 409 {@code VERSION_TAKEN} if another was published under its name
	 */
	@Transactional
	public Publication publish(PolicyFiles files, PolicyHeader header, int dictionary, String draft, String publishedBy,
			String approvedBy) {
		Instant at = this.writer.publishApproved(files, header, dictionary, draft, publishedBy, approvedBy)
			.orElseThrow(() -> new Refusal(CONFLICT, "VERSION_TAKEN", files.version()));
		boolean retroactive = header.effectiveFrom().isBefore(LocalDate.ofInstant(at, this.clock.getZone()));
		return new Publication(files.jurisdiction(), files.program(), files.version(), files.digest(), at, publishedBy,
				approvedBy, corrects(files.version()), retroactive);
	}

	/**
	 * Takes in what another instance has published that this one has not heard of yet.
	 */
	public void catchUp() {
		this.catalogue.refreshIfChanged();
	}

	/** Takes in what was published; nobody waits meanwhile. */
	public void takeIn() {
		this.catalogue.refresh();
	}

}
