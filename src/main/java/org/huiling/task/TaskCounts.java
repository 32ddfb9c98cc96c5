package org.huiling.task;

import java.util.List;

/**
 * How many tasks there are.
 *
 * @param kinds by what they are about, the most first
 * @param total of all kinds
 * @param overdue how many of them were due before today, and are open
 * @param own how many of them are open and the user's to do
 */
public record TaskCounts(List<OfKind> kinds, long total, long overdue, long own) {

	/**
	 * Tasks of a kind.
	 *
	 * @param kind what they are about
	 * @param count how many
	 */
	public record OfKind(TaskKind kind, long count) {
	}

}
