package org.huiling.applicant.register.lookup;

import java.time.Instant;
import java.util.Map;

import org.huiling.applicant.register.store.PersonRow;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses files that ended, merged or erased. To say so tells something about a person,
 * so it is noted, in a transaction of its own: nothing else comes of the request.
 */
@Component
public class EndedFiles {

	private static final int GONE = 410;

	private final AuditTrail audit;

	private final TransactionTemplate apart;

	EndedFiles(AuditTrail audit, PlatformTransactionManager transactions) {
		this.audit = audit;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Refuses a file that had ended.
	 * @param knownAt when; null for now
	 * @throws Refusal 410 {@code APPLICANT_ERASED}, or {@code APPLICANT_MERGED} with the
	 * id of the file that goes on
	 */
	public void requireOpen(PersonRow person, @Nullable Instant knownAt) {
		if (person.erasedAt() != null) {
			throw told(person, new Refusal(GONE, "APPLICANT_ERASED"));
		}
		requireUnmerged(person, knownAt);
	}

	/** Refuses a file that had been merged. */
	void requireUnmerged(PersonRow person, @Nullable Instant knownAt) {
		Instant mergedAt = person.mergedAt();
		if (mergedAt != null && (knownAt == null || !knownAt.isBefore(mergedAt))) {
			throw told(person, new Refusal(GONE, "APPLICANT_MERGED", String.valueOf(person.mergedInto())));
		}
	}

	private Refusal told(PersonRow person, Refusal refusal) {
		this.apart.executeWithoutResult((status) -> this.audit.record(AuditAction.ENDED_FILE_ASKED,
				person.id().toString(), Map.of("told", refusal.code())));
		return refusal;
	}

}
