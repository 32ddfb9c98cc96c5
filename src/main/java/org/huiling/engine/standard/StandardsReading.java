package org.huiling.engine.standard;

import java.util.List;
import java.util.Map;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading standards that somebody has written.
 *
 * @param file what they say, null if they cannot be read at all
 * @param problems every problem at its line
 * @param lines where each standard stands by its name, and each value by the name, a
 * blank and {@link Standard.Value#place}
 */
public record StandardsReading(@Nullable StandardsFile file, List<Problem> problems, Map<String, Integer> lines) {

	public StandardsReading {
		problems = List.copyOf(problems);
		lines = Map.copyOf(lines);
	}

	/**
	 * Whether something is wrong.
	 * @return true if a problem is an error
	 */
	public boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.severity() == Severity.ERROR);
	}

}
