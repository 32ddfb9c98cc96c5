package org.huiling.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.audit.chain.AuditRow;
import org.jspecify.annotations.Nullable;

/**
 * An event that showed somebody to somebody, as it may be told to whoever asks about that
 * one person: whom else it showed is left out but for their number.
 *
 * @param id its number on the trail
 * @param at when it was written
 * @param by the account that did it, {@code system} for the service itself
 * @param as the roles that the account had then
 * @param action what was done
 * @param subject the id of what it was done to: a file of the person, or what shows them
 * @param among how many people were named with it, the person among them; null if it is
 * about the person alone, or about a whole roster, run or import
 * @param reason what the account gave as reason, null if nothing
 * @param details what else matters
 */
public record AccessEvent(long id, Instant at, String by, List<String> as, String action, String subject,
		@Nullable Integer among, @Nullable String reason, Map<String, Object> details) {

	private static final String REASON = "reason";

	public AccessEvent {
		as = List.copyOf(as);
	}

	static AccessEvent of(AuditRow row) {
		AuditEvent event = AuditEvent.of(row);
		Map<String, Object> details = new LinkedHashMap<>(event.details());
		List<String> roles = (details.remove(AuditTrail.ROLES) instanceof List<?> all)
				? all.stream().map(String::valueOf).toList() : List.of();
		Integer among = (details.remove(AuditTrail.PEOPLE) instanceof List<?> people) ? people.size() : null;
		String reason = (details.remove(REASON) instanceof String text) ? text : null;
		return new AccessEvent(event.id(), event.at(), event.by(), roles, event.action(), event.subject(), among,
				reason, details);
	}

}
