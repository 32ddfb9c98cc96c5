package org.huiling.policy.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one program.
 *
 * @param versions in the order of their effective days, corrections behind what they
 * correct
 */
public record Timeline(List<PublishedVersion> versions) {

	public static final Timeline EMPTY = new Timeline(List.of());

	public Timeline {
		versions = versions.stream().sorted(PublishedVersion.ORDER).toList();
	}

	/**
	 * What was known at an instant.
	 * @param instant the instant
	 * @return the versions published and not withdrawn by then
	 */
	public Timeline knownAt(Instant instant) {
		return new Timeline(this.versions.stream().filter((version) -> version.isKnownAt(instant)).toList());
	}

	/**
	 * The version that governs a day: the latest that has begun, in its last correction.
	 * If that one has ended there is none; an older one does not run on in silence.
	 * @param day the day
	 * @return the version, or none
	 */
	public Optional<PublishedVersion> inForce(LocalDate day) {
		PublishedVersion latest = null;
		for (PublishedVersion version : this.versions) {
			if (!version.effectiveFrom().isAfter(day)) {
				latest = version;
			}
		}
		return (latest == null || latest.hasEndedBefore(day)) ? Optional.empty() : Optional.of(latest);
	}

	/**
	 * Whether a version is the last correction of its day.
	 * @param version one of this timeline
	 * @return false if another takes its place
	 */
	boolean isLastCorrection(PublishedVersion version) {
		return this.versions.stream()
			.filter((other) -> other.effectiveFrom().equals(version.effectiveFrom()))
			.reduce((earlier, later) -> later)
			.filter(version::equals)
			.isPresent();
	}

}
