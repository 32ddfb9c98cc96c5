package org.huiling.engine;

import java.time.LocalDate;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The days a version claims to govern.
 *
 * @param version its name
 * @param from the first day
 * @param to the last day, null if it runs until the next version
 */
public record VersionSpan(String version, LocalDate from, @Nullable LocalDate to) {

	/** By date; of one date a correction after what it corrects. */
	public static final Comparator<VersionSpan> ORDER = Comparator.comparing(VersionSpan::from)
		.thenComparingInt((span) -> span.version().length())
		.thenComparing(VersionSpan::version);

	public static VersionSpan of(String version, PolicyHeader header) {
		return new VersionSpan(version, header.effectiveFrom(), header.effectiveTo());
	}

}
