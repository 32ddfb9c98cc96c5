package org.huiling.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.audit.chain.AuditEntry;
import org.huiling.audit.chain.AuditStore;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only trail of what was done. What is recorded is written at the end of the
 * caller's transaction, and with it or not at all: if it cannot be written, the
 * transaction fails. That somebody saw something stays though the transaction is undone:
 * it is written after it, by the same connection.
 */
@Component
public class AuditTrail {

	/** Who acts where nobody is signed in: the service itself. */
	public static final String SYSTEM = "system";

	/** The detail with the ids of the people whom an event is about, if it names them. */
	static final String PEOPLE = "applicants";

	/** The detail with the roles that the account had. */
	static final String ROLES = "as";

	private static final int MOST_NAMED = 1000;

	private static final String ROLE = "ROLE_";

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
	 * @param action what
	 * @param subject the id of what it was done to: an applicant, decision, version, run
	 * …
	 * @param details what else matters; JSON values, never personal data or secrets
	 * @throws IllegalTransactionStateException if no transaction is open, or it is
	 * read-only
	 */
	public void record(AuditAction action, String subject, Map<String, ?> details) {
		note(action, subject, details);
	}

	/**
	 * Records that the signed-in person saw a list of people: an event about each of
	 * them. A long list is several events. Whoever sees a whole that can be asked later
	 * who is in it records that instead ({@link PeopleGroups}).
	 * @param action what
	 * @param subject the id of what shows them
	 * @param details what else matters
	 * @param people their ids; where there are none, the event is about nobody
	 * @throws IllegalTransactionStateException as above
	 */
	public void recordOf(AuditAction action, String subject, Map<String, ?> details, Collection<UUID> people) {
		List<String> named = people.stream().distinct().map(UUID::toString).toList();
		for (int from = 0; from == 0 || from < named.size(); from += MOST_NAMED) {
			Map<String, Object> all = new TreeMap<>(details);
			all.put(PEOPLE, named.subList(from, Math.min(from + MOST_NAMED, named.size())));
			note(action, subject, all);
		}
	}

	private void note(AuditAction action, String subject, Map<String, ?> details) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			throw new IllegalTransactionStateException("what is recorded needs a transaction that writes");
		}
		Pending pending = pending();
		Map<String, Object> all = new TreeMap<>(details);
		List<String> roles = roles();
		if (!roles.isEmpty()) {
			all.put(ROLES, roles);
		}
		pending.add(action, new AuditEntry(actor(), action.name(), subject, JSON.writeValueAsString(all)));
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

	/** In which roles: they may be others by the time somebody asks. */
	private static List<String> roles() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication == null) ? List.of()
				: authentication.getAuthorities()
					.stream()
					.map(GrantedAuthority::getAuthority)
					.filter((authority) -> authority != null && authority.startsWith(ROLE))
					.map((authority) -> authority.substring(ROLE.length()))
					.filter((role) -> !"ANONYMOUS".equals(role))
					.sorted()
					.toList();
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

		private final WrittenSoFar written;

		private final List<AuditEntry> events = new ArrayList<>();

		/** Each once, however often it was read. */
		private final Set<AuditEntry> readings = new LinkedHashSet<>();

		private long last;

		Pending(AuditStore store, WrittenSoFar written) {
			this.store = store;
			this.written = written;
		}

		void add(AuditAction action, AuditEntry event) {
			this.events.add(event);
			if (action.isReading()) {
				this.readings.add(event);
			}
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.last = this.store.append(this.events);
		}

		@Override
		public void afterCommit() {
			this.written.committed(this.last);
		}

		@Override
		public void afterCompletion(int status) {
			if (status != STATUS_COMMITTED && !this.readings.isEmpty()) {
				try {
					this.written.committed(this.store.appendUndone(List.copyOf(this.readings)));
				}
				catch (SQLException ex) {
					throw new UncategorizedSQLException("commit of what was seen", null, ex);
				}
			}
		}

	}

}
