package org.huiling.decision.store;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not granted, as it is kept and answered: a rule that does not grant.
 *
 * @param rule its name
 * @param ruleEn the same in English
 * @param basis the article
 * @param conditions what it asks for
 * @param outweighedBy the rule that went before it, absent if none did
 */
public record WhyNotView(String rule, String ruleEn, String basis, List<Condition> conditions,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outweighedBy) {

	/**
	 * What a rule asks for.
	 *
	 * @param text as its author wrote it
	 * @param actual what was found, by name
	 * @param result whether it holds
	 * @param absent of which fact there is none that the amount needs; its text is then
	 * what the rule grants. Absent for a condition
	 */
	public record Condition(String text, Map<String, @Nullable Object> actual, Truth result,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Absent absent) {
	}

	/**
	 * A fact that is not there.
	 *
	 * @param field its path
	 * @param zh that there is none of it, in words
	 * @param en the same in English
	 */
	public record Absent(String field, String zh, String en) {
	}

}
