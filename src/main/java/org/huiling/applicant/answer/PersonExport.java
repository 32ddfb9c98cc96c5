package org.huiling.applicant.answer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.huiling.applicant.answer.PersonAccess.Look;
import org.jspecify.annotations.Nullable;

/** 档案导出: everything that is kept about one person or organisation. */
public interface PersonExport {

	/**
	 * Everything about somebody, with what is on file of files that were merged into
	 * theirs. That it was asked is noted in the audit trail.
	 * @param id the person's
	 * @param reveal what is shown unmasked, such as {@code residentId}; nothing by
	 * default
	 * @param reason why it must be seen
	 * @param locale of the words
	 * @return all of it, at most {@link #MOST} rows of a kind
	 * @throws org.huiling.problem.InvalidInput 400 if something is to be revealed that
	 * cannot be, or without a reason
	 * @throws org.huiling.problem.Refusal 403 if the user is neither case worker nor
	 * auditor, or reveals and is no case worker; 404 if the person is not on file or lies
	 * outside of the user's regions; 410 if the file was merged; 429 if too many numbers
	 * were shown to them today
	 */
	Everything of(UUID id, Set<String> reveal, @Nullable String reason, Locale locale);

	/** How many rows of one kind are exported. */
	int MOST = 10_000;

	/**
	 * Everything.
	 *
	 * @param id the person's
	 * @param fileNumber of their file
	 * @param exportedAt when it was put together
	 * @param exportedBy the account
	 * @param person what holds today; null if the file was erased
	 * @param records what was recorded, in that order
	 * @param files the person's file, and those merged into it
	 * @param kept what else is kept, by kind: decisions, payments, tasks …
	 * @param access who looked, the newest first, without this very call
	 * @param cut the kinds of which there is more than is told
	 */
	@JsonPropertyOrder({ "id", "fileNumber", "exportedAt", "exportedBy", "person", "records", "files", "kept", "access",
			"cut" })
	record Everything(UUID id, String fileNumber, Instant exportedAt, String exportedBy, @Nullable PersonAnswer person,
			List<RecordAnswer> records, List<File> files, @JsonAnyGetter Map<String, List<Map<String, Object>>> kept,
			List<Look> access, List<String> cut) {

		public Everything {
			records = List.copyOf(records);
			files = List.copyOf(files);
			access = List.copyOf(access);
			cut = List.copyOf(cut);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "export of " + this.id;
		}

	}

	/**
	 * A file of the person.
	 *
	 * @param id its id
	 * @param fileNumber its number
	 * @param regions below which it is kept
	 * @param importRun the import that brought it, null if it was typed
	 * @param mergedInto the file that goes on, null if it is this one
	 * @param mergedAt when
	 * @param erasedAt when everything that tells the person apart was erased, null if not
	 * @param records what was recorded in it before it was merged; empty for the file
	 * that goes on, whose records stand above
	 */
	record File(UUID id, String fileNumber, List<String> regions, @Nullable UUID importRun, @Nullable UUID mergedInto,
			@Nullable Instant mergedAt, @Nullable Instant erasedAt, List<RecordAnswer> records) {

		public File {
			regions = List.copyOf(regions);
			records = List.copyOf(records);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "file " + this.id;
		}

	}

}
