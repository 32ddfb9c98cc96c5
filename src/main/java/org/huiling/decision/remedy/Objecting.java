package org.huiling.decision.remedy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.assessment.RequestFault;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.Objection;
import org.huiling.decision.store.Objection.Conclusion;
import org.huiling.decision.store.ObjectionStore;
import org.huiling.input.InputErrors;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records objections and what became of them. */
@Component
public class Objecting {

	private static final int CONFLICT = 409;

	private final ObjectionStore store;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	Objecting(ObjectionStore store, RecordedTime time, AuditTrail audit, CurrentUser user, Clock clock) {
		this.clock = clock;
		this.store = store;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Records an objection against a decision that the user may see.
	 * @throws InvalidInput 422 if its day lies before the decision, or in the future
	 */
	@Transactional
	public Objection object(Decision decision, ObjectionBody body) {
		requireDay(body.date(), LocalDate.ofInstant(decision.decidedAt(), this.clock.getZone()));
		Objection objection = new Objection(TimeOrderedId.next(), decision.id(), body.date(), body.grounds(),
				this.time.stamp(), this.user.name(), null);
		this.store.insert(objection);
		audit(AuditAction.OBJECTION_RECORDED, decision,
				Map.of("decision", decision.id().toString(), "objection", objection.id().toString()));
		return objection;
	}

	/**
	 * Records what became of an objection.
	 * @throws InvalidInput 422 if its day lies before the objection, or in the future
	 * @throws Refusal 409 {@code OBJECTION_CLOSED} if that was recorded before
	 */
	@Transactional
	public Objection conclude(Decision decision, Objection objection, ConclusionBody body) {
		requireDay(body.date(), objection.date());
		Instant now = this.time.stamp();
		Conclusion conclusion = new Conclusion(body.outcome(), body.reason(), body.date(), now, this.user.name());
		if (!this.store.conclude(objection.id(), conclusion)) {
			throw new Refusal(CONFLICT, "OBJECTION_CLOSED", objection.id().toString());
		}
		audit(AuditAction.OBJECTION_CONCLUDED, decision, Map.of("decision", decision.id().toString(), "objection",
				objection.id().toString(), "outcome", body.outcome().name()));
		return objection.with(conclusion);
	}

	/**
	 * An objection against a decision.
	 * @throws Refusal 404 if there is none
	 */
	public Objection require(Decision decision, UUID id) {
		return this.store.find(decision.id(), id).orElseThrow(() -> Refusal.notFound("OBJECTION_NOT_FOUND"));
	}

	/** A day cannot lie before what it follows, or in the future. */
	private void requireDay(LocalDate date, LocalDate earliest) {
		LocalDate today = LocalDate.now(this.clock);
		InputErrors errors = new InputErrors();
		if (date.isBefore(earliest)) {
			errors.add("date", RequestFault.DATE_TOO_EARLY, earliest.toString());
		}
		else if (date.isAfter(today)) {
			errors.add("date", RequestFault.NOT_YET, today.toString());
		}
		errors.throwIfAny();
	}

	private void audit(AuditAction action, Decision decision, Map<String, String> details) {
		this.audit.record(action, decision.key().applicant().toString(), details);
	}

}
