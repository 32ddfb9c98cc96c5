package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The next period in which the answer changes.
 *
 * @param period the month, quarter or year
 * @param outcome the answer then
 * @param amount yuan then, null if it cannot be said, and for what is granted in kind
 * @param inKind what is granted in kind then
 * @param missing what would have to be known then
 * @param because {@code VERSION 2014-01-01}, {@code AGE 90}, {@code TEKUN}, {@code DIBAO}
 * …
 */
public record NextChange(String period, Outcome outcome, @Nullable BigDecimal amount, List<InKind> inKind,
		List<String> missing, String because) {

	public NextChange(String period, Outcome outcome, @Nullable BigDecimal amount, List<String> missing,
			String because) {
		this(period, outcome, amount, List.of(), missing, because);
	}

}
