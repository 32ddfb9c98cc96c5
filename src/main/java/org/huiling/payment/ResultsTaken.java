package org.huiling.payment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.payment.result.Results;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file of results, or would come of it.
 *
 * @param accepted how many lines were new
 * @param known how many had been taken before
 * @param ignoredColumns columns that say nothing
 * @param dryRun whether nothing was written, absent if it was
 * @param digest of the file and what it would come to, absent once it is taken
 * @param results what would be paid, failed and returned, absent once it is taken
 * @param waiting what would still be without a result, absent once it is taken
 * @param roster as it is now, absent if nothing was written
 */
public record ResultsTaken(long accepted, long known, List<String> ignoredColumns,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean dryRun,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String digest,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ResultSum> results,
		@JsonInclude(JsonInclude.Include.NON_NULL) ResultSums.@Nullable Waiting waiting,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RosterView roster) {

	static ResultsTaken of(Results.Imported imported, RosterView roster) {
		return new ResultsTaken(imported.accepted(), imported.known(), imported.ignored(), null, null, null, null,
				roster);
	}

	static ResultsTaken of(Results.Imported imported, Results.Looked looked) {
		return new ResultsTaken(imported.accepted(), imported.known(), imported.ignored(), true, looked.digest(),
				looked.sums(), looked.waiting(), null);
	}

}
