package org.huiling.recalculation.finding;

import java.util.List;

import org.huiling.account.RegionScope;
import org.jspecify.annotations.Nullable;

/**
 * Which of a run's findings are asked for: everything that is given holds together.
 *
 * @param program the id of a program; null for all
 * @param because the code of the reason of a change; null for any
 * @param region digits that the code of a region begins with, which a record of the
 * person names; null for everywhere
 */
public record FindingFilter(@Nullable String program, @Nullable String because, @Nullable String region) {

	public FindingFilter {
		if (region != null && !RegionScope.isPrefix(region)) {
			throw new IllegalArgumentException("a region's code begins with digits");
		}
	}

	/** Those of a program. */
	public static FindingFilter of(@Nullable String program) {
		return new FindingFilter(program, null, null);
	}

	/**
	 * As a form has it: what is empty, or no beginning of a region's code, says nothing.
	 */
	public static FindingFilter typed(@Nullable String program, @Nullable String because, @Nullable String region) {
		String code = filled(region);
		return new FindingFilter(filled(program), filled(because),
				(code != null && RegionScope.isPrefix(code)) ? code : null);
	}

	private static @Nullable String filled(@Nullable String field) {
		return (field != null && !field.isBlank()) ? field.strip() : null;
	}

	/**
	 * The same as the end of a query.
	 * @param table with the columns applicant and, where they are asked for, program and
	 * because
	 * @param parameters gets those of the condition
	 * @return such as {@code and program = ?}; empty for everything
	 */
	String and(String table, List<Object> parameters) {
		StringBuilder and = new StringBuilder();
		if (this.program != null) {
			and.append(" and program = ?");
			parameters.add(this.program);
		}
		if (this.because != null) {
			and.append(" and because = ?");
			parameters.add(this.because);
		}
		if (this.region != null) {
			and.append(" and exists (select from applicant_seen_in s where s.applicant = ")
				.append(table)
				.append(".applicant and ")
				.append(new RegionScope(List.of(this.region)).condition("s.region"))
				.append(')');
		}
		return and.toString();
	}

}
