package org.huiling.decision;

import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.audit.AuditAction;
import org.huiling.problem.Refusal;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 撤销与复议: what may become of a decision afterwards, as pages show and do it, in the JSON
 * of the HTTP contract.
 */
@Component
public class DecisionMoves {

	private final DecisionsOnFile decisions;

	private final Revoking revoking;

	private final Objecting objecting;

	private final Collisions collisions;

	private final TransactionTemplate transaction;

	DecisionMoves(DecisionsOnFile decisions, Revoking revoking, Objecting objecting, Collisions collisions,
			PlatformTransactionManager transactions) {
		this.decisions = decisions;
		this.revoking = revoking;
		this.objecting = objecting;
		this.collisions = collisions;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A decision; reading it is noted in the audit trail.
	 * @param id its id
	 * @return as in {@code GET /decisions/{id}}, with the objections against it
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	public ObjectNode one(UUID id) {
		return DecisionView.of(this.decisions.one(id, AuditAction.DECISION_READ));
	}

	/**
	 * Takes back what was decided in error.
	 * @param id of the decision
	 * @param reason in the words of who takes it back
	 * @return whose decision it was
	 * @throws Refusal 404; 409 if another decision took its place, or it revokes one
	 * itself
	 */
	public UUID revoke(UUID id, String reason) {
		Decision wrong = this.decisions.require(id);
		UUID applicant = wrong.key().applicant();
		this.collisions.told(applicant, () -> done(() -> this.revoking.revoke(wrong, reason)));
		return applicant;
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
	public Objection object(UUID id, ObjectionBody asked) {
		return this.objecting.object(this.decisions.require(id), asked);
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
	public Objection conclude(UUID id, UUID objection, ConclusionBody asked) {
		Decision decision = this.decisions.require(id);
		return this.objecting.conclude(decision, this.objecting.require(decision, objection), asked);
	}

	private <T> T done(Supplier<T> work) {
		T done = this.transaction.execute((status) -> work.get());
		if (done == null) {
			throw new IllegalStateException("nothing came of it");
		}
		return done;
	}

}
