package org.huiling.payment.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.payment.roster.view.RosterView;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file of results, or would come of it.
 *
 * @param accepted how many lines were new
 * @param known how many had been taken before
 * @param unanswered how many rows say nothing yet; their lines stay open
 * @param ignoredColumns columns that say nothing
 * @param warnings how many rows are odd
 * @param lines the first of them: sums below the list, other holders of accounts
 * @param dryRun whether nothing was written, absent if it was
 * @param digest of the file and what it would come to, absent once it is taken
 * @param results what would be paid, failed and returned, absent once it is taken
 * @param waiting what would still be without a result, absent once it is taken
 * @param roster as it is now, absent if nothing was written
 */
public record ResultsTaken(long accepted, long known, long unanswered, List<String> ignoredColumns, long warnings,
		List<Line> lines, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean dryRun,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String digest,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ResultSum> results,
		@JsonInclude(JsonInclude.Include.NON_NULL) ResultSums.@Nullable Waiting waiting,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RosterView roster) {

	/** Whether a row was refused: then nothing of the file is taken. */
	public enum Severity {

		WARNING

	}

	/**
	 * Something about a row.
	 *
	 * @param line of the file
	 * @param field its column, empty for the whole row
	 * @param code a stable code
	 * @param severity whether the row was refused for it
	 * @param message in the reader's language
	 */
	public record Line(long line, String field, String code, Severity severity, String message) {
	}

	static ResultsTaken of(Results.Imported imported, List<Line> lines, RosterView roster) {
		return new ResultsTaken(imported.accepted(), imported.known(), imported.unanswered(), imported.ignored(),
				imported.warnings(), lines, null, null, null, null, roster);
	}

	static ResultsTaken of(Results.Imported imported, List<Line> lines, Results.Looked looked) {
		return new ResultsTaken(imported.accepted(), imported.known(), imported.unanswered(), imported.ignored(),
				imported.warnings(), lines, true, looked.digest(), looked.sums(), looked.waiting(), null);
	}

}
