package org.huiling.applicant.answer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.answer.PersonAccess.Look;
import org.huiling.spreadsheet.CsvWriter;

/** Who saw a person, as a table, row by row. */
public final class AccessSheet {

	/** The columns by the names of the API. */
	public static final List<String> COLUMNS = List.of("at", "by", "name", "as", "action", "way", "among", "reason",
			"details", "subject", "id");

	private AccessSheet() {
	}

	/**
	 * Writes the table as it is read.
	 * @param header a cell for each of {@link #COLUMNS}
	 * @param said the cells of {@code at}, {@code as} and {@code details}
	 * @param looks hands them over
	 * @param out takes the file
	 * @throws IOException if it cannot
	 */
	public static void write(List<String> header, Said said, Consumer<Consumer<Look>> looks, OutputStream out)
			throws IOException {
		Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		// spreadsheets take it for UTF-8 by this mark
		csv.write("\uFEFF");
		row(csv, header.stream());
		looks.accept((look) -> row(csv, Stream.of(said.at().apply(look), look.by(), look.name(), said.as().apply(look),
				look.action(), look.way(), (look.among() != null) ? look.among() : "",
				(look.reason() != null) ? look.reason() : "", said.details().apply(look), look.subject(), look.id())));
		csv.flush();
	}

	/**
	 * How a few cells are said.
	 *
	 * @param at when
	 * @param as the roles
	 * @param details what else matters
	 */
	public record Said(Function<Look, String> at, Function<Look, String> as, Function<Look, String> details) {
	}

	private static void row(Writer csv, Stream<?> cells) {
		try {
			csv.write(cells.map(CsvWriter::cell).collect(Collectors.joining(",")) + "\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
