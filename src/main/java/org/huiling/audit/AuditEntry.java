package org.huiling.audit;

/**
 * What is to be recorded.
 *
 * @param by the account that did it
 * @param action what was done
 * @param subject the id of what it was done to
 * @param details a JSON object with sorted keys
 */
record AuditEntry(String by, String action, String subject, String details) {
}
