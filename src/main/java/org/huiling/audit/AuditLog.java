package org.huiling.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.huiling.audit.chain.AuditRow;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail as auditors read it. */
@Component
public class AuditLog {

	/** The subject of having read events about no single thing. */
	private static final String WHOLE = "audit-events";

	private final AuditReads reads;

	private final AuditVerifier verifier;

	private final List<PeopleGroups> groups;

	private final FilesOfOne files;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AuditLog(AuditReads reads, AuditVerifier verifier, List<PeopleGroups> groups, FilesOfOne files, AuditTrail trail,
			PlatformTransactionManager transactions, Clock clock) {
		this.reads = reads;
		this.verifier = verifier;
		this.groups = List.copyOf(groups);
		this.files = files;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * One page of events. Asking for those about a person, or another thing that has an
	 * id of that kind, is recorded.
	 * @param filter which ones
	 * @param paging which page
	 * @return the newest first
	 * @throws org.huiling.problem.InvalidInput 400 naming what cannot be read
	 */
	public Listing<AuditEvent> events(AuditFilter filter, Paging paging) {
		EventQuery wanted = wanted(filter);
		Listing<AuditEvent> page = page(wanted, paging, AuditEvent::of);
		subject(filter).ifPresent((one) -> record(one.toString(), Map.of()));
		return page;
	}

	/**
	 * All events at once, for a file. That they are read is recorded, before the first of
	 * them is.
	 * @param filter which ones
	 * @return takes what is to be done with each, the newest first
	 * @throws org.huiling.problem.InvalidInput 400 naming what cannot be read
	 */
	public Consumer<Consumer<AuditEvent>> all(AuditFilter filter) {
		EventQuery wanted = wanted(filter);
		record(subject(filter).map(UUID::toString).orElse(WHOLE), Map.of("format", "csv"));
		return (each) -> this.reads.each(wanted, (row) -> each.accept(AuditEvent.of(row)));
	}

	private EventQuery wanted(AuditFilter filter) {
		Set<UUID> files = subject(filter).map(this.files::of).orElse(Set.of());
		return EventQuery.of(subjects(filter.subject(), files), groups(files), filter, this.clock.getZone());
	}

	private void record(String subject, Map<String, ?> details) {
		this.transaction
			.executeWithoutResult((status) -> this.trail.record(AuditAction.AUDIT_EVENTS_READ, subject, details));
	}

	/**
	 * Who saw a person, under whichever of their files, or handled what is on file about
	 * them. That it is read is for the caller to record.
	 * @param person the id of their file
	 * @param filter which of it, whatever it says of the subject
	 * @param paging which page
	 * @return the newest first
	 * @throws org.huiling.problem.InvalidInput 400 naming what cannot be read
	 */
	public Listing<AccessEvent> whoSaw(UUID person, AuditFilter filter, Paging paging) {
		return page(whoSaw(person, filter), paging, AccessEvent::of);
	}

	/**
	 * The same at once, for a file.
	 * @param person the id of their file
	 * @param filter which of it
	 * @return takes what is to be done with each, the newest first
	 * @throws org.huiling.problem.InvalidInput 400 naming what cannot be read
	 */
	public Consumer<Consumer<AccessEvent>> allWhoSaw(UUID person, AuditFilter filter) {
		EventQuery wanted = whoSaw(person, filter);
		return (each) -> this.reads.each(wanted, (row) -> each.accept(AccessEvent.of(row)));
	}

	private EventQuery whoSaw(UUID person, AuditFilter filter) {
		Set<UUID> files = this.files.of(person);
		return EventQuery.whoSaw(subjects(person.toString(), files), groups(files), filter, this.clock.getZone());
	}

	private <T> Listing<T> page(EventQuery wanted, Paging paging, Function<AuditRow, T> view) {
		Listing<AuditRow> rows = this.reads.page(wanted, paging);
		return Listing.of(rows.items().stream().map(view).toList(), paging, rows.total());
	}

	private static List<String> subjects(@Nullable String subject, Set<UUID> files) {
		return Stream.concat(Stream.ofNullable(subject), files.stream().map(UUID::toString)).distinct().toList();
	}

	private List<String> groups(Collection<UUID> people) {
		return people.stream()
			.flatMap((person) -> this.groups.stream().flatMap((each) -> each.of(person).stream()))
			.distinct()
			.toList();
	}

	private static Optional<UUID> subject(AuditFilter filter) {
		try {
			return Optional.ofNullable(filter.subject()).map(UUID::fromString);
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
	public String noted(AuditAction action, String subject, String detail) {
		return "exists (select from audit_event e where e.subject = " + subject + "::text and e.action = '"
				+ action.name() + "' and position(" + detail + "::text in e.details::text) > 0)";
	}

}
