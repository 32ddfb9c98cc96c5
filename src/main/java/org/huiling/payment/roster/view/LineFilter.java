package org.huiling.payment.roster.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of a roster are asked for: everything that is given holds together.
 *
 * @param result {@code PAID}, {@code FAILED} or {@code RETURNED}, {@value #WAITING} for
 * those without any, null for all
 * @param looked who or which line is looked for, as it was typed; null for everybody
 */
public record LineFilter(@Nullable String result, @Nullable String looked) {

	/** Without a result. */
	public static final String WAITING = "WAITING";

	/** What can be asked for. */
	public static final List<String> RESULTS = List.of("PAID", "FAILED", "RETURNED", WAITING);

	/** Every line. */
	public static final LineFilter ALL = new LineFilter(null, null);

	private static final int LONGEST_NUMBER = 7;

	/**
	 * As a form has it: what is empty, or no result, says nothing.
	 */
	public static LineFilter typed(@Nullable String result, @Nullable String looked) {
		return new LineFilter((result != null && RESULTS.contains(result)) ? result : null,
				(looked != null && !looked.isBlank()) ? looked.strip() : null);
	}

	/** Whether it leaves anything out. */
	public boolean isNarrow() {
		return this.result != null || this.looked != null;
	}

	/**
	 * The same as the end of a query over lines {@code l} and what became of them
	 * {@code p}.
	 * @param people who is looked for, if anybody is
	 * @param parameters gets those of the condition
	 */
	String and(Collection<UUID> people, List<Object> parameters) {
		List<String> and = new ArrayList<>();
		if (WAITING.equals(this.result)) {
			and.add(" and p.result is null");
		}
		else if (this.result != null) {
			and.add(" and p.result = ?");
			parameters.add(this.result);
		}
		if (this.looked != null) {
			boolean number = this.looked.length() <= LONGEST_NUMBER && this.looked.matches("[1-9][0-9]*");
			and.add(number ? " and (l.number = ? or l.applicant = any(?))" : " and l.applicant = any(?)");
			if (number) {
				parameters.add(Integer.valueOf(this.looked));
			}
			parameters.add(Set.copyOf(people).toArray(UUID[]::new));
		}
		return String.join("", and);
	}

	/** Without who is looked for. */
	@Override
	public String toString() {
		return "lines " + this.result;
	}

}
