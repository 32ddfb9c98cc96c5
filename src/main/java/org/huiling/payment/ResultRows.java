package org.huiling.payment;

import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
			return "rows[" + this.row + "]." + column;
		}

	}

	/** The rows by line; what cannot be read is added to the errors. */
	static Map<Integer, Row> read(InputStream csv, InputErrors errors) {
		Map<Integer, Row> rows = new LinkedHashMap<>();
		try (MappingIterator<String[]> cells = ROWS.readValues(csv)) {
			List<String> header = cells.hasNext() ? Arrays.stream(cells.next())
				.map((name) -> name.replace("\uFEFF", "").toLowerCase(Locale.ROOT))
				.toList() : List.of();
			for (String column : List.of("line", "result")) {
				if (!header.contains(column)) {
					errors.add(column, RosterFault.RESULT_COLUMN, column);
				}
			}
			for (int number = 1; errors.isEmpty() && cells.hasNext(); number++) {
				add(rows, number, header, cells.next(), errors);
			}
		}
		catch (JacksonException ex) {
			errors.add("rows[" + (rows.size() + 1) + "]", RosterFault.UNREADABLE);
		}
		return rows;
	}

	private static void add(Map<Integer, Row> rows, int number, List<String> header, String[] cells,
			InputErrors errors) {
		String result = Results.result(cell(header, cells, "result").toUpperCase(Locale.ROOT));
		String reason = cell(header, cells, "reason");
		Row row = new Row(number, line(cell(header, cells, "line")), (result != null) ? result : "",
				reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
		Row before = rows.putIfAbsent(row.line(), row);
		if (result == null) {
			errors.add(row.field("result"), RosterFault.UNKNOWN_RESULT);
		}
		else if (row.line() == 0) {
			errors.add(row.field("line"), RosterFault.NO_SUCH_LINE);
		}
		else if (before != null && !before.result().equals(result)) {
			errors.add(row.field("result"), RosterFault.OTHER_RESULT, before.result());
		}
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
