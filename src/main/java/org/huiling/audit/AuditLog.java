package org.huiling.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail as auditors read it. */
@Component
public class AuditLog {

	private final AuditReads reads;

	private final AuditVerifier verifier;

	private final List<PeopleGroups> groups;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AuditLog(AuditReads reads, AuditVerifier verifier, List<PeopleGroups> groups, AuditTrail trail,
			PlatformTransactionManager transactions, Clock clock) {
		this.reads = reads;
		this.verifier = verifier;
		this.groups = List.copyOf(groups);
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Events; null asks for all. Asking for those about a person, or another thing that
	 * has an id of that kind, is recorded.
	 * @param subject the id of what they were done to; of a person also what showed them
	 * among others
	 * @param by the account that did them
	 * @param action what was done
	 * @param from a day, or an instant with its offset
	 * @param to likewise, included
	 * @param paging which page
	 * @return the newest first
	 * @throws org.huiling.problem.InvalidInput 400 naming what cannot be read
	 */
	public Listing<AuditEvent> events(@Nullable String subject, @Nullable String by, @Nullable String action,
			@Nullable String from, @Nullable String to, Paging paging) {
		List<String> subjects = (subject != null) ? List.of(subject) : List.of();
		List<UUID> ids = subjects.stream().flatMap((one) -> id(one).stream()).toList();
		EventQuery wanted = EventQuery.of(subjects, groups(ids), by, action, from, to, this.clock.getZone());
		Listing<AuditRow> rows = this.reads.page(wanted, paging);
		ids.forEach((id) -> this.transaction
			.executeWithoutResult((status) -> this.trail.record("AUDIT_EVENTS_READ", id.toString(), Map.of())));
		return Listing.of(rows.items().stream().map(AuditEvent::of).toList(), paging, rows.total());
	}

	/**
	 * Events about a person; that they are read is for the caller to record.
	 * @param files the ids of their file and of those that were merged into it
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<AuditEvent> about(Collection<UUID> files, Paging paging) {
		EventQuery wanted = EventQuery.about(files.stream().map(UUID::toString).toList(), groups(files));
		Listing<AuditRow> rows = this.reads.page(wanted, paging);
		return Listing.of(rows.items().stream().map(AuditEvent::of).toList(), paging, rows.total());
	}

	private List<String> groups(Collection<UUID> people) {
		return people.stream()
			.flatMap((person) -> this.groups.stream().flatMap((each) -> each.of(person).stream()))
			.distinct()
			.toList();
	}

	private static Optional<UUID> id(String subject) {
		try {
			return Optional.of(UUID.fromString(subject));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Finds events that were altered, removed or inserted behind the service's back.
	 * @return whether the trail is as it was written
	 */
	public Verification verify() {
		return this.verifier.verify();
	}

	/**
	 * The condition of a query that something was noted about a subject, with an id in
	 * its details.
	 * @param action what was done
	 * @param subject the column with the subject's id
	 * @param detail the column with the id in the details
	 * @return SQL without parameters
	 */
	public String noted(String action, String subject, String detail) {
		return "exists (select from audit_event e where e.subject = " + subject + "::text and e.action = '" + action
				+ "' and position(" + detail + "::text in e.details::text) > 0)";
	}

}
