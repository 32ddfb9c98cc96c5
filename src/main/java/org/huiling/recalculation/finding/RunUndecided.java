package org.huiling.recalculation.finding;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What cannot be decided about somebody before a field is known, as it is answered.
 *
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param jurisdiction whose policies
 * @param program the program's id
 * @param period the first month, quarter or year of it
 * @param claim the claim's id, null if none
 * @param missing paths of the fields
 */
public record RunUndecided(UUID applicantId, @Nullable String fileNumber, String jurisdiction, String program,
		String period, @Nullable String claim, List<String> missing) {

	public RunUndecided {
		missing = List.copyOf(missing);
	}

	RunUndecided of(@Nullable String number) {
		return new RunUndecided(this.applicantId, number, this.jurisdiction, this.program, this.period, this.claim,
				this.missing);
	}

}
