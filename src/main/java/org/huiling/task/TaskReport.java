package org.huiling.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of tasks in some days.
 *
 * @param from the first day
 * @param to the last day
 * @param region below which the people lie, null for all of the reader's
 * @param items by kind, and by currency where there are several
 */
public record TaskReport(LocalDate from, LocalDate to, @Nullable String region, List<Item> items) {

	/**
	 * Tasks of a kind.
	 *
	 * @param kind what they are about
	 * @param opened how many were found in these days
	 * @param done how many were done in these days
	 * @param dismissed how many were found to need nothing
	 * @param daysTaken how many days those closed took, on average, to one decimal; null
	 * if none was
	 * @param money what hung on them
	 */
	public record Item(TaskKind kind, long opened, long done, long dismissed, @Nullable BigDecimal daysTaken,
			Money money) {
	}

	/**
	 * Money of tasks.
	 *
	 * @param currency of both
	 * @param opened of those found in these days
	 * @param done of those done in these days
	 */
	public record Money(String currency, BigDecimal opened, BigDecimal done) {
	}

}
