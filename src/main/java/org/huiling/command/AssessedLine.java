package org.huiling.command;

import java.util.List;

import org.huiling.decision.assessment.Assessing;
import org.huiling.decision.assessment.AssessmentBody;
import org.huiling.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What came of a line of a list.
 *
 * @param number of the line, from 1, the header being one
 * @param fileNumber as the line has it, null if it has none
 * @param answers by period; none if the line was refused
 * @param refusals why it was
 */
record AssessedLine(long number, @Nullable String fileNumber, List<Answer> answers, List<FieldError> refusals) {

	/**
	 * An answer as {@code POST /assessments} gives it.
	 *
	 * @param asked what was asked
	 * @param assessed what came out
	 */
	record Answer(AssessmentBody asked, Assessing.Assessed assessed) {
	}

	AssessedLine {
		answers = List.copyOf(answers);
		refusals = List.copyOf(refusals);
	}

	boolean isRefused() {
		return !this.refusals.isEmpty();
	}

}
