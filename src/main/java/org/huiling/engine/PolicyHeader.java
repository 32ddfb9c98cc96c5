package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What {@code policy.yaml} says about a version besides its rules.
 *
 * @param title in both languages
 * @param basis the document the version rests on
 * @param effectiveFrom the first day it governs
 * @param effectiveTo the last day it governs, null if it runs until the next version
 * @param published the day the notice was published, null if not said
 * @param parameters every number that a notice may change
 */
public record PolicyHeader(Bilingual title, String basis, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo,
		@Nullable LocalDate published, List<Parameter> parameters) {

	/**
	 * One parameter.
	 *
	 * @param name as rules read it: {@code P.name}
	 * @param value a number, text, list, or a table by code, as written
	 * @param unit {@code CNY}, {@code percent}, {@code years} …
	 * @param basis the article behind it
	 */
	public record Parameter(String name, Object value, String unit, String basis) {
	}

}
