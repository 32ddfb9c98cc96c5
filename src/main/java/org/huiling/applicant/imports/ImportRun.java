package org.huiling.applicant.imports;

import java.util.UUID;

import org.huiling.applicant.ImportMode;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it came.
 *
 * @param id the id
 * @param account who imports
 * @param format how the file is written
 * @param mode what the list is for
 * @param dryRun whether nothing is written
 * @param header the table's
 * @param line the last line that is done
 * @param digest of the lines up to it; null at the start
 * @param accepted how many were added
 * @param updated by how many something was recorded of people on file
 * @param unchanged how many say what is on file
 * @param refused how many were not
 * @param warnings how many there are about those accepted
 * @param completed whether the file's end was reached
 */
@SuppressWarnings("ArrayRecordComponent")
record ImportRun(UUID id, String account, ImportOrder.Format format, ImportMode mode, boolean dryRun,
		@Nullable String header, long line, byte @Nullable [] digest, long accepted, long updated, long unchanged,
		long refused, long warnings, boolean completed) {
}
