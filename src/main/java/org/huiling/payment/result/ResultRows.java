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
import java.util.stream.Stream;

import org.huiling.input.InputErrors;
import org.huiling.payment.roster.RosterFault;
import org.huiling.problem.LongDigits;
import org.huiling.table.CellValues;
import org.huiling.table.TableFault;
import org.huiling.table.TableFile;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads a file of results, its columns by their names, see {@link ResultColumn}. */
public final class ResultRows {

	private static final int LONGEST_REASON = 200;

	private static final int LONGEST_CELL = 100;

	private final Map<ResultColumn, Integer> places = new EnumMap<>(ResultColumn.class);

	private final InputErrors errors;

	private final ResultRemarks remarks;

	private final Days days;

	private final List<String> ignored = new ArrayList<>();

	private int count;

	private int number;

	private ResultRows(Days days, InputErrors errors, ResultRemarks remarks) {
		this.days = days;
		this.errors = errors;
		this.remarks = remarks;
	}

	/**
	 * The days on which something can have become of a transfer.
	 *
	 * @param first the first of them
	 * @param last today
	 */
	record Days(LocalDate first, LocalDate last) {
	}

	/**
	 * A row.
	 *
	 * @param row its line in the file, from 1
	 * @param line of the roster, null if the row names a transfer only
	 * @param transfer of the roster, null if it is not named
	 * @param result what became of it, null if nothing is said yet
	 * @param reason why, if it is said
	 * @param day when, if it is said
	 * @param amount as written, null if it is not
	 * @param said what else identifies it, by column; only what is filled
	 */
	record Row(int row, @Nullable Integer line, @Nullable Integer transfer, @Nullable TransferResult result,
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
	 * @param rows how many rows, without what stands below them
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
			public void row(TableRow row) {
			}

		};

		/**
		 * The header.
		 * @param text as csv
		 * @param ignored the names of the columns that nothing is read of
		 */
		void header(String text, List<String> ignored);

		/** A row. */
		void row(TableRow row);

	}

	/**
	 * The rows one by one; what cannot be read is added to the errors, and the first
	 * places of what is wrong are all there is of it.
	 * @param file csv or a workbook
	 * @param days on which something can have become of a transfer
	 * @param asSent takes what is read, before it is
	 * @return what there is in it
	 */
	static Found read(InputStream file, Days days, InputErrors errors, ResultRemarks remarks, AsSent asSent,
			Consumer<Row> taker) {
		ResultRows rows = new ResultRows(days, errors, remarks);
		try (TableFile table = TableFile.open(file, null, (name) -> ResultColumn.of(name) != null)) {
			rows.header(table.names());
			asSent.header(table.headerText(), rows.ignored);
			table.sheetsNotRead().forEach((sheet) -> errors.add("rows", RosterFault.OTHER_SHEET, sheet));
			for (TableRow row = errors.isEmpty() ? table.next() : null; row != null; row = table.next()) {
				rows.number = Math.toIntExact(row.number());
				asSent.row(row);
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
		return new Found(rows.count, List.copyOf(rows.ignored));
	}

	static String field(int row, ResultColumn column) {
		return "rows[" + row + "]." + column.inOurFiles();
	}

	private void header(List<String> names) {
		for (int place = 0; place < names.size(); place++) {
			String name = names.get(place);
			ResultColumn column = ResultColumn.of(name);
			if (column == null) {
				if (!TableFile.isRemark(name)) {
					this.ignored.add(name.isEmpty() ? "#" + (place + 1) : LongDigits.masked(name));
				}
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

	private @Nullable Row row(TableRow row, TableFile table) {
		if (row.fault() == null && table.isFooter(row)
				&& TransferResult.of(cell(row.cells(), ResultColumn.RESULT)) == null) {
			this.remarks.footer(this.number);
			return null;
		}
		this.count++;
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
		if (result == null && !isOpen(cells)) {
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
		if (result == null) {
			this.remarks.unanswered();
		}
		String reason = cell(cells, ResultColumn.REASON);
		if (reason.isEmpty() && result != TransferResult.PAID) {
			reason = cell(cells, ResultColumn.REMARK);
		}
		return new Row(this.number, line, transfer, result,
				reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length())), day, amount,
				said(cells));
	}

	/** Nothing is said yet; whoever says why or when means some result. */
	private boolean isOpen(List<String> cells) {
		return Stream.of(ResultColumn.RESULT, ResultColumn.REASON, ResultColumn.DAY)
			.allMatch((column) -> cell(cells, column).isEmpty());
	}

	private Map<ResultColumn, String> said(List<String> cells) {
		Map<ResultColumn, String> said = new EnumMap<>(ResultColumn.class);
		for (ResultColumn column : List.of(ResultColumn.ROSTER, ResultColumn.DIGEST, ResultColumn.APPLICANT,
				ResultColumn.FILE_NUMBER, ResultColumn.DECISION, ResultColumn.ACCOUNT, ResultColumn.NAME,
				ResultColumn.HOLDER)) {
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
			LocalDate day = LocalDate.parse(CellValues.day(text));
			if (day.isAfter(this.days.last())) {
				this.errors.add(field(this.number, ResultColumn.DAY), RosterFault.DAY_AFTER_TODAY);
			}
			else if (day.isBefore(this.days.first())) {
				this.errors.add(field(this.number, ResultColumn.DAY), RosterFault.DAY_BEFORE_ROSTER,
						this.days.first().toString());
			}
			return day;
		}
		catch (DateTimeParseException ex) {
			this.errors.add(field(this.number, ResultColumn.DAY), RosterFault.NO_DAY);
			return null;
		}
	}

	private @Nullable BigDecimal amount(List<String> cells) {
		String text = plain(cell(cells, ResultColumn.AMOUNT));
		BigDecimal amount = text.isEmpty() ? null : CellValues.amount(text.startsWith("+") ? text.substring(1) : text);
		if (amount == null && !text.isEmpty()) {
			this.errors.add(field(this.number, ResultColumn.AMOUNT), RosterFault.NO_AMOUNT);
		}
		return amount;
	}

	private String cell(List<String> cells, ResultColumn column) {
		Integer place = this.places.get(column);
		return (place != null && place < cells.size()) ? cells.get(place) : "";
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
	}

}
