package org.huiling.applicant.imports;

import java.nio.charset.Charset;
import java.time.LocalDate;

import org.huiling.account.RegionScope;
import org.huiling.applicant.ImportMode;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, and for whom.
 *
 * @param format how the file is written
 * @param charset as declared; null to find out
 * @param mode what the list is for
 * @param dryRun whether only to say what would be accepted
 * @param validFrom the day from which the records hold; null for each birth date. A line
 * may have a day of its own
 * @param key the request's idempotency key
 * @param by the account
 * @param regions of the account
 */
record ImportOrder(Format format, @Nullable Charset charset, ImportMode mode, boolean dryRun,
		@Nullable LocalDate validFrom, @Nullable String key, String by, RegionScope regions) {

	/** What the same key must come with again, beside the file. */
	String parameters() {
		String adding = "dryRun=" + this.dryRun + " format=" + this.format + " validFrom=" + this.validFrom;
		return this.mode.updates() ? adding + " mode=" + this.mode : adding;
	}

	/** How a file is written. */
	enum Format {

		/** A table with a header. */
		CSV,

		/** A JSON object a line. */
		NDJSON

	}

}
