package org.huiling.policy.drafts;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.Program;
import org.huiling.policy.PolicyPublishing;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins drafts and changes their files; every change is recorded. */
@Service
class Drafting {

	private static final int PRECONDITION_FAILED = 412;

	private final DraftStore store;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	private final CurrentUser user;

	private final AuditTrail trail;

	private final Clock clock;

	Drafting(DraftStore store, PolicyPublishing published, PolicyCompiler compiler, CurrentUser user, AuditTrail trail,
			Clock clock) {
		this.store = store;
		this.published = published;
		this.compiler = compiler;
		this.user = user;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * A draft.
	 * @param id its id
	 * @return the draft
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	Draft get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
	}

	/**
	 * Begins a draft, empty or with the files of a version.
	 * @param wanted what it is to be
	 * @return the draft
	 */
	@Transactional
	Draft begin(DraftBody wanted) {
		Jurisdiction jurisdiction = this.published.jurisdiction(wanted.jurisdiction())
			.orElseThrow(() -> DraftFault.NO_SUCH_JURISDICTION.refusal("jurisdiction",
					this.published.jurisdictions().stream().map(Jurisdiction::id).toList().toString()));
		if (this.published.programs(jurisdiction.id()).stream().noneMatch((one) -> one.id().equals(wanted.program()))) {
			throw DraftFault.NO_SUCH_PROGRAM.refusal("program",
					this.published.programs(jurisdiction.id()).stream().map(Program::id).toList().toString());
		}
		this.user.requireRegion(jurisdiction.regionPrefix());
		Draft.Target target = new Draft.Target(jurisdiction.id(), wanted.program(),
				this.published.nextName(jurisdiction.id(), wanted.program(), wanted.effectiveFrom()),
				wanted.effectiveFrom(), wanted.title().words(), wanted.basedOn());
		Draft draft = Draft.begun(UUID.randomUUID(), target, this.user.name(), this.clock.instant());
		this.store.insert(draft);
		if (wanted.basedOn() != null) {
			copy(draft, wanted.basedOn());
		}
		record(AuditAction.DRAFT_CREATED, draft, Map.of("version", target.version()));
		return get(draft.id());
	}

	private void copy(Draft draft, String basedOn) {
		Draft.Target target = draft.target();
		PolicyFiles files = this.published.files(target.jurisdiction(), target.program(), basedOn)
			.orElseThrow(() -> DraftFault.NO_SUCH_VERSION.refusal("basedOn"));
		files.files()
			.forEach((path, content) -> this.store.put(draft.id(), path,
					path.equals(NextHeader.FILE) ? NextHeader.of(content, target) : content));
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
		DraftFiles.require(this.compiler, this.store.files(draft), path, content);
		this.store.put(id, path, content);
		return changed(edited, path);
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
		if (!this.store.delete(id, path)) {
			throw Refusal.notFound("DRAFT_FILE_NOT_FOUND", path);
		}
		return changed(edited, path);
	}

	private Draft changed(Draft edited, String path) {
		this.store.update(edited);
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
	Draft lockToChange(UUID id, @Nullable Integer revision) {
		Draft draft = this.store.lock(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
		requireRegion(draft);
		if (revision != null && revision != draft.revision()) {
			throw new Refusal(PRECONDITION_FAILED, "STALE");
		}
		return draft;
	}

	void requireRegion(Draft draft) {
		this.published.jurisdiction(draft.target().jurisdiction())
			.ifPresent((jurisdiction) -> this.user.requireRegion(jurisdiction.regionPrefix()));
	}

	void record(AuditAction action, Draft draft, Map<String, ?> details) {
		this.trail.record(action, draft.id().toString(), details);
	}

}
