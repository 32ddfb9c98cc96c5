package org.huiling.decision.store;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is decided once at a time: one benefit of one person, month after month, or for a
 * year or a claim.
 *
 * @param applicant the person's id
 * @param jurisdiction the jurisdiction's id
 * @param program the program's id
 * @param claim the claim's id, null unless the program is for claims
 */
public record DecisionKey(UUID applicant, String jurisdiction, String program, @Nullable String claim) {
}
