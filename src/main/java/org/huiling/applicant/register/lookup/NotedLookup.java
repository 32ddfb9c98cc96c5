package org.huiling.applicant.register.lookup;

import java.time.Instant;
import java.util.UUID;

import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads people, and notes who did. */
@Component
public class NotedLookup {

	private final PersonStore store;

	private final Visibility visibility;

	private final RecordedTime time;

	private final RevealLimit reveals;

	private final EndedFiles ended;

	private final AuditTrail audit;

	NotedLookup(PersonStore store, Visibility visibility, RecordedTime time, RevealLimit reveals, EndedFiles ended,
			AuditTrail audit) {
		this.store = store;
		this.visibility = visibility;
		this.time = time;
		this.reveals = reveals;
		this.ended = ended;
		this.audit = audit;
	}

	/**
	 * A person as known at an instant.
	 *
	 * @param row the person
	 * @param history what was known
	 */
	public record Known(PersonRow row, History history) {
	}

	/**
	 * Reads a person.
	 * @param action for the trail; null if the caller notes the reading
	 * @throws Refusal 404 if they are not on file, were not known then, or lie outside of
	 * the caller's regions; 410 if the file was merged or erased; 429 if too many numbers
	 * were revealed to the caller today
	 */
	@Transactional
	public Known known(UUID id, @Nullable Instant knownAt, boolean identified, @Nullable AuditAction action,
			Reveal reveal) {
		PersonRow person = this.store.find(id, this.visibility.condition(), false).orElseThrow(Visibility::notFound);
		this.ended.requireOpen(person, knownAt);
		if (knownAt != null) {
			this.time.settled();
		}
		History all = this.store.history(id, identified);
		History history = (knownAt != null) ? all.knownAt(knownAt) : all;
		if (history.isEmpty()) {
			throw Visibility.notFound();
		}
		if (!reveal.isNothing()) {
			this.reveals.count(this.visibility.name());
		}
		if (action != null) {
			this.audit.record(action, id.toString(), reveal.details());
		}
		return new Known(person, history);
	}

}
