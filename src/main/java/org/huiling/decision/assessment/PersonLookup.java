package org.huiling.decision.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.FieldError;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads people on file, each in a transaction of its own that ends before anything is
 * evaluated: nobody who records something has to wait for the rules.
 */
@Component
public class PersonLookup {

	private static final int NOT_FOUND = 404;

	private final ApplicantRegister register;

	private final AuditTrail audit;

	PersonLookup(ApplicantRegister register, AuditTrail audit) {
		this.register = register;
		this.audit = audit;
	}

	/**
	 * Somebody who is to be assessed.
	 * @throws org.huiling.problem.InvalidInput 422 naming {@code applicantId} if they are
	 * not on file or not the caller's
	 * @throws Refusal 410 if their file was merged or erased
	 */
	@Transactional
	public KnownApplicant assessed(UUID id, @Nullable Instant knownAt) {
		KnownApplicant known;
		try {
			known = this.register.find(id, knownAt);
		}
		catch (Refusal refusal) {
			if (refusal.status() == NOT_FOUND) {
				throw PolicyLookup.refused(FieldError.of("applicantId", RequestFault.NOT_FOUND.name()));
			}
			throw refusal;
		}
		this.audit.record(AuditAction.APPLICANT_ASSESSED, id.toString(), Map.of());
		return known;
	}

	/**
	 * Somebody about whom something is decided, which is noted with the decision.
	 * @throws Refusal 404 or 410 as above
	 */
	public KnownApplicant decided(UUID id) {
		return this.register.find(id, null);
	}

}
