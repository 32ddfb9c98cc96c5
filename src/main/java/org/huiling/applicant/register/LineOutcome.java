package org.huiling.applicant.register;

import java.util.List;

import org.huiling.applicant.RecordWarning;
import org.huiling.problem.FieldError;

/** What became of a line about a person who may be on file. */
public sealed interface LineOutcome {

	/**
	 * A file was begun.
	 *
	 * @param warnings about the person
	 */
	record Added(List<RecordWarning> warnings) implements LineOutcome {
	}

	/**
	 * Something was recorded.
	 *
	 * @param warnings about the record and the person
	 */
	record Updated(List<RecordWarning> warnings) implements LineOutcome {
	}

	/** Everything the line says is on file. */
	record Unchanged() implements LineOutcome {
	}

	/**
	 * The line was not taken.
	 *
	 * @param errors why
	 */
	record Refused(List<FieldError> errors) implements LineOutcome {
	}

	/**
	 * The line was not taken: the account was told of so many ids elsewhere today that it
	 * may try none.
	 */
	record NotTried() implements LineOutcome {
	}

	/**
	 * The line was not taken: its resident id is somebody else's.
	 *
	 * @param holder who that is, as far as the caller sees
	 */
	record Taken(BulkRecording.Holder holder) implements LineOutcome {
	}

}
