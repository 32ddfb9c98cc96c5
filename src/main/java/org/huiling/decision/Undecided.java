package org.huiling.decision;

import java.util.List;

import org.huiling.engine.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be decided before a field is known.
 *
 * @param program the program's id
 * @param period the month, quarter or year
 * @param claim the claim's id, null if none
 * @param missing paths of the fields
 */
public record Undecided(String program, String period, @Nullable String claim, List<String> missing) {

	public Undecided {
		missing = List.copyOf(missing);
	}

	public static Undecided of(Assessment answer, List<String> missing) {
		return new Undecided(answer.program().id(), answer.period(), answer.claim(), missing);
	}

}
