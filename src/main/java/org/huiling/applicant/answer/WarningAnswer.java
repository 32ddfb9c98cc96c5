package org.huiling.applicant.answer;

/**
 * Something odd in what was recorded, as it is answered; it was recorded nevertheless.
 *
 * @param code a stable code
 * @param field the full path of the field
 * @param message what is odd, in the reader's language
 */
public record WarningAnswer(String code, String field, String message) {
}
