package org.huiling.decision.assessment;

import java.time.LocalDate;
import java.util.TreeMap;

import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.SeenFacts;
import org.huiling.engine.ApplicantHistory;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;

/** What the rules look at of a person, noted as they look. Belongs to one thread. */
public final class ObservedHistory implements ApplicantHistory {

	private final KnownApplicant known;

	/** What was seen, by the day since when it holds. */
	private final TreeMap<LocalDate, FactRecord> seen = new TreeMap<>();

	ObservedHistory(KnownApplicant known) {
		this.known = known;
	}

	@Override
	public FactRecord on(LocalDate day) {
		FactRecord facts = this.known.on(day);
		LocalDate since = this.known.since(day);
		this.seen.putIfAbsent((since != null) ? since : LocalDate.MIN, facts);
		return facts;
	}

	/** Not looked up by any rule. */
	@Override
	public Subject subject() {
		return this.known.on(LocalDate.EPOCH).subject();
	}

	/**
	 * What was seen, without id, name and payee.
	 * @return JSON: a list of facts with the day since when they hold, in the order of
	 * days, with sorted keys and no spaces; equal facts give equal texts
	 */
	String facts() {
		StringBuilder facts = new StringBuilder("[");
		this.seen.forEach((since, record) -> {
			facts.append((facts.length() > 1) ? "," : "").append("{\"facts\":").append(SeenFacts.of(record));
			if (!since.equals(LocalDate.MIN)) {
				facts.append(",\"from\":\"").append(since).append('"');
			}
			facts.append('}');
		});
		return facts.append(']').toString();
	}

}
