package org.huiling.policy.drafts.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.account.FourEyes;
import org.huiling.engine.Bilingual;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A policy, a fact file or standards that somebody writes. Every move gives the draft as
 * it is afterwards, or refuses.
 *
 * @param id its id
 * @param revision counts the changes
 * @param title what its author calls it
 * @param target the version that it is to become, null if it is of a fact file
 * @param factFile the fact file that it is to become, null if it is of a policy
 * @param standards the standards that it is to become, null if it is of something else
 * @param needs the ids of the drafts of fact files that it needs
 * @param state how far it has come
 * @param author who began it
 * @param editors everybody who changed it, its author among them
 * @param createdAt when it was begun
 * @param changedAt when it last changed
 * @param checked the last check of its files as they are, null if there was none
 * @param hands who took part besides, and why it was turned down
 * @param files by path
 */
@Table("policy_draft")
public record Draft(@Id UUID id, int revision, @Embedded.Empty(prefix = "title_") Bilingual title,
		@Embedded.Nullable @Nullable Target target, @Embedded.Nullable @Nullable FactFileTarget factFile,
		@Embedded.Nullable @Nullable StandardsTarget standards, SortedSet<String> needs, DraftState state,
		String author, SortedSet<String> editors, @ReadOnlyProperty Instant createdAt,
		@ReadOnlyProperty Instant changedAt, @Embedded.Nullable @Nullable Checked checked, @Embedded.Empty Hands hands,
		@MappedCollection(idColumn = "draft", keyColumn = "path") Map<String, DraftFile> files) {

	private static final int FORBIDDEN = 403;

	private static final int CONFLICT = 409;

	/**
	 * The version that a draft is to become.
	 *
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version the name it would be published under
	 * @param effectiveFrom the first day it governs
	 * @param basedOn the version whose files it began with, null if it began empty
	 */
	public record Target(String jurisdiction, String program, String version, LocalDate effectiveFrom,
			@Nullable String basedOn) {

		public Target named(String version) {
			return new Target(this.jurisdiction, this.program, version, this.effectiveFrom, this.basedOn);
		}

	}

	/**
	 * The fact file that a draft is to become.
	 *
	 * @param name without its ending
	 * @param owner the jurisdiction whose it is, null if it is everybody's
	 * @param begun the file as it was in force when the draft was begun, null if there
	 * was none
	 */
	@SuppressWarnings("ArrayRecordComponent") // a row as it is
	public record FactFileTarget(@Column("fact_file") String name, @Column("fact_owner") @Nullable String owner,
			@Column("fact_begun") byte @Nullable [] begun) {

		/** The name of the file. */
		public String file() {
			return this.name + ".yaml";
		}

	}

	/**
	 * The standards that a draft is to become.
	 *
	 * @param jurisdiction whose they are
	 * @param begun the file as it was in force when the draft was begun, null if there
	 * was none
	 */
	@SuppressWarnings("ArrayRecordComponent") // a row as it is
	public record StandardsTarget(@Column("standards_of") String jurisdiction,
			@Column("standards_begun") byte @Nullable [] begun) {
	}

	/**
	 * A check.
	 *
	 * @param digest of the files that were checked
	 * @param ok whether they may be published
	 * @param report what was found, as JSON
	 */
	public record Checked(@Column("checked_digest") String digest, @Column("check_ok") boolean ok,
			@Column("check_report") String report) {
	}

	/**
	 * Who took part.
	 *
	 * @param submittedBy who handed it in
	 * @param approvedBy who found it right
	 * @param rejectedBy who turned it down
	 * @param reason why it was turned down
	 */
	public record Hands(@Nullable String submittedBy, @Nullable String approvedBy, @Nullable String rejectedBy,
			@Nullable String reason) {

		static final Hands NOBODY = new Hands(null, null, null, null);

	}

	public static Draft begun(Bilingual title, @Nullable Target target, @Nullable FactFileTarget factFile,
			@Nullable StandardsTarget standards, Collection<String> needs, Map<String, byte[]> files, String author,
			Instant now) {
		Map<String, DraftFile> copies = new TreeMap<>();
		files.forEach((path, content) -> copies.put(path, new DraftFile(content)));
		return new Draft(UUID.randomUUID(), 1, title, target, factFile, standards, new TreeSet<>(needs),
				DraftState.DRAFT, author, new TreeSet<>(Set.of(author)), now, now, null, Hands.NOBODY, copies);
	}

	/**
	 * The version it is to become.
	 * @throws Refusal 409 {@code NOT_OF_A_POLICY} for one of a fact file
	 */
	public Target policy() {
		if (this.target == null) {
			throw new Refusal(CONFLICT, "NOT_OF_A_POLICY", this.id);
		}
		return this.target;
	}

	/** Its files by path. */
	public Map<String, byte[]> contents() {
		Map<String, byte[]> contents = new TreeMap<>();
		this.files.forEach((path, file) -> contents.put(path, file.content()));
		return contents;
	}

	/** What its files are known by. */
	public String digest() {
		return new PolicyFiles("", "", "", contents()).digest();
	}

	/** Its files, as a version of the name it would be published under. */
	public PolicyFiles policyFiles() {
		Target policy = policy();
		return new PolicyFiles(policy.jurisdiction(), policy.program(), policy.version(), contents());
	}

	/** With a file more, or another one in its place. */
	public Draft with(String path, byte[] content) {
		Map<String, DraftFile> changed = new TreeMap<>(this.files);
		changed.put(path, new DraftFile(content));
		return holding(changed);
	}

	public Draft without(String path) {
		Map<String, DraftFile> changed = new TreeMap<>(this.files);
		changed.remove(path);
		return holding(changed);
	}

	private Draft holding(Map<String, DraftFile> files) {
		return new Draft(this.id, this.revision, this.title, this.target, this.factFile, this.standards, this.needs,
				this.state, this.author, this.editors, this.createdAt, this.changedAt, this.checked, this.hands, files);
	}

	/** Whoever approved it approved other files. */
	public Draft edited(String by) {
		require(DraftMove.EDIT);
		SortedSet<String> all = new TreeSet<>(this.editors);
		all.add(by);
		return moved(this.target, DraftState.DRAFT, all, null, Hands.NOBODY);
	}

	/** Its state stays. */
	public Draft checked(Checked check) {
		require(DraftMove.CHECK);
		return new Draft(this.id, this.revision, this.title, this.target, this.factFile, this.standards, this.needs,
				this.state, this.author, this.editors, this.createdAt, this.changedAt, check, this.hands, this.files);
	}

	/**
	 * Hands it to an approver.
	 * @param by who does
	 * @param version the name that is free now, null for a fact file
	 * @param check of its files as they are
	 * @return waiting for an approver
	 */
	public Draft submitted(String by, @Nullable String version, Checked check) {
		require(DraftMove.SUBMIT);
		if (!check.ok()) {
			throw new Refusal(CONFLICT, "CHECK_FAILED", this.id);
		}
		Target named = (version != null) ? policy().named(version) : this.target;
		return moved(named, DraftState.SUBMITTED, this.editors, check, new Hands(by, null, null, null));
	}

	public Draft approved(String by) {
		require(DraftMove.APPROVE);
		requireOther(by);
		return moved(this.target, DraftState.APPROVED, this.editors, this.checked,
				new Hands(this.hands.submittedBy(), by, null, null));
	}

	public Draft rejected(String by, String reason) {
		require(DraftMove.REJECT);
		requireOther(by);
		return moved(this.target, DraftState.REJECTED, this.editors, this.checked,
				new Hands(this.hands.submittedBy(), null, by, reason));
	}

	/** Gives it up: its author may, and whoever judges drafts. */
	public Draft discarded(String by, boolean approver) {
		require(DraftMove.DISCARD);
		if (!approver && !this.author.equals(by)) {
			throw new Refusal(FORBIDDEN, "NOT_YOUR_DRAFT", this.author);
		}
		return moved(this.target, DraftState.DISCARDED, this.editors, this.checked,
				new Hands(this.hands.submittedBy(), null, this.hands.rejectedBy(), this.hands.reason()));
	}

	/**
	 * Puts it in force.
	 * @param by who does
	 * @param check of its files as they are
	 * @return published
	 */
	public Draft published(String by, Checked check) {
		require(DraftMove.PUBLISH);
		requireOther(by);
		if (!check.ok()) {
			throw new Refusal(CONFLICT, "CHECK_FAILED", this.id);
		}
		if (this.checked == null || !this.checked.digest().equals(check.digest())) {
			throw new Refusal(CONFLICT, "NOT_WHAT_WAS_APPROVED", this.id);
		}
		return moved(this.target, DraftState.PUBLISHED, this.editors, check, this.hands);
	}

	/**
	 * Refuses a move that is not possible now.
	 * @param move the move
	 * @throws Refusal 409 {@code DRAFT_STATE}, naming what is possible
	 */
	public void require(DraftMove move) {
		if (!move.isPossible(this.state)) {
			throw new Refusal(CONFLICT, "DRAFT_STATE", move.name(), this.state.name(),
					DraftMove.possible(this.state).toString());
		}
	}

	/** Four eyes: nobody judges what they wrote, however little of it. */
	public void requireOther(String by) {
		FourEyes.refuse(this.editors.contains(by), "OWN_DRAFT");
	}

	public String etag() {
		return "\"" + this.revision + "\"";
	}

	/** Under the name that is free now. */
	public Draft named(String version) {
		return new Draft(this.id, this.revision, this.title, policy().named(version), this.factFile, this.standards,
				this.needs, this.state, this.author, this.editors, this.createdAt, this.changedAt, this.checked,
				this.hands, this.files);
	}

	/** With other drafts that it needs. */
	public Draft needing(Collection<String> drafts) {
		return new Draft(this.id, this.revision, this.title, this.target, this.factFile, this.standards,
				new TreeSet<>(drafts), this.state, this.author, this.editors, this.createdAt, this.changedAt,
				this.checked, this.hands, this.files);
	}

	private Draft moved(@Nullable Target target, DraftState state, SortedSet<String> editors, @Nullable Checked checked,
			Hands hands) {
		return new Draft(this.id, this.revision + 1, this.title, target, this.factFile, this.standards, this.needs,
				state, this.author, editors, this.createdAt, this.changedAt, checked, hands, this.files);
	}

}
