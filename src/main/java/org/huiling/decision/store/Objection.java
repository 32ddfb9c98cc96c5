package org.huiling.decision.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 复议: somebody does not agree with a decision.
 *
 * @param id its id
 * @param decision the decision's id
 * @param date the day it was made
 * @param grounds why, null if not said
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param conclusion what became of it, null while it is open
 */
public record Objection(UUID id, UUID decision, LocalDate date, @Nullable String grounds, Instant recordedAt,
		String recordedBy, @Nullable Conclusion conclusion) {

	/** What can become of an objection. */
	public enum Outcome {

		/** The decision was wrong; what follows is a new decision or a revocation. */
		UPHELD,

		/** The decision was right. */
		DISMISSED,

		/** Who objected no longer does. */
		WITHDRAWN

	}

	/**
	 * The end of an objection.
	 *
	 * @param outcome what became of it
	 * @param reason why
	 * @param date the day of it
	 * @param recordedAt when it was recorded
	 * @param recordedBy by whom
	 */
	public record Conclusion(Outcome outcome, String reason, LocalDate date, Instant recordedAt, String recordedBy) {
	}

	/** The same, as far as it was recorded by an instant. */
	Objection knownAt(Instant instant) {
		boolean open = this.conclusion == null || this.conclusion.recordedAt().isAfter(instant);
		return open ? with(null) : this;
	}

	public Objection with(@Nullable Conclusion end) {
		return new Objection(this.id, this.decision, this.date, this.grounds, this.recordedAt, this.recordedBy, end);
	}

}
