package org.huiling.applicant.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import, as it is answered. It is written line by line, as there may
 * be a million of them.
 *
 * @param id its id
 * @param dryRun whether nothing was kept
 * @param accepted how many people were added
 * @param updated of how many people something was changed
 * @param unchanged of how many nothing had to be
 * @param refused how many lines were not taken
 * @param warnings how many remarks are no errors
 * @param ignoredColumns those that nothing was read of
 * @param didYouMean what such a column was probably meant to be called; null if no column
 * was
 * @param lines what is wrong or odd, by line
 * @param changes of a dry run that updates: what would change, the first of them; null
 * otherwise
 * @param furtherChanges how many more there are; null otherwise
 */
record ImportAnswer(UUID id, boolean dryRun, long accepted, long updated, long unchanged, long refused, long warnings,
		List<String> ignoredColumns,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> didYouMean, List<Line> lines,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Change> changes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long furtherChanges) {

	/** Whether a line was refused. */
	enum Severity {

		ERROR, WARNING

	}

	/**
	 * Something about a line.
	 *
	 * @param line its number
	 * @param field the field, empty for the whole line
	 * @param code a stable code
	 * @param severity whether the line was refused for it
	 * @param message in the reader's language
	 */
	record Line(long line, String field, String code, Severity severity, String message) {
	}

	/**
	 * What would change of a person.
	 *
	 * @param line the number of the line
	 * @param applicantId the person's; null if the list itself would begin the file
	 * @param fileNumber of the person, likewise
	 * @param residentId masked, or the credit code; null if none is known
	 * @param name null if none is known
	 * @param validFrom from when it would hold
	 * @param fields that would change
	 */
	record Change(long line, @Nullable UUID applicantId, @Nullable String fileNumber, @Nullable String residentId,
			@Nullable String name, LocalDate validFrom, List<Field> fields) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "Change of line " + this.line;
		}

	}

	/**
	 * A field that would change.
	 *
	 * @param path in the JSON of an applicant
	 * @param field what it is called in the reader's language
	 * @param before what holds, as in an applicant; null if it is unknown
	 * @param after what will hold, likewise
	 * @param until the day from which a later record says something else; null if none
	 * does
	 */
	record Field(String path, String field, @Nullable Object before, @Nullable Object after,
			@Nullable LocalDate until) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return "Field " + this.path;
		}

	}

}
