package org.huiling.policy.drafts;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
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

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins drafts and changes their files; every change is recorded. */
@Service
class Drafting {

	private static final int PRECONDITION_FAILED = 412;

	private final DraftRepository repository;

	private final JdbcAggregateOperations aggregates;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	private final CurrentUser user;

	private final AuditTrail trail;

	private final Clock clock;

	Drafting(DraftRepository repository, JdbcAggregateOperations aggregates, PolicyPublishing published,
			PolicyCompiler compiler, CurrentUser user, AuditTrail trail, Clock clock) {
		this.repository = repository;
		this.aggregates = aggregates;
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
		return this.repository.findById(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
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
		Map<String, byte[]> files = (wanted.basedOn() != null) ? copies(target, wanted.basedOn()) : Map.of();
		Draft draft = this.aggregates.insert(Draft.begun(target, files, this.user.name(), this.clock.instant()));
		record(AuditAction.DRAFT_CREATED, draft, Map.of("version", target.version()));
		return get(draft.id());
	}

	private Map<String, byte[]> copies(Draft.Target target, String basedOn) {
		PolicyFiles files = this.published.files(target.jurisdiction(), target.program(), basedOn)
			.orElseThrow(() -> DraftFault.NO_SUCH_VERSION.refusal("basedOn"));
		Map<String, byte[]> copies = new TreeMap<>(files.files());
		copies.computeIfPresent(NextHeader.FILE, (path, content) -> NextHeader.of(content, target));
		return copies;
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
		DraftFiles.require(this.compiler, draft.policyFiles(), path, content);
		return changed(edited.with(path, content), path);
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
		return changed(edited.without(path), path);
	}

	private Draft changed(Draft edited, String path) {
		this.repository.save(edited);
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
		Draft draft = this.repository.findToChangeById(id).orElseThrow(() -> Refusal.notFound("DRAFT_NOT_FOUND"));
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
