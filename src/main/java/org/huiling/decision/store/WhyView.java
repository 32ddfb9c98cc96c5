package org.huiling.decision.store;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something was decided, as it is kept and answered: a rule that grants.
 *
 * @param rule its name
 * @param ruleEn the same in English
 * @param basis the article
 * @param amount what it grants, yuan
 * @param program whose award was set off, absent if none
 * @param values what it saw, by name
 */
public record WhyView(String rule, String ruleEn, String basis, @Nullable BigDecimal amount,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String program, Map<String, @Nullable Object> values) {
}
