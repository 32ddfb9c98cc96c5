package org.huiling.applicant.register.lists;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record that a list would bring if it were taken.
 *
 * @param line of the list
 * @param applicant whose it would be
 * @param residentHash by which the person would be found from then on; null if by nothing
 * new
 * @param begins whether it would begin the file
 * @param content the record, and what would change
 */
@SuppressWarnings("ArrayRecordComponent")
record PlannedRecord(long line, UUID applicant, byte @Nullable [] residentHash, boolean begins, ObjectNode content) {
}
