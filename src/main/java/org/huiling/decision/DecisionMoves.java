package org.huiling.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.problem.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
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

	private final CurrentUser user;

	private final Clock clock;

	private final TransactionTemplate transaction;

	DecisionMoves(DecisionsOnFile decisions, Revoking revoking, Objecting objecting, Collisions collisions,
			CurrentUser user, Clock clock, PlatformTransactionManager transactions) {
		this.decisions = decisions;
		this.revoking = revoking;
		this.objecting = objecting;
		this.collisions = collisions;
		this.user = user;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A decision; reading it is noted in the audit trail.
	 * @param id its id
	 * @return as in {@code GET /decisions/{id}}, with the objections against it
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	public ObjectNode one(UUID id) {
		DecisionController.requireReader(this.user);
		return DecisionView.of(this.decisions.one(id, "DECISION_READ"));
	}

	/**
	 * Takes back what was decided in error.
	 * @param id of the decision
	 * @param body as in {@code POST /decisions/{id}/revoke}
	 * @return whose decision it was
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 * @throws Refusal 404; 409 if another decision took its place, or it revokes one
	 * itself
	 */
	public UUID revoke(UUID id, JsonNode body) {
		Decision wrong = changed(id);
		RevokeBody asked = RevokeBody.read(body);
		UUID applicant = wrong.key().applicant();
		this.collisions.told(applicant, () -> done(() -> this.revoking.revoke(wrong, asked.reason())));
		return applicant;
	}

	/**
	 * Records that somebody does not agree.
	 * @param id of the decision
	 * @param body as in {@code POST /decisions/{id}/objections}
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read;
	 * 422 if the day cannot be right
	 * @throws Refusal 404 if there is no such decision
	 */
	public void object(UUID id, JsonNode body) {
		Decision decision = changed(id);
		LocalDate decided = LocalDate.ofInstant(decision.decidedAt(), this.clock.getZone());
		ObjectionBody asked = ObjectionBody.read(body, decided, LocalDate.now(this.clock));
		done(() -> this.objecting.object(decision, asked));
	}

	/**
	 * Records what became of an objection, once.
	 * @param id of the decision
	 * @param objection its id
	 * @param body as in {@code POST /decisions/{id}/objections/{objection}/outcome}
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read;
	 * 422 if the day cannot be right
	 * @throws Refusal 404; 409 if that is recorded already
	 */
	public void conclude(UUID id, UUID objection, JsonNode body) {
		Decision decision = changed(id);
		Objection open = this.objecting.require(decision, objection);
		ConclusionBody asked = ConclusionBody.read(body, open.date(), LocalDate.now(this.clock));
		done(() -> this.objecting.conclude(decision, open, asked));
	}

	private Decision changed(UUID id) {
		this.user.requireRole(Role.CASE_WORKER);
		return this.decisions.require(id);
	}

	private <T> T done(Supplier<T> work) {
		T done = this.transaction.execute((status) -> work.get());
		if (done == null) {
			throw new IllegalStateException("nothing came of it");
		}
		return done;
	}

}
