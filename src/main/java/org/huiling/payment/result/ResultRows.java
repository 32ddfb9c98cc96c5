package org.huiling.payment.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.huiling.input.InputErrors;
import org.huiling.payment.roster.RosterFault;
import org.huiling.table.CellValues;
import org.huiling.table.Table;
import org.huiling.table.TableFault;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads a file of results, its columns by their names, see {@link ResultColumn}. */
public final class ResultRows {

	private static final int LONGEST_REASON = 200;

	private static final int LONGEST_CELL = 100;

	private final Map<ResultColumn, Integer> places = new EnumMap<>(ResultColumn.class);

	private final InputErrors errors;

	private final List<String> ignored = new ArrayList<>();

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
	 * What there is in a file.
	 *
	 * @param rows how many rows
	 * @param ignored the names of the columns that nothing was read of
	 */
	record Found(int rows, List<String> ignored) {
	}

	/** Takes a file as it stands, rows that cannot be read among the others. */
	public interface AsSent {

		/** Who does not need it. */
		AsSent UNKEPT = new AsSent() {

			@Override
			public void header(String text, List<String> ignored) {
			}

			@Override
			public void row(int number, TableRow row) {
			}

		};

		/**
		 * The header.
		 * @param text as csv
		 * @param ignored the names of the columns that nothing is read of
		 */
		void header(String text, List<String> ignored);

		/** A row by its number, see {@link Row}. */
		void row(int number, TableRow row);

	}

	/**
	 * The rows one by one; what cannot be read is added to the errors, and the first
	 * places of what is wrong are all there is of it.
	 * @param file csv or a workbook
	 * @param asSent takes what is read, before it is
	 * @return what there is in it
	 */
	static Found read(InputStream file, InputErrors errors, AsSent asSent, Consumer<Row> taker) {
		ResultRows rows = new ResultRows(errors);
		try (Table table = Table.open(file, null, (name) -> ResultColumn.of(name) != null)) {
			rows.header(table.names());
			asSent.header(table.headerText(), rows.ignored);
			table.sheetsNotRead().forEach((sheet) -> errors.add("rows", RosterFault.OTHER_SHEET, sheet));
			for (TableRow row = errors.isEmpty() ? table.next() : null; row != null; row = table.next()) {
				rows.number++;
				asSent.row(rows.number, row);
				Row result = rows.row(row, table);
				if (result != null) {
					taker.accept(result);
				}
				if (errors.isFull()) {
					break;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Found(rows.number, List.copyOf(rows.ignored));
	}

	static String field(int row, ResultColumn column) {
		return "rows[" + row + "]." + column.inOurFiles();
	}

	private void header(List<String> names) {
		for (int place = 0; place < names.size(); place++) {
			String name = names.get(place);
			ResultColumn column = ResultColumn.of(name);
			if (column == null) {
				this.ignored.add(name.isEmpty() ? "#" + (place + 1) : name);
			}
			else if (this.places.putIfAbsent(column, place) != null) {
				this.errors.add(column.inOurFiles(), RosterFault.COLUMN_TWICE, name);
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

	private @Nullable Row row(TableRow row, Table table) {
		if (row.fault() != null) {
			this.errors.add("rows[" + this.number + "]", row.fault(), table.arguments(row.fault()));
			return null;
		}
		for (Map.Entry<ResultColumn, Integer> place : this.places.entrySet()) {
			TableFault damage = row.damaged().get(place.getValue());
			if (damage != null) {
				this.errors.add(field(this.number, place.getKey()), damage);
				return null;
			}
		}
		List<String> cells = row.cells();
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

	private Map<ResultColumn, String> said(List<String> cells) {
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

	private void nothingNamed(List<String> cells) {
		if (cell(cells, ResultColumn.LINE).isEmpty() && cell(cells, ResultColumn.TRANSFER).isEmpty()) {
			boolean byLine = this.places.containsKey(ResultColumn.LINE);
			this.errors.add(field(this.number, byLine ? ResultColumn.LINE : ResultColumn.TRANSFER),
					byLine ? RosterFault.NO_SUCH_LINE : RosterFault.NO_SUCH_TRANSFER);
		}
	}

	/** A number from 1, null where none is written. */
	private @Nullable Integer number(List<String> cells, ResultColumn column, RosterFault fault) {
		String text = plain(cell(cells, column));
		if (text.matches("0*[1-9][0-9]{0,8}")) {
			return Integer.valueOf(text);
		}
		if (!text.isEmpty()) {
			this.errors.add(field(this.number, column), fault);
		}
		return null;
	}

	private @Nullable LocalDate day(List<String> cells) {
		String text = plain(cell(cells, ResultColumn.DAY));
		if (text.isEmpty()) {
			return null;
		}
		try {
			return LocalDate.parse(CellValues.day(text));
		}
		catch (DateTimeParseException ex) {
			this.errors.add(field(this.number, ResultColumn.DAY), RosterFault.NO_DAY);
			return null;
		}
	}

	private @Nullable BigDecimal amount(List<String> cells) {
		String text = plain(cell(cells, ResultColumn.AMOUNT)).replaceAll("[,¥元\\s]", "");
		if (text.matches("[-+]?[0-9]{1,12}([.][0-9]{1,6})?")) {
			return new BigDecimal(text);
		}
		if (!text.isEmpty()) {
			this.errors.add(field(this.number, ResultColumn.AMOUNT), RosterFault.OTHER_LINE);
		}
		return null;
	}

	private String cell(List<String> cells, ResultColumn column) {
		Integer place = this.places.get(column);
		return (place != null && place < cells.size()) ? cells.get(place) : "";
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
	}

}
