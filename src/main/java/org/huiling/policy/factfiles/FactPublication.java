package org.huiling.policy.factfiles;

import java.time.Instant;

/**
 * A fact file as it was published.
 *
 * @param factFile its name without the ending
 * @param revision the number of the revision of the dictionary that it makes
 * @param digest over all fact files of that revision
 * @param publishedAt since when it is known
 * @param publishedBy who published it
 * @param approvedBy who approved it
 */
public record FactPublication(String factFile, int revision, String digest, Instant publishedAt, String publishedBy,
		String approvedBy) {
}
