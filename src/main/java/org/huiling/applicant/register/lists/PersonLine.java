package org.huiling.applicant.register.lists;

import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.problem.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a line of a list says about a person, who may be on file.
 *
 * @param number of the line
 * @param fileNumber by which the person is found; null if by the resident id
 * @param residentId normalised; null if the line has none
 * @param facts mentioned by the line but for the resident id, not read yet
 * @param validFrom the day from which they hold; null for the birth date
 * @param stranger what becomes of the line if nobody has the resident id
 */
public record PersonLine(long number, @Nullable FileNumber fileNumber, @Nullable String residentId, ObjectNode facts,
		@Nullable LocalDate validFrom, Stranger stranger) {

	/**
	 * A line about somebody who is not on file.
	 *
	 * @param newcomer whose file is begun; null if the line is refused
	 * @param warnings about them
	 * @param errors for which it is refused
	 */
	public record Stranger(@Nullable Newcomer newcomer, List<RecordWarning> warnings, List<FieldError> errors) {

		public Stranger {
			warnings = List.copyOf(warnings);
			errors = List.copyOf(errors);
		}

	}

}
