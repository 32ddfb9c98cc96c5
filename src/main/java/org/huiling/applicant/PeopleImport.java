package org.huiling.applicant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/** 批量导入: files of people, a line each, taken whole or refused with what is wrong. */
public interface PeopleImport {

	/** How many remarks a result shows. */
	int SHOWN = 200;

	/**
	 * Imports a file for the current user.
	 * @param table whether it is a table with a header; else a JSON object a line
	 * @param charset as declared; null to find out
	 * @param mode what the file is for
	 * @param validFrom the day from which it holds; null for each birth date
	 * @param dryRun whether only to say what would be accepted
	 * @param file read to its end as it comes
	 * @param locale of the remarks
	 * @return what became of it
	 * @throws org.huiling.problem.InvalidInput 400 if the file cannot be read at all
	 */
	Result run(boolean table, @Nullable Charset charset, ImportMode mode, @Nullable LocalDate validFrom, boolean dryRun,
			InputStream file, Locale locale);

	/**
	 * Writes the refused lines of one of the current user's imports, to be mended and
	 * sent again.
	 * @param id of the import
	 * @param out takes UTF-8, a table or a JSON object a line, as the file was; is told
	 * by {@code table} which before anything is written
	 * @param locale of what was wrong
	 * @throws IOException if it cannot be written
	 * @throws org.huiling.problem.Refusal 404 if there is no such import
	 */
	void refused(UUID id, Sink out, Locale locale) throws IOException;

	/**
	 * A table with every column and no rows.
	 * @param subject whom the table is to be about
	 * @param locale of the header
	 * @return UTF-8 with a byte order mark
	 */
	byte[] template(Subject subject, Locale locale);

	/** Where refused lines go. */
	@FunctionalInterface
	interface Sink {

		/**
		 * Begins.
		 * @param table whether a table follows
		 * @return what takes it
		 * @throws IOException if nothing can be written
		 */
		OutputStream begin(boolean table) throws IOException;

	}

	/**
	 * What became of a file.
	 *
	 * @param id of the import
	 * @param dryRun whether nothing was written
	 * @param accepted how many lines brought a newcomer
	 * @param updated by how many something was recorded of somebody on file
	 * @param unchanged how many say what is on file
	 * @param refused how many were not
	 * @param warnings how many there are about those accepted
	 * @param ignoredColumns the names of the columns that nothing was read of
	 * @param meant what such a column was probably meant to be called
	 * @param remarks the first {@value #SHOWN}
	 * @param changes of people on file, that would be recorded, likewise; none if they
	 * were
	 */
	record Result(UUID id, boolean dryRun, long accepted, long updated, long unchanged, long refused, long warnings,
			List<String> ignoredColumns, Map<String, String> meant, List<Remark> remarks, List<ListChange> changes) {

		public Result {
			ignoredColumns = List.copyOf(ignoredColumns);
			meant = Map.copyOf(meant);
			remarks = List.copyOf(remarks);
			changes = List.copyOf(changes);
		}

	}

	/**
	 * Something about a line.
	 *
	 * @param line its number
	 * @param field the path of the field, empty for the whole line
	 * @param error whether the line was refused for it
	 * @param message what it is
	 */
	record Remark(long line, String field, boolean error, String message) {
	}

}
