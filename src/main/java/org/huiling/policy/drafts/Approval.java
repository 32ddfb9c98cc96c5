package org.huiling.policy.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Severity;
import org.huiling.policy.CheckAnswer;
import org.huiling.policy.CheckJson;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.kind.DraftKind;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.Draft.Checked;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.DraftMove;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.Published;
import org.huiling.problem.FileError;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a draft from check to publication. Checks take seconds, so they run outside of
 * every transaction, and what they found counts only if the draft is still the one that
 * was checked.
 */
@Service
public class Approval {

	/** Facts and policies are published by people. */
	private static final int ATTEMPTS = 5;

	private final Drafting drafts;

	private final DraftRepository repository;

	private final PolicyPublishing published;

	private final List<ApprovalCondition> conditions;

	private final CurrentUser user;

	private final TransactionTemplate transaction;

	Approval(Drafting drafts, DraftRepository repository, PolicyPublishing published,
			List<ApprovalCondition> conditions, CurrentUser user, PlatformTransactionManager transactions) {
		this.conditions = List.copyOf(conditions);
		this.drafts = drafts;
		this.repository = repository;
		this.published = published;
		this.user = user;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Checks a draft and keeps what was found, unless it was changed meanwhile.
	 * @param id the draft's id
	 * @return what was found
	 */
	CheckAnswer check(UUID id) {
		this.published.catchUp();
		Draft draft = this.drafts.get(id);
		draft.require(DraftMove.CHECK);
		this.drafts.requireRegion(draft);
		CheckAnswer answer = CheckAnswer.of(this.drafts.kind(draft).check(draft, draft.contents()).report());
		Checked check = checked(draft, answer);
		this.transaction.executeWithoutResult((status) -> {
			Draft now = this.drafts.lockToChange(id, null);
			if (now.revision() == draft.revision() && DraftMove.CHECK.isPossible(now.state())
					&& (check.ok() || now.state() == DraftState.DRAFT || now.state() == DraftState.REJECTED)) {
				this.repository.save(now.checked(check));
				this.drafts.record(AuditAction.DRAFT_CHECKED, now, Map.of("ok", check.ok(), "digest", check.digest()));
			}
		});
		return answer;
	}

	/**
	 * Hands a draft to an approver, checked.
	 * @param id the draft's id
	 * @param revision the one that is meant, null for whichever it is
	 * @return the draft as it is now
	 * @throws Refusal 409 {@code CHECK_FAILED} if the check finds anything wrong
	 */
	Draft submit(UUID id, @Nullable Integer revision) {
		this.published.catchUp();
		Draft draft = this.drafts.get(id);
		draft.require(DraftMove.SUBMIT);
		this.drafts.requireRegion(draft);
		DraftKind kind = this.drafts.kind(draft);
		String version = kind.version(draft);
		DraftCheck outcome = passed(kind, (version != null) ? draft.named(version) : draft);
		Checked check = checked(draft, CheckAnswer.of(outcome.report()));
		Map<String, Object> details = new TreeMap<>(Map.of("digest", check.digest()));
		if (version != null) {
			details.put("version", version);
		}
		return move(draft, revision, AuditAction.DRAFT_SUBMITTED,
				(now) -> now.submitted(this.user.name(), version, check), details);
	}

	Draft approve(UUID id, @Nullable Integer revision) {
		Draft draft = this.drafts.get(id);
		draft.require(DraftMove.APPROVE);
		if (draft.factFile() == null) {
			this.conditions.forEach((one) -> one.require(draft.id(), draft.digest()));
		}
		String digest = (draft.checked() != null) ? draft.checked().digest() : "";
		return move(draft, revision, AuditAction.DRAFT_APPROVED, (now) -> now.approved(this.user.name()),
				Map.of("digest", digest));
	}

	Draft reject(UUID id, @Nullable Integer revision, String reason) {
		return move(this.drafts.get(id), revision, AuditAction.DRAFT_REJECTED,
				(now) -> now.rejected(this.user.name(), reason), Map.of());
	}

	Draft discard(UUID id, @Nullable Integer revision) {
		Draft draft = this.drafts.get(id);
		return move(draft, revision, AuditAction.DRAFT_DISCARDED,
				(now) -> now.discarded(this.user.name(), this.user.has(Role.POLICY_APPROVER)),
				Map.of("author", draft.author(), "state", draft.state()));
	}

	/**
	 * Publishes an approved draft after the whole check has passed once more: again, if a
	 * version or a fact file was published since the check.
	 * @param id the draft's id
	 * @param revision the one that is meant, null for whichever it is
	 * @return the version or revision as published; it is in force
	 * @throws Refusal 409 if the check fails now, the version's name is taken, or the
	 * facts that it needs are not published
	 */
	Published publish(UUID id, @Nullable Integer revision) {
		Draft draft = this.drafts.get(id);
		draft.require(DraftMove.PUBLISH);
		this.drafts.requireRegion(draft);
		draft.requireOther(this.user.name());
		DraftKind kind = this.drafts.kind(draft);
		kind.requireNeeds(draft);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			this.published.catchUp();
			DraftCheck outcome = passed(kind, draft);
			Checked check = checked(draft, CheckAnswer.of(outcome.report()));
			Optional<Published> done = Objects.requireNonNull(this.transaction.execute((status) -> {
				Draft now = unchanged(draft, revision);
				this.repository.save(now.published(this.user.name(), check));
				Optional<Published> tried = kind.publish(now, outcome, this.user.name());
				if (tried.isEmpty()) {
					status.setRollbackOnly();
				}
				return tried;
			}));
			this.published.takeIn();
			if (done.isPresent()) {
				return done.get();
			}
		}
		throw new Refusal(409, "PUBLISHED_MEANWHILE");
	}

	private Draft move(Draft seen, @Nullable Integer revision, AuditAction action, UnaryOperator<Draft> move,
			Map<String, ?> details) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Draft moved = move.apply(unchanged(seen, revision));
			this.repository.save(moved);
			this.drafts.record(action, moved, details);
			return moved;
		}));
	}

	/** The draft if it is the one that was looked at; a state that came first is told. */
	private Draft unchanged(Draft seen, @Nullable Integer revision) {
		Draft now = this.drafts.lockToChange(seen.id(), revision);
		if (now.revision() != seen.revision() && now.state() == seen.state()) {
			throw new Refusal(412, "STALE");
		}
		return now;
	}

	/** Checks what is to be handed on; the refusal names every file and line. */
	private static DraftCheck passed(DraftKind kind, Draft draft) {
		DraftCheck outcome = kind.check(draft, draft.contents());
		if (!outcome.report().ok()) {
			throw new Refusal(409, "CHECK_FAILED", errors(outcome.report()), draft.id());
		}
		return outcome;
	}

	private static Checked checked(Draft draft, CheckAnswer answer) {
		return new Checked(draft.digest(), answer.ok(), CheckJson.write(answer));
	}

	public static List<FileError> errors(CheckReport report) {
		List<FileError> errors = new ArrayList<>();
		report.problems()
			.stream()
			.filter((problem) -> problem.severity() == Severity.ERROR)
			.map((problem) -> new FileError(problem.file(), problem.line(), problem.column(), problem.code(),
					problem.message().zh(), problem.message().en()))
			.forEach(errors::add);
		report.findings()
			.stream()
			.filter(Finding::stands)
			.map((finding) -> new FileError(null, null, null, finding.kind().name(), finding.message().zh(),
					finding.message().en()))
			.forEach(errors::add);
		return errors;
	}

}
