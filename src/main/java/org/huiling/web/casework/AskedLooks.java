package org.huiling.web.casework;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditFilter;
import org.huiling.web.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which looks at a person are asked for, as they were typed; empty for all.
 *
 * @param by an account, or how it is called
 * @param action what was done, or an area of it
 * @param from a day
 * @param to a day, included
 */
record AskedLooks(@Nullable String by, @Nullable String action, @Nullable String from, @Nullable String to) {

	/** Whether all are asked for. */
	boolean isAll() {
		return query().isEmpty();
	}

	/** The values by the names that they have in the form. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("by", typed(this.by));
		values.put("action", typed(this.action));
		values.put("from", typed(this.from));
		values.put("to", typed(this.to));
		return values;
	}

	/** The same as a query, ending in {@code &} unless it is empty. */
	String query() {
		return PageQuery.of(values());
	}

	/**
	 * What is meant.
	 * @param accounts whom a name may mean
	 */
	AuditFilter meant(Function<String, Set<String>> accounts) {
		String name = typed(this.by);
		return new AuditFilter(null, name.isEmpty() ? Set.of() : accounts.apply(name), actions(typed(this.action)),
				given(typed(this.from)), given(typed(this.to)));
	}

	/** An area stands for all that belongs to it. */
	private static Set<String> actions(String asked) {
		Set<String> area = Arrays.stream(AuditAction.values())
			.filter((action) -> action.area().name().equals(asked))
			.map(AuditAction::name)
			.collect(Collectors.toSet());
		return (area.isEmpty() && !asked.isEmpty()) ? Set.of(asked) : area;
	}

	private static String typed(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

}
