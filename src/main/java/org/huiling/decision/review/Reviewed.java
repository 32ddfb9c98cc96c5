package org.huiling.decision.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.decision.Undecided;
import org.huiling.decision.store.Decision;
import org.jspecify.annotations.Nullable;

/** What a review of one person came to. Nothing of it is written yet. */
public final class Reviewed {

	private final UUID applicant;

	private final List<DecisionChange> changes;

	private final List<Undecided> undecided;

	private final Map<Tally, Tally.Sum> tallies;

	private final List<Decision> made;

	private final @Nullable String facts;

	private final @Nullable String fault;

	public Reviewed(UUID applicant, List<DecisionChange> changes, List<Undecided> undecided,
			Map<Tally, Tally.Sum> tallies, List<Decision> made, @Nullable String facts, @Nullable String fault) {
		this.applicant = applicant;
		this.changes = changes;
		this.undecided = undecided;
		this.tallies = tallies;
		this.made = made;
		this.facts = facts;
		this.fault = fault;
	}

	static Reviewed failed(UUID applicant, String fault) {
		return new Reviewed(applicant, List.of(), List.of(), Map.of(), List.of(), null, fault);
	}

	public UUID applicant() {
		return this.applicant;
	}

	/** What differs from what stood before, in the order of programs and periods. */
	public List<DecisionChange> changes() {
		return this.changes.stream().filter(DecisionChange::isChange).toList();
	}

	/**
	 * Everything that is decided: what differs, and from where on what stood goes on
	 * after it.
	 */
	public List<DecisionChange> decided() {
		return this.changes;
	}

	/** What cannot be decided, for each program the first period of it. */
	public List<Undecided> undecided() {
		return this.undecided;
	}

	public Map<Tally, Tally.Sum> tallies() {
		return this.tallies;
	}

	/**
	 * Why nothing could be reviewed.
	 * @return a code, with the field if one is at fault; null if it could
	 */
	public @Nullable String fault() {
		return this.fault;
	}

	List<Decision> made() {
		return this.made;
	}

	/** The facts that were seen, null if nothing is decided. */
	public @Nullable String facts() {
		return this.facts;
	}

}
