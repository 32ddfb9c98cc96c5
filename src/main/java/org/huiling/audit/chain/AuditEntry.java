package org.huiling.audit.chain;

/**
 * What is to be recorded.
 *
 * @param by the account that did it
 * @param action what was done
 * @param subject the id of what it was done to
 * @param details a JSON object with sorted keys
 */
public record AuditEntry(String by, String action, String subject, String details) {
}
