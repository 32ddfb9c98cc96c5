package org.huiling.policy.published;

import java.time.Instant;
import java.time.LocalDate;

/** How a published version stands on a day. */
public enum VersionState {

	/** It is not published yet. */
	DRAFT,

	/** It governs the day. */
	IN_FORCE,

	/** It will govern later days, or will be known later. */
	SCHEDULED,

	/** Another version or a correction has taken its place. */
	SUPERSEDED,

	/** It ended without another to follow it. */
	ENDED,

	/** It was published by mistake and no longer counts. */
	WITHDRAWN;

	/**
	 * The state of a version.
	 * @param version one of the timeline
	 * @param timeline all versions of its program
	 * @param day the day asked about
	 * @param now what is known
	 * @return its state
	 */
	public static VersionState of(PublishedVersion version, Timeline timeline, LocalDate day, Instant now) {
		if (version.withdrawnAt() != null && !version.withdrawnAt().isAfter(now)) {
			return WITHDRAWN;
		}
		Timeline known = timeline.knownAt(now);
		if (known.inForce(day).filter(version::equals).isPresent()) {
			return IN_FORCE;
		}
		if (version.publishedAt().isAfter(now)
				|| (version.effectiveFrom().isAfter(day) && known.isLastCorrection(version))) {
			return SCHEDULED;
		}
		boolean followed = known.versions()
			.stream()
			.anyMatch((other) -> PublishedVersion.ORDER.compare(other, version) > 0
					&& !other.effectiveFrom().isAfter(day));
		return (followed || !version.hasEndedBefore(day)) ? SUPERSEDED : ENDED;
	}

}
