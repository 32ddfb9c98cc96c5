package org.huiling.decision.remedy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.ReasonsWriter;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was decided in error. What was decided stays readable. */
@Component
public class Revoking {

	private static final int CONFLICT = 409;

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final DecisionStore store;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	Revoking(DecisionStore store, RecordedTime time, AuditTrail audit, CurrentUser user) {
		this.store = store;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Revokes a decision: as if nothing had been decided for its period.
	 * @return the decision that does so, with the others about the person
	 * @throws Refusal 409 {@code NOT_CURRENT} if another one took its place, 409
	 * {@code REVOKES_ALREADY} if it revokes one itself
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else took its
	 * place meanwhile
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public DecisionQueries.One revoke(Decision wrong, String reason) {
		if (wrong.outcome() == DecisionOutcome.REVOKED) {
			throw new Refusal(CONFLICT, "REVOKES_ALREADY", String.valueOf(wrong.supersedes()));
		}
		List<Decision> all = new ArrayList<>(this.store.of(List.of(wrong.key().applicant())));
		all.stream().filter((other) -> wrong.id().equals(other.supersedes())).findFirst().ifPresent((other) -> {
			throw new Refusal(CONFLICT, "NOT_CURRENT", other.id().toString(), other.decidedBy(), other.decidedAt());
		});
		Instant now = this.time.stamp();
		Decision revoking = new Decision(TimeOrderedId.next(), wrong.key(), wrong.period(), DecisionOutcome.REVOKED,
				NOTHING, List.of(), null, null, ReasonsWriter.NONE, null, now, now, this.user.name(), Decision.CASE,
				reason, wrong.id());
		this.store.insert(revoking);
		this.audit.record(AuditAction.DECISION_REVOKED, wrong.key().applicant().toString(),
				Map.of("decision", wrong.id().toString(), "by", revoking.id().toString()));
		all.add(revoking);
		return new DecisionQueries.One(revoking, EffectiveDecisions.of(all), List.of());
	}

}
