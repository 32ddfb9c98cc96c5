package org.huiling.facts;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The awards of a month that stacking looks at: programs that grant, and programs that
 * could still grant once a fact is known.
 */
public final class Awards {

	private final Set<String> programs;

	private final @Nullable Reads reads;

	/**
	 * The awards of a month.
	 * @param programs ids of the programs that grant or could
	 * @param reads notes what is read; null where none is wanted
	 */
	public Awards(Set<String> programs, @Nullable Reads reads) {
		this.programs = Set.copyOf(programs);
		this.reads = reads;
	}

	/**
	 * How many programs of a group grant or could grant this month.
	 * @param group ids of programs that exclude each other
	 * @return the count
	 */
	public int rivalsAmong(Set<String> group) {
		int rivals = 0;
		for (String program : group) {
			rivals += this.programs.contains(program) ? 1 : 0;
		}
		if (this.reads != null) {
			this.reads.seen("rivalsAmong", rivals);
		}
		return rivals;
	}

}
