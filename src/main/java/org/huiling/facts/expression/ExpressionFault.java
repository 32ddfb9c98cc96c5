package org.huiling.facts.expression;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an expression, for the person who wrote it.
 *
 * @param at the index of the character where it stands
 * @param excerpt what stands there
 * @param zh what is wrong, in Chinese
 * @param en what is wrong, in English
 * @param hintZh what to do about it, in Chinese, null if nothing more can be said
 * @param hintEn what to do about it, in English
 */
public record ExpressionFault(int at, String excerpt, String zh, String en, @Nullable String hintZh,
		@Nullable String hintEn) {

	static ExpressionFault of(int at, String excerpt, String zh, String en) {
		return new ExpressionFault(at, excerpt, zh, en, null, null);
	}

}
