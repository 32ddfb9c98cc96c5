package org.huiling.applicant.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The lines of a file of applicants, empty ones left out. */
public interface LineSource extends Closeable {

	/**
	 * The next line.
	 * @return null at the end
	 * @throws IOException if the sender is gone
	 */
	@Nullable ImportLine next() throws IOException;

	/** The header, null if the format has none. */
	@Nullable String header();

	/** The sheets of a workbook that were passed over, by name. */
	default List<String> sheetsNotRead() {
		return List.of();
	}

	@Override
	default void close() throws IOException {
		// whoever sends the file closes it
	}

}
