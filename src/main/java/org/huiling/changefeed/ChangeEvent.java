package org.huiling.changefeed;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed.
 *
 * @param cursor where to go on after it
 * @param type {@code decision}, {@code publication} or {@code payment}
 * @param action what happened: {@code DECIDED}, {@code REVOKED}, or as the audit trail
 * calls it, such as {@code POLICY_PUBLISHED} or {@code ROSTER_APPROVED}
 * @param id of the decision, version, fact file or roster
 * @param at when it was recorded
 * @param jurisdiction whose it is; absent of what is everybody's
 * @param program absent where it is none of one program
 * @param period that a decision is for, or month of a roster; absent of publications
 */
@JsonInclude(Include.NON_NULL)
record ChangeEvent(String cursor, @Schema(example = "decision") String type, String action, String id, Instant at,
		@Nullable String jurisdiction, @Nullable String program, @Nullable String period) {
}
