package org.huiling.policy.drafts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.policy.drafts.kind.DraftKind;
import org.huiling.policy.drafts.kind.PolicyKind;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins drafts and changes their files; every change is recorded. */
@Service
public class Drafting {

	private static final int PRECONDITION_FAILED = 412;

	private final DraftRepository repository;

	private final JdbcAggregateOperations aggregates;

	private final List<DraftKind> kinds;

	private final PolicyKind policies;

	private final CurrentUser user;

	private final AuditTrail trail;

	private final DraftChanges changes;

	Drafting(DraftRepository repository, JdbcAggregateOperations aggregates, List<DraftKind> kinds, PolicyKind policies,
			CurrentUser user, AuditTrail trail, DraftChanges changes) {
		this.changes = changes;
		this.repository = repository;
		this.aggregates = aggregates;
		this.kinds = List.copyOf(kinds);
		this.policies = policies;
		this.user = user;
		this.trail = trail;
	}

	/**
	 * A draft.
	 * @param id its id
	 * @return the draft
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public Draft get(UUID id) {
		return this.repository.findById(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
	}

	/**
	 * Begins a draft, empty or with the files of a version, with a fact file or with
	 * standards.
	 * @param wanted what it is to be
	 * @return the draft
	 */
	@Transactional
	Draft begin(DraftBody wanted) {
		DraftKind kind = this.kinds.stream().filter((one) -> one.begins(wanted)).findFirst().orElseThrow();
		Draft draft = this.aggregates.insert(kind.begin(wanted, this.user.name()));
		record(AuditAction.DRAFT_CREATED, draft, Map.of("of", of(draft)));
		return get(draft.id());
	}

	private static String of(Draft draft) {
		if (draft.standards() != null) {
			return draft.standards().jurisdiction() + "/" + StandardsFile.NAME;
		}
		return (draft.factFile() != null) ? draft.factFile().file() : String.valueOf(draft.policy().version());
	}

	/**
	 * What a draft is of.
	 * @param draft the draft
	 * @return how it is checked and published
	 */
	public DraftKind kind(Draft draft) {
		return this.kinds.stream().filter((one) -> one.isKindOf(draft)).findFirst().orElseThrow();
	}

	/**
	 * Says which drafts of fact files a policy needs.
	 * @param id the draft's id
	 * @param revision the one that the change was made for, null for whichever it is
	 * @param needs their ids
	 * @return the draft as it is now
	 */
	@Transactional
	Draft need(UUID id, @Nullable Integer revision, List<String> needs) {
		Draft draft = lockToChange(id, revision);
		Draft changed = draft.edited(this.user.name()).needing(this.policies.needs(needs));
		changed.policy();
		this.repository.save(changed);
		record(AuditAction.DRAFT_EDITED, changed, Map.of("needs", needs));
		return changed;
	}

	/**
	 * Adds or replaces a file.
	 * @param id the draft's id
	 * @param revision the one that the change was made for, null for whichever it is
	 * @param path the file's path
	 * @param content its bytes
	 * @return the draft as it is now
	 */
	@Transactional
	Draft put(UUID id, @Nullable Integer revision, String path, byte[] content) {
		Draft draft = lockToChange(id, revision);
		Draft edited = draft.edited(this.user.name());
		kind(draft).requireFile(draft, path, content);
		return changed(edited.with(path, content), path, draft.contents().get(path));
	}

	/**
	 * Removes a file.
	 * @param id the draft's id
	 * @param revision the one that the change was made for, null for whichever it is
	 * @param path the file's path
	 * @return the draft as it is now
	 */
	@Transactional
	Draft delete(UUID id, @Nullable Integer revision, String path) {
		Draft edited = lockToChange(id, revision).edited(this.user.name());
		if (!edited.files().containsKey(path)) {
			throw Refusal.notFound("DRAFT_FILE_NOT_FOUND", path);
		}
		return changed(edited.without(path), path, edited.contents().get(path));
	}

	private Draft changed(Draft edited, String path, byte @Nullable [] before) {
		this.repository.save(edited);
		this.changes.note(edited.id(), path, before, edited.contents().get(path), this.user.name());
		record(AuditAction.DRAFT_EDITED, edited, Map.of("file", path));
		return edited;
	}

	/**
	 * The draft, to be changed in this transaction by somebody who may.
	 * @param id its id
	 * @param revision the one that the change is meant for, null for whichever it is
	 * @return the draft
	 * @throws Refusal 403 {@code OUTSIDE_REGION}, 404, 412 {@code STALE}
	 */
	public Draft lockToChange(UUID id, @Nullable Integer revision) {
		Draft draft = this.repository.findToChangeById(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
		requireRegion(draft);
		if (revision != null && revision != draft.revision()) {
			throw new Refusal(PRECONDITION_FAILED, "STALE");
		}
		return draft;
	}

	void requireRegion(Draft draft) {
		kind(draft).requireRegion(draft);
	}

	void record(AuditAction action, Draft draft, Map<String, ?> details) {
		this.trail.record(action, draft.id().toString(), details);
	}

}
