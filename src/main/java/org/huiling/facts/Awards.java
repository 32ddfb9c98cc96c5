package org.huiling.facts;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The awards of a month that stacking looks at: programs that grant, and programs that
 * could still grant once a fact is known.
 */
public final class Awards extends FactView {

	private final Set<String> programs;

	/**
	 * The awards of a month.
	 * @param programs ids of the programs that grant or could
	 * @param reads notes what is read; null where none is wanted
	 */
	public Awards(Set<String> programs, @Nullable Reads reads) {
		super(reads);
		this.programs = Set.copyOf(programs);
	}

	/**
	 * How many programs of a group grant or could grant this month.
	 * @param group ids of programs that exclude each other
	 * @return the count
	 */
	public int rivalsAmong(Set<String> group) {
		return seen("rivalsAmong", (int) group.stream().filter(this.programs::contains).count());
	}

}
