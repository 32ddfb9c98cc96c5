package org.huiling.engine;

import java.time.LocalDate;
import java.util.Set;

import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param period a month, a quarter or a year
 * @param claimDay only claims of this day are answered, null for all of the period
 * @param programs ids of the programs asked for, null for all
 * @param explain how much to explain
 */
public record AssessmentRequest(Period period, @Nullable LocalDate claimDay, @Nullable Set<String> programs,
		Explain explain) {

	boolean asksFor(Program program) {
		return !Program.STACKING.equals(program.id())
				&& (this.programs == null || this.programs.contains(program.id()));
	}

	boolean names(Program program) {
		return this.programs != null && this.programs.contains(program.id());
	}

}
