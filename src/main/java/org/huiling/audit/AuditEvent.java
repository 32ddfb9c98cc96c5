package org.huiling.audit;

import java.time.Instant;
import java.util.Map;

import org.huiling.audit.chain.AuditEntry;
import org.huiling.audit.chain.AuditRow;
import tools.jackson.core.type.TypeReference;
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
public record AuditEvent(long id, Instant at, String by, String action, String subject, Map<String, Object> details) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	static AuditEvent of(AuditRow row) {
		AuditEntry entry = row.entry();
		return new AuditEvent(row.id(), row.at(), entry.by(), entry.action(), entry.subject(),
				JSON.readValue(entry.details(), DETAILS));
	}

}
