package org.huiling.policy.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A published policy version without its files.
 *
 * @param id what it is called
 * @param digest of its files
 * @param title in both languages
 * @param basis the document it rests on
 * @param effectiveFrom the first day it governs
 * @param effectiveTo the last day it governs, null if it runs until the next version
 * @param publishedAt since when it is known
 * @param withdrawnAt since when it no longer counts, null if it does
 * @param dictionary the number of the revision of the dictionary that it was checked
 * with, 0 if that is not told
 */
public record PublishedVersion(VersionId id, String digest, Bilingual title, String basis, LocalDate effectiveFrom,
		@Nullable LocalDate effectiveTo, Instant publishedAt, @Nullable Instant withdrawnAt, int dictionary) {

	/** By effective day; corrections behind what they correct. */
	static final Comparator<PublishedVersion> ORDER = Comparator.comparing(PublishedVersion::effectiveFrom)
		.thenComparingInt((version) -> version.id().correction());

	/**
	 * Whether a version of a program follows on another, or corrects it.
	 * @param one a version
	 * @param other another one of the program
	 * @return whether the first one counts where both govern
	 */
	public static boolean isLater(PublishedVersion one, PublishedVersion other) {
		return ORDER.compare(one, other) > 0;
	}

	/**
	 * Whether somebody who asks as of an instant knows the version, and does not know it
	 * to be withdrawn.
	 * @param knownAt the instant
	 * @return whether it counts
	 */
	boolean isKnownAt(Instant knownAt) {
		return !this.publishedAt.isAfter(knownAt) && (this.withdrawnAt == null || this.withdrawnAt.isAfter(knownAt));
	}

	/**
	 * Whether the version took effect before the day since which it is known.
	 * @param zone where that day begins
	 * @return true if it reaches back
	 */
	boolean isRetroactive(ZoneId zone) {
		return this.effectiveFrom.isBefore(LocalDate.ofInstant(this.publishedAt, zone));
	}

	boolean hasEndedBefore(LocalDate day) {
		return this.effectiveTo != null && this.effectiveTo.isBefore(day);
	}

}
