package org.huiling.payment;

import java.io.InputStream;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.huiling.input.InputErrors;
import org.huiling.spreadsheet.ShortLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads a file of results, its columns by their names, see {@link ResultColumn}. */
final class ResultRows {

	private static final int LONGEST_REASON = 200;

	private static final int LONGEST_CELL = 100;

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.enable(CsvReadFeature.TRIM_SPACES)
		.build()
		.readerFor(String[].class);

	private final Map<ResultColumn, Integer> places = new EnumMap<>(ResultColumn.class);

	private final InputErrors errors;

	private int width;

	private int number;

	private ResultRows(InputErrors errors) {
		this.errors = errors;
	}

	/**
	 * A row.
	 *
	 * @param row its place in the file, from 1 without the header
	 * @param line of the roster, null if the row names a transfer only
	 * @param transfer of the roster, null if it is not named
	 * @param result what became of it
	 * @param reason why, if it is said
	 * @param day when, if it is said
	 * @param amount as written, null if it is not
	 * @param said what else identifies it, by column; only what is filled
	 */
	record Row(int row, @Nullable Integer line, @Nullable Integer transfer, TransferResult result,
			@Nullable String reason, @Nullable LocalDate day, @Nullable BigDecimal amount,
			Map<ResultColumn, String> said) {

		/** The place of an error. */
		String field(ResultColumn column) {
			return ResultRows.field(this.row, column);
		}

	}

	/**
	 * The rows one by one; what cannot be read is added to the errors, and the first
	 * places of what is wrong are all there is of it.
	 * @return how many rows there are
	 */
	static int read(InputStream csv, InputErrors errors, Consumer<Row> taker) {
		ResultRows rows = new ResultRows(errors);
		try (MappingIterator<String[]> cells = ROWS.readValues(new ShortLines(csv))) {
			rows.header(cells.hasNext() ? cells.next() : new String[0]);
			if (!errors.isEmpty()) {
				return 0;
			}
			while (!errors.isFull() && cells.hasNext()) {
				rows.number++;
				Row row = rows.row(cells.next());
				if (row != null) {
					taker.accept(row);
				}
			}
		}
		catch (JacksonException ex) {
			errors.add("rows[" + (rows.number + 1) + "]", RosterFault.UNREADABLE);
		}
		return rows.number;
	}

	static String field(int row, ResultColumn column) {
		return "rows[" + row + "]." + column.inOurFiles();
	}

	private void header(String[] names) {
		this.width = names.length;
		for (int place = 0; place < names.length; place++) {
			ResultColumn column = (names[place] != null) ? ResultColumn.of(names[place]) : null;
			if (column != null && this.places.putIfAbsent(column, place) != null) {
				this.errors.add(column.inOurFiles(), RosterFault.COLUMN_TWICE, names[place]);
			}
		}
		if (!this.places.containsKey(ResultColumn.TRANSFER)) {
			require(ResultColumn.LINE);
		}
		require(ResultColumn.RESULT);
	}

	private void require(ResultColumn column) {
		if (!this.places.containsKey(column)) {
			this.errors.add(column.inOurFiles(), RosterFault.RESULT_COLUMN, column.inOurFiles());
		}
	}

	private @Nullable Row row(String[] cells) {
		for (int place = this.width; place < cells.length; place++) {
			if (cells[place] != null && !cells[place].isEmpty()) {
				this.errors.add("rows[" + this.number + "]", RosterFault.ROW_TOO_LONG);
				return null;
			}
		}
		TransferResult result = TransferResult.of(cell(cells, ResultColumn.RESULT));
		if (result == null) {
			this.errors.add(field(this.number, ResultColumn.RESULT), RosterFault.UNKNOWN_RESULT);
			return null;
		}
		Integer line = number(cells, ResultColumn.LINE, RosterFault.NO_SUCH_LINE);
		Integer transfer = number(cells, ResultColumn.TRANSFER, RosterFault.NO_SUCH_TRANSFER);
		LocalDate day = day(cells);
		BigDecimal amount = amount(cells);
		if (line == null && transfer == null) {
			nothingNamed(cells);
			return null;
		}
		String reason = cell(cells, ResultColumn.REASON);
		return new Row(this.number, line, transfer, result,
				reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length())), day, amount,
				said(cells));
	}

	private Map<ResultColumn, String> said(String[] cells) {
		Map<ResultColumn, String> said = new EnumMap<>(ResultColumn.class);
		for (ResultColumn column : List.of(ResultColumn.ROSTER, ResultColumn.DIGEST, ResultColumn.APPLICANT,
				ResultColumn.FILE_NUMBER, ResultColumn.DECISION, ResultColumn.ACCOUNT)) {
			String cell = cell(cells, column);
			if (!cell.isEmpty()) {
				said.put(column, cell.substring(0, Math.min(LONGEST_CELL, cell.length())));
			}
		}
		return said;
	}

	private void nothingNamed(String[] cells) {
		if (cell(cells, ResultColumn.LINE).isEmpty() && cell(cells, ResultColumn.TRANSFER).isEmpty()) {
			boolean byLine = this.places.containsKey(ResultColumn.LINE);
			this.errors.add(field(this.number, byLine ? ResultColumn.LINE : ResultColumn.TRANSFER),
					byLine ? RosterFault.NO_SUCH_LINE : RosterFault.NO_SUCH_TRANSFER);
		}
	}

	/** A number from 1, null where none is written. */
	private @Nullable Integer number(String[] cells, ResultColumn column, RosterFault fault) {
		String text = plain(cell(cells, column));
		if (text.matches("0*[1-9][0-9]{0,8}")) {
			return Integer.valueOf(text);
		}
		if (!text.isEmpty()) {
			this.errors.add(field(this.number, column), fault);
		}
		return null;
	}

	private @Nullable LocalDate day(String[] cells) {
		String text = plain(cell(cells, ResultColumn.DAY)).replace('/', '-');
		if (text.isEmpty()) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			this.errors.add(field(this.number, ResultColumn.DAY), RosterFault.NO_DAY);
			return null;
		}
	}

	private @Nullable BigDecimal amount(String[] cells) {
		String text = plain(cell(cells, ResultColumn.AMOUNT)).replaceAll("[,¥元\\s]", "");
		if (text.matches("[-+]?[0-9]{1,12}([.][0-9]{1,6})?")) {
			return new BigDecimal(text);
		}
		if (!text.isEmpty()) {
			this.errors.add(field(this.number, ResultColumn.AMOUNT), RosterFault.OTHER_LINE);
		}
		return null;
	}

	private String cell(String[] cells, ResultColumn column) {
		Integer place = this.places.get(column);
		return (place != null && place < cells.length && cells[place] != null) ? cells[place] : "";
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
	}

}
