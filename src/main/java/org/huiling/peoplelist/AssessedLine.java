package org.huiling.peoplelist;

import java.util.List;

import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.decision.assessment.Assessing;
import org.huiling.decision.assessment.AssessmentBody;
import org.huiling.engine.comparison.AnswerChecksum;
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
public record AssessedLine(long number, @Nullable String fileNumber, List<Answer> answers, List<FieldError> refusals) {

	/**
	 * An answer as {@code POST /assessments} gives it.
	 *
	 * @param asked what was asked
	 * @param assessed what came out
	 */
	public record Answer(AssessmentBody asked, Assessing.Assessed assessed) {
	}

	public AssessedLine {
		answers = List.copyOf(answers);
		refusals = List.copyOf(refusals);
	}

	/**
	 * Whether nothing was assessed.
	 * @return true if the line says why it was refused
	 */
	public boolean isRefused() {
		return !this.refusals.isEmpty();
	}

	/**
	 * Whether the line is a sum or a signature below the list, which misses nothing.
	 * @return true if that is all it says
	 */
	public boolean isAboutNobody() {
		return ImportFault.isFooter(this.refusals);
	}

	/**
	 * The checksum of its answers.
	 * @return of one person; of nobody if the line was refused
	 */
	public AnswerChecksum checksum() {
		return isRefused() ? AnswerChecksum.NONE : AnswerChecksum
			.of(this.answers.stream().flatMap((one) -> one.assessed().assessments().assessments().stream()).toList());
	}

}
