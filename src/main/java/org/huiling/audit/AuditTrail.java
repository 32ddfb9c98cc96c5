package org.huiling.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only trail of what was done. What is recorded is written at the end of the
 * caller's transaction, and with it or not at all: if it cannot be written, the
 * transaction fails.
 */
@Component
public class AuditTrail {

	/** Who acts where nobody is signed in: the service itself. */
	public static final String SYSTEM = "system";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private final AuditStore store;

	private final WrittenSoFar written;

	AuditTrail(AuditStore store, WrittenSoFar written) {
		this.store = store;
		this.written = written;
	}

	/**
	 * Records that the signed-in person, or the service, did something.
	 * @param action what, in upper case, such as {@code DECISION_MADE}
	 * @param subject the id of what it was done to: an applicant, decision, version, run
	 * …
	 * @param details what else matters; JSON values, never personal data or secrets
	 * @throws IllegalTransactionStateException if no transaction is open, or it is
	 * read-only
	 */
	public void record(String action, String subject, Map<String, ?> details) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			throw new IllegalTransactionStateException("what is recorded needs a transaction that writes");
		}
		Pending pending = pending();
		pending.events.add(new AuditEntry(actor(), action, subject, JSON.writeValueAsString(details)));
	}

	/**
	 * Kept back until the transaction's end, so that the chain's end is held for the time
	 * of the commit only, and never before any other lock.
	 */
	private Pending pending() {
		for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
			if (each instanceof Pending pending) {
				return pending;
			}
		}
		Pending pending = new Pending(this.store, this.written);
		TransactionSynchronizationManager.registerSynchronization(pending);
		return pending;
	}

	private static String actor() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			return SYSTEM;
		}
		return authentication.getName();
	}

	/** What one transaction has to record. */
	private static final class Pending implements TransactionSynchronization {

		private final AuditStore store;

		private final List<AuditEntry> events = new ArrayList<>();

		private final WrittenSoFar written;

		private long last;

		Pending(AuditStore store, WrittenSoFar written) {
			this.store = store;
			this.written = written;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.last = this.store.append(this.events);
		}

		@Override
		public void afterCommit() {
			this.written.committed(this.last);
		}

	}

}
