package org.huiling.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was decided, and notes who did. */
@Component
class DecisionsOnFile {

	private static final Comparator<Decision> ORDER = Comparator
		.comparing((Decision decision) -> decision.key().program())
		.thenComparing((decision) -> String.valueOf(decision.key().claim()))
		.thenComparing(Decision::period)
		.thenComparing(Decision::decidedAt);

	private final DecisionStore store;

	private final ApplicantRegister register;

	private final RecordedTime time;

	private final AuditTrail audit;

	DecisionsOnFile(DecisionStore store, ApplicantRegister register, RecordedTime time, AuditTrail audit) {
		this.store = store;
		this.register = register;
		this.time = time;
		this.audit = audit;
	}

	/**
	 * Decisions with what stands of them.
	 *
	 * @param decisions by program, claim, period and time
	 * @param standing what stands of everything about the person
	 */
	record File(List<Decision> decisions, Standing standing) {
	}

	/**
	 * Everything decided about a person, also under a file that was merged into theirs.
	 * @param knownAt as far as it was decided by then; null for now
	 * @throws Refusal 404 if the user may not see them
	 */
	@Transactional
	public File of(UUID applicant, @Nullable Instant knownAt) {
		if (knownAt != null) {
			this.time.settled();
		}
		List<Decision> decisions = this.store.of(this.register.files(applicant))
			.stream()
			.filter((decision) -> knownAt == null || !decision.decidedAt().isAfter(knownAt))
			.sorted(ORDER)
			.toList();
		this.audit.record("DECISIONS_READ", applicant.toString(), Map.of());
		return new File(decisions, Standing.of(decisions));
	}

	/**
	 * One decision.
	 * @param action what it is read for, for the trail
	 * @return the decision, with the others about the same person
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	@Transactional
	public One one(UUID id, String action) {
		Decision decision = require(id);
		this.audit.record(action, decision.key().applicant().toString(), Map.of("decision", id.toString()));
		return new One(decision, Standing.of(this.store.of(List.of(decision.key().applicant()))));
	}

	/**
	 * A decision among others.
	 *
	 * @param decision the decision
	 * @param standing what stands about the person
	 */
	record One(Decision decision, Standing standing) {
	}

	Decision require(UUID id) {
		return this.store.find(id).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND"));
	}

}
