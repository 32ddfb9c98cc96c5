package org.huiling.decision.remedy;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.huiling.audit.AuditAction;
import org.huiling.decision.Collisions;
import org.huiling.decision.DecisionView;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.ObjectionView;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 撤销与复议: what may become of a decision afterwards.
 */
@Component
public class RemedyOperations {

	private final DecisionQueries decisions;

	private final Revoking revoking;

	private final Objecting objecting;

	private final PolicyCatalogue catalogue;

	private final Collisions collisions;

	private final TransactionTemplate transaction;

	RemedyOperations(DecisionQueries decisions, Revoking revoking, Objecting objecting, PolicyCatalogue catalogue,
			Collisions collisions, PlatformTransactionManager transactions) {
		this.decisions = decisions;
		this.revoking = revoking;
		this.objecting = objecting;
		this.catalogue = catalogue;
		this.collisions = collisions;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A decision; reading it is noted in the audit trail.
	 * @param id its id
	 * @return as in {@code GET /decisions/{id}}, with the objections against it
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	public DecisionView one(UUID id) {
		return DecisionView.of(this.decisions.one(id, AuditAction.DECISION_READ), this.catalogue::currency);
	}

	/**
	 * Takes back what was decided in error.
	 * @param id of the decision
	 * @param reason in the words of who takes it back
	 * @return the decision that does so
	 * @throws Refusal 404; 409 if another decision took its place, or it revokes one
	 * itself
	 */
	public DecisionView revoke(UUID id, String reason) {
		return revoke(id, reason, (work) -> Objects.requireNonNull(this.transaction.execute((status) -> work.get())));
	}

	/** The same in a transaction that the caller opens. */
	<A> A revoke(UUID id, String reason, Function<Supplier<DecisionView>, A> transaction) {
		Decision wrong = this.decisions.require(id);
		return this.collisions.told(wrong.key().applicant(), () -> transaction
			.apply(() -> DecisionView.of(this.revoking.revoke(wrong, reason), this.catalogue::currency)));
	}

	/**
	 * Records that somebody does not agree.
	 * @param id of the decision
	 * @param asked what they say
	 * @return the objection
	 * @throws org.huiling.problem.InvalidInput 422 if the day cannot be right
	 * @throws Refusal 404 if there is no such decision
	 */
	@Transactional
	public ObjectionView object(UUID id, ObjectionBody asked) {
		return ObjectionView.of(this.objecting.object(this.decisions.require(id), asked));
	}

	/**
	 * Records what became of an objection, once.
	 * @param id of the decision
	 * @param objection its id
	 * @param asked what became of it
	 * @return the objection
	 * @throws org.huiling.problem.InvalidInput 422 if the day cannot be right
	 * @throws Refusal 404; 409 if that is recorded already
	 */
	@Transactional
	public ObjectionView conclude(UUID id, UUID objection, ConclusionBody asked) {
		Decision decision = this.decisions.require(id);
		return ObjectionView.of(this.objecting.conclude(decision, this.objecting.require(decision, objection), asked));
	}

}
