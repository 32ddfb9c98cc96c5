package org.huiling.audit;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it is shown.
 *
 * @param id its number, from 1
 * @param at when it was written
 * @param by the account that did it, {@code system} for the service itself
 * @param action what was done
 * @param subject the id of what it was done to
 * @param details what else matters
 */
public record AuditEvent(long id, Instant at, String by, String action, String subject, JsonNode details) {

	private static final JsonMapper JSON = new JsonMapper();

	static AuditEvent of(AuditRow row) {
		AuditEntry entry = row.entry();
		return new AuditEvent(row.id(), row.at(), entry.by(), entry.action(), entry.subject(),
				JSON.readTree(entry.details()));
	}

}
