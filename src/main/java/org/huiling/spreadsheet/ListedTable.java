package org.huiling.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A list that is handed out as a file, row by row.
 *
 * @param sheet what a sheet of it is called
 * @param columns the names in its first row
 * @param rows what follows; an amount is a {@link java.math.BigDecimal}
 */
public record ListedTable(String sheet, List<String> columns, Rows rows) {

	public ListedTable {
		columns = List.copyOf(columns);
	}

	/** The rows, one after the other. */
	public interface Rows {

		/**
		 * Gives them.
		 * @param taker takes each, with a cell for every column
		 */
		void forEach(Consumer<@Nullable Object[]> taker);

	}

	/**
	 * Writes it as csv, in UTF-8 with the mark by which spreadsheets know it.
	 * @param out takes it
	 * @throws IOException if it cannot be written
	 */
	public void csv(OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		writer.write('\uFEFF');
		writer.write(String.join(",", this.columns.stream().map(CsvWriter::cell).toList()) + "\r\n");
		this.rows.forEach((cells) -> {
			try {
				writer.write(String.join(",", Arrays.stream(cells).map(CsvWriter::cell).toList()));
				writer.write("\r\n");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		writer.flush();
	}

	/**
	 * Writes it as a workbook.
	 * @param out takes it; is closed with it
	 * @throws IOException if it cannot be written
	 */
	public void workbook(OutputStream out) throws IOException {
		try (TableWorkbook workbook = new TableWorkbook(out, this.sheet, this.columns)) {
			this.rows.forEach((cells) -> {
				try {
					workbook.add(cells);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

}
