package org.huiling.applicant.register.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.facts.Subject;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells that somebody has a resident id, and who, if the caller sees them. That it was
 * told stays on the trail though nothing comes of the request: it is noted in a
 * transaction of its own, before the answer.
 */
@Component
class IdHolders {

	private static final int CONFLICT = 409;

	private final PersonStore store;

	private final Visibility visibility;

	private final ElsewhereLimit limit;

	private final AuditTrail audit;

	private final TransactionTemplate apart;

	IdHolders(PersonStore store, Visibility visibility, ElsewhereLimit limit, AuditTrail audit,
			PlatformTransactionManager transactions) {
		this.store = store;
		this.visibility = visibility;
		this.limit = limit;
		this.audit = audit;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Before an id is written: whether that may be tried.
	 * @throws Refusal 429 if the caller had their share of ids that were on file where
	 * they do not see, whether or not this one is; 409 if they see who has it
	 */
	void requireTry(PersonHashes.Hashes keys) {
		byte[] resident = keys.resident();
		if (resident != null && this.limit.left(this.visibility.name()) == 0) {
			throw seen(resident).map(this::told).orElseGet(this.limit::reached);
		}
	}

	/** What the caller is told who wrote an id that somebody has. */
	Refusal onFile(PersonHashes.Hashes keys) {
		byte[] resident = keys.resident();
		if (resident == null) {
			throw new IllegalStateException("a conflict without a resident id");
		}
		return seen(resident).map(this::told).orElseGet(() -> toldElsewhere(resident));
	}

	private Optional<UUID> seen(byte[] resident) {
		return this.store.holder(resident, this.visibility.condition());
	}

	private Refusal told(UUID holder) {
		this.apart.executeWithoutResult((status) -> this.audit.record(AuditAction.RESIDENT_ID_FOUND, holder.toString(),
				Map.of("by", "RECORD")));
		return new Refusal(CONFLICT, number(holder) + "_ON_FILE", holder.toString());
	}

	/** What the number is that somebody has. */
	private String number(@Nullable UUID holder) {
		return (holder != null && this.store.subject(holder) == Subject.ORGANISATION) ? "CREDIT_CODE" : "RESIDENT_ID";
	}

	private Refusal toldElsewhere(byte[] resident) {
		UUID holder = this.store.holder(resident, "true").orElse(null);
		boolean counted = Boolean.TRUE.equals(this.apart.execute((status) -> {
			boolean within = this.limit.count(this.visibility.name(), (holder != null) ? List.of(holder) : List.of(),
					Map.of("by", "RECORD"));
			if (!within) {
				status.setRollbackOnly();
			}
			return within;
		}));
		return counted ? new Refusal(CONFLICT, number(holder) + "_ON_FILE_ELSEWHERE") : this.limit.reached();
	}

}
