package org.huiling.decision.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.record.FactRecord;

/**
 * Where people belong, by the catalogue, as one jurisdiction sees it. Safe for many
 * threads.
 */
final class CatalogueResidence implements PersonReview.Place {

	private final PolicyLookup lookup;

	private final Jurisdiction jurisdiction;

	private final Instant knownAt;

	/** Whether a region is the jurisdiction's. */
	private final Map<String, Boolean> inside = new ConcurrentHashMap<>();

	/** The policies of other jurisdictions that own people now. */
	private final Map<String, PolicyBook> others = new ConcurrentHashMap<>();

	CatalogueResidence(PolicyLookup lookup, Jurisdiction jurisdiction, Instant knownAt) {
		this.lookup = lookup;
		this.jurisdiction = jurisdiction;
		this.knownAt = knownAt;
	}

	@Override
	public boolean isInside(FactRecord facts) {
		String region = facts.hukouRegion();
		return region != null && this.inside.computeIfAbsent(region,
				(one) -> this.lookup.claimed(facts)
					.filter((owner) -> owner.id().equals(this.jurisdiction.id()))
					.isPresent());
	}

	/**
	 * By one that was carved out of the jurisdiction, whose prefix people still bear; of
	 * those who moved away its own rules say what has ended.
	 */
	@Override
	public boolean isGovernedElsewhere(FactRecord facts, String program, LocalDate day) {
		return this.lookup.claimed(facts)
			.filter((owner) -> !owner.id().equals(this.jurisdiction.id())
					&& owner.regionPrefix().startsWith(this.jurisdiction.regionPrefix()))
			.map((owner) -> this.others.computeIfAbsent(owner.id(),
					(id) -> new RunPolicies(this.lookup.book(owner, this.knownAt))))
			.map((book) -> book.inForce(program, day) != null)
			.orElse(false);
	}

}
