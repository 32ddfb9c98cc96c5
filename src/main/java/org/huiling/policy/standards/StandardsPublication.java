package org.huiling.policy.standards;

import java.time.Instant;

/**
 * Standards as they were published.
 *
 * @param standards the jurisdiction whose they are
 * @param revision the number of the revision that they make
 * @param digest of the file
 * @param publishedAt when they were published
 * @param publishedBy who published them
 * @param approvedBy who approved them
 */
public record StandardsPublication(String standards, int revision, String digest, Instant publishedAt,
		String publishedBy, String approvedBy) {
}
