package org.huiling.engine.example;

import java.util.List;

import org.huiling.engine.problem.Problem;

/**
 * A worked example that cannot be read.
 *
 * @param example its name and line
 * @param why what is wrong with it, or with what it has in common with others
 */
public record UnreadExample(Example example, List<Problem> why) {

	public UnreadExample {
		why = List.copyOf(why);
	}

}
