package org.huiling.payment;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.huiling.input.InputErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A file of results: the columns {@code line}, {@code result} and {@code reason}. */
final class ResultRows {

	private static final int LONGEST_REASON = 200;

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.enable(CsvReadFeature.TRIM_SPACES)
		.build()
		.readerFor(String[].class);

	private ResultRows() {
	}

	/**
	 * A row.
	 *
	 * @param row its place in the file, from 1 without the header
	 * @param line of the roster, 0 if it is no number
	 * @param result PAID or FAILED
	 * @param reason why it failed, if it is said
	 */
	record Row(int row, int line, String result, @Nullable String reason) {

		/** The place of an error. */
		String field(String column) {
			return ResultRows.field(this.row, column);
		}

	}

	/**
	 * The rows one by one; what cannot be read is added to the errors, and the first
	 * places of what is wrong are all there is of it.
	 * @return how many rows there are
	 */
	static int read(InputStream csv, InputErrors errors, Consumer<Row> taker) {
		int number = 0;
		try (MappingIterator<String[]> cells = ROWS.readValues(csv)) {
			List<String> header = cells.hasNext() ? Arrays.stream(cells.next())
				.map((name) -> name.replace("\uFEFF", "").toLowerCase(Locale.ROOT))
				.toList() : List.of();
			for (String column : List.of("line", "result")) {
				if (!header.contains(column)) {
					errors.add(column, RosterFault.RESULT_COLUMN, column);
				}
			}
			if (!errors.isEmpty()) {
				return 0;
			}
			while (!errors.isFull() && cells.hasNext()) {
				number++;
				Row row = row(number, header, cells.next(), errors);
				if (row != null) {
					taker.accept(row);
				}
			}
		}
		catch (JacksonException ex) {
			errors.add("rows[" + (number + 1) + "]", RosterFault.UNREADABLE);
		}
		return number;
	}

	private static @Nullable Row row(int number, List<String> header, String[] cells, InputErrors errors) {
		String result = Results.result(cell(header, cells, "result").toUpperCase(Locale.ROOT));
		String reason = cell(header, cells, "reason");
		Row row = new Row(number, line(cell(header, cells, "line")), (result != null) ? result : "",
				reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
		if (result == null) {
			errors.add(row.field("result"), RosterFault.UNKNOWN_RESULT);
			return null;
		}
		if (row.line() == 0) {
			errors.add(row.field("line"), RosterFault.NO_SUCH_LINE);
			return null;
		}
		return row;
	}

	static String field(int row, String column) {
		return "rows[" + row + "]." + column;
	}

	private static String cell(List<String> header, String[] cells, String column) {
		int index = header.indexOf(column);
		return (index >= 0 && index < cells.length && cells[index] != null) ? cells[index] : "";
	}

	private static int line(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
