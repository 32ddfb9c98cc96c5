package org.huiling.audit;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which events of the trail are wanted.
 *
 * @param subject the id of what they were done to, null for anything; of a person also
 * what showed them among others, and what was done to files merged into theirs
 * @param by the accounts that did them; none for all
 * @param actions names of what was done; none for all
 * @param from a day, or an instant with its offset; null for the beginning
 * @param to likewise, included; null for now
 */
public record AuditFilter(@Nullable String subject, Set<String> by, Set<String> actions, @Nullable String from,
		@Nullable String to) {

	public AuditFilter {
		by = Set.copyOf(by);
		actions = Set.copyOf(actions);
	}

}
