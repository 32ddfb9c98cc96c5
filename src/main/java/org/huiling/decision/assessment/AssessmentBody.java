package org.huiling.decision.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.engine.Explain;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment is asked for.
 *
 * @param period the month, quarter or year
 * @param date if given, only claims of that day are answered; it lies in the period
 * @param jurisdiction its id; null for the one of the applicant's hukou
 * @param programs their ids, each once; null for all
 * @param knownAt as the policies were known at that instant; null for now
 * @param applicant the person and what is odd about their record; null if they are on
 * file
 * @param applicantId the id of a person on file; null if they are not
 * @param explain how much of the reasons is wanted
 */
public record AssessmentBody(Period period, @Nullable LocalDate date, @Nullable String jurisdiction,
		@Nullable List<String> programs, @Nullable Instant knownAt, @Nullable ReadApplicant applicant,
		@Nullable UUID applicantId, Explain explain) {

	public AssessmentBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

}
