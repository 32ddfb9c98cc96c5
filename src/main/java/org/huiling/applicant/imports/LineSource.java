package org.huiling.applicant.imports;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The lines of a file of applicants, empty ones left out. */
interface LineSource {

	/**
	 * The next line.
	 * @return null at the end
	 * @throws IOException if the sender is gone
	 */
	@Nullable ImportLine next() throws IOException;

	/** The header, null if the format has none. */
	@Nullable String header();

}
