package org.huiling.engine.reason;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule that could have granted did not.
 *
 * @param rule the rule's name
 * @param basis the article behind it
 * @param conditions every condition with its actual values
 * @param outweighedBy the rule that granted more, if this one would have granted too
 */
public record WhyNot(Bilingual rule, String basis, List<ConditionResult> conditions, @Nullable Bilingual outweighedBy) {
}
