package org.huiling.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import org.huiling.table.RowSource.Raw;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table and the rows after it. A line end within a cell tears a row in
 * two; neither half is taken for a row.
 */
final class HeadedRows {

	/** The most columns a spreadsheet has. */
	static final int MOST_COLUMNS = 16_384;

	/** So far down a header is looked for. */
	static final int MOST_ABOVE = 20;

	private final RowSource source;

	private final Deque<Raw> read = new ArrayDeque<>();

	private final Deque<TableRow> above = new ArrayDeque<>();

	private final TableRow header;

	private final String end;

	private String before;

	private HeadedRows(RowSource source, List<Raw> read, int header) {
		this.source = source;
		this.header = read.get(header).row();
		this.end = read.get(header).end();
		this.before = this.end;
		int filled = this.header.filled();
		read.subList(0, header)
			.stream()
			.map(Raw::row)
			.filter((row) -> row.fault() == null && row.filled() > 1 && 2 * row.filled() > filled)
			.forEach((row) -> this.above.add(row.with(TableFault.ABOVE_HEADER)));
		this.read.addAll(read.subList(header + 1, read.size()));
	}

	/**
	 * Looks for the header: of the first rows the one that names most columns. Of empty
	 * rows the last is kept, which tells how the line before a row ends. A hidden column
	 * is not taken, and not left out without a word either.
	 * @return null if none names any, with what was read of the file in {@code looked}
	 */
	static @Nullable HeadedRows of(RowSource source, Predicate<String> known, List<Raw> looked) throws IOException {
		int filled = 0;
		for (Raw raw = next(source); raw != null; raw = next(source)) {
			boolean empty = raw.row().isEmpty();
			if (empty && !looked.isEmpty() && looked.get(looked.size() - 1).row().isEmpty()) {
				looked.remove(looked.size() - 1);
			}
			looked.add(raw);
			filled += empty ? 0 : 1;
			if (filled >= MOST_ABOVE) {
				break;
			}
		}
		int header = -1;
		long most = 0;
		for (int i = 0; i < looked.size(); i++) {
			List<String> cells = looked.get(i).row().cells();
			if (cells.size() > MOST_COLUMNS) {
				continue;
			}
			long names = cells.stream().map(CellText::name).filter(known).count();
			if (names > most) {
				most = names;
				header = i;
			}
		}
		if (header < 0) {
			return null;
		}
		List<String> names = looked.get(header).row().cells();
		for (int i = 0; i < names.size(); i++) {
			if (source.isHidden(i) && known.test(CellText.name(names.get(i)))) {
				throw TableFault.HIDDEN_COLUMN.refusal(names.get(i));
			}
		}
		return new HeadedRows(source, looked, header);
	}

	private static @Nullable Raw next(RowSource source) throws IOException {
		Raw raw = source.next();
		if (raw != null && raw.row().cells().size() > MOST_COLUMNS) {
			throw TableFault.TOO_MANY_COLUMNS.refusal(MOST_COLUMNS);
		}
		return raw;
	}

	TableRow header() {
		return this.header;
	}

	/** The next row that is not empty, null at the end. */
	@Nullable TableRow next() throws IOException {
		if (!this.above.isEmpty()) {
			return this.above.poll();
		}
		for (Raw raw = take(); raw != null; raw = take()) {
			String begun = this.before;
			this.before = raw.end();
			TableRow row = raw.row();
			if (row.isEmpty()) {
				continue;
			}
			if (row.fault() == null && isTorn(row, begun)) {
				return row.with(TableFault.TORN_ROW);
			}
			return surplus(row) ? row.with(TableFault.SURPLUS_CELLS) : row;
		}
		return null;
	}

	private @Nullable Raw take() throws IOException {
		Raw raw = this.read.poll();
		return (raw != null) ? raw : this.source.next();
	}

	private boolean surplus(TableRow row) {
		List<String> cells = row.cells();
		for (int i = this.header.cells().size(); i < cells.size(); i++) {
			if (!cells.get(i).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A line that ends otherwise than the header may end in the middle of a cell: then it
	 * or what follows it is too short.
	 */
	private boolean isTorn(TableRow row, String begun) throws IOException {
		boolean odd = isOdd(this.before);
		if (row.cells().size() < this.header.cells().size()) {
			return odd || isOdd(begun);
		}
		if (!odd) {
			return false;
		}
		if (this.read.isEmpty()) {
			Raw following = this.source.next();
			if (following != null) {
				this.read.add(following);
			}
		}
		Raw following = this.read.peek();
		return following != null && following.row().fault() == null && !following.row().isEmpty()
				&& following.row().cells().size() < this.header.cells().size();
	}

	private boolean isOdd(String lineEnd) {
		return !lineEnd.isEmpty() && !lineEnd.equals(this.end);
	}

	List<String> names() {
		return this.header.cells().stream().map(CellText::name).toList();
	}

}
