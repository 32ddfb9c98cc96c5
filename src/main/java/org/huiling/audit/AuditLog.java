package org.huiling.audit;

import java.time.Clock;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The trail as auditors read it. */
@Component
public class AuditLog {

	private final AuditReads reads;

	private final AuditVerifier verifier;

	private final Clock clock;

	AuditLog(AuditReads reads, AuditVerifier verifier, Clock clock) {
		this.reads = reads;
		this.verifier = verifier;
		this.clock = clock;
	}

	/**
	 * Events; null asks for all.
	 * @param subject the id of what they were done to
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
		EventQuery wanted = EventQuery.of(subject, by, action, from, to, this.clock.getZone());
		Listing<AuditRow> rows = this.reads.page(wanted, paging);
		return Listing.of(rows.items().stream().map(AuditEvent::of).toList(), paging, rows.total());
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
