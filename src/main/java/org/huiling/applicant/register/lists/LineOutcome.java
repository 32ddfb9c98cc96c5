package org.huiling.applicant.register.lists;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.problem.FieldError;

/** What became of a line about a person who may be on file. */
public sealed interface LineOutcome {

	/** The code of the warning that a line gives a person on file another name. */
	String OTHER_NAME = "OTHER_NAME";

	/**
	 * The same with one warning more.
	 * @param warning about the person
	 * @return unchanged where nothing is recorded
	 */
	default LineOutcome with(RecordWarning warning) {
		return this;
	}

	/**
	 * A file was begun.
	 *
	 * @param warnings about the person
	 */
	record Added(List<RecordWarning> warnings) implements LineOutcome {

		@Override
		public LineOutcome with(RecordWarning warning) {
			return new Added(Stream.concat(this.warnings.stream(), Stream.of(warning)).toList());
		}

	}

	/**
	 * Something was recorded.
	 *
	 * @param warnings about the record and the person
	 */
	record Updated(List<RecordWarning> warnings) implements LineOutcome {

		@Override
		public LineOutcome with(RecordWarning warning) {
			return new Updated(Stream.concat(this.warnings.stream(), Stream.of(warning)).toList());
		}

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
