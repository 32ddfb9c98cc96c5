package org.huiling.policy.published;

import java.time.Instant;

import org.huiling.engine.standard.StandardsFile;

/**
 * The standards of a jurisdiction as they were published once.
 *
 * @param jurisdiction the jurisdiction's id
 * @param number from 1
 * @param digest of the file
 * @param knownSince since when it is known, the beginning of time for the first
 * @param file what it says
 */
public record StandardsRevision(String jurisdiction, int number, String digest, Instant knownSince,
		StandardsFile file) {
}
