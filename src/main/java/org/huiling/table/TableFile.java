package org.huiling.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** A table that is read row by row, however long it is. */
public final class TableFile implements Closeable {

	private static final String REMARK = "import.";

	private final Closeable source;

	private final HeadedRows rows;

	private final List<String> sheetsNotRead;

	private final List<String> names;

	/** How many columns have a name. */
	private final long named;

	private TableFile(Closeable source, HeadedRows rows, List<String> sheetsNotRead) {
		this.source = source;
		this.rows = rows;
		this.sheetsNotRead = List.copyOf(sheetsNotRead);
		this.names = rows.names();
		this.named = this.names.stream().filter((name) -> !name.isEmpty() && !isRemark(name)).count();
	}

	/**
	 * Begins to read a file: finds out what it is, and its header.
	 * @param file csv or a workbook; read as the rows are
	 * @param declared the encoding as declared; null to find out
	 * @param known whether a name, as {@link CellText#name} gives it, is that of a column
	 * @return the table; closing it closes the file
	 * @throws IOException if the file ends where it should not
	 * @throws org.huiling.problem.InvalidInput 400 if it is no table, or has no header
	 */
	public static TableFile open(InputStream file, @Nullable Charset declared, Predicate<String> known)
			throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(file, 1 << 16);
		FileKind kind = FileKind.of(bytes);
		List<RowSource.Raw> looked = new ArrayList<>();
		List<String> notRead = new ArrayList<>();
		if (kind == FileKind.WORKBOOK) {
			XlsxWorkbook workbook = XlsxWorkbook.open(bytes);
			return opened(workbook, () -> workbook.rows(known, notRead, looked), looked, notRead);
		}
		if (kind != FileKind.TEXT) {
			throw TableFault.NOT_A_TABLE.refusal(kind.shown());
		}
		RowSource source = new CsvSource(new DecodedText(bytes, declared));
		return opened(source, () -> HeadedRows.of(source, known, looked), looked, notRead);
	}

	@FunctionalInterface
	private interface Beginning {

		@Nullable HeadedRows rows() throws IOException;

	}

	private static TableFile opened(Closeable source, Beginning beginning, List<RowSource.Raw> looked,
			List<String> notRead) throws IOException {
		boolean done = false;
		try {
			HeadedRows rows = beginning.rows();
			if (rows == null) {
				throw refusal(looked);
			}
			done = true;
			return new TableFile(source, rows, notRead);
		}
		finally {
			if (!done) {
				source.close();
			}
		}
	}

	private static RuntimeException refusal(List<RowSource.Raw> looked) {
		if (looked.stream().allMatch((raw) -> raw.row().isEmpty())) {
			return TableFault.EMPTY_FILE.refusal();
		}
		return looked.stream()
			.map((raw) -> raw.row().fault())
			.filter((fault) -> fault == TableFault.LINE_ENCODING)
			.findFirst()
			.map((fault) -> TableFault.FILE_ENCODING.refusal())
			.orElseGet(() -> TableFault.NO_HEADER.refusal(HeadedRows.MOST_ABOVE));
	}

	/**
	 * The header.
	 * @return the names of the columns, see {@link CellText#name}; "" if one has none
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * The names in a header that was kept, see {@link #headerText}.
	 * @param header as csv
	 * @return the names of the columns
	 */
	public static List<String> names(String header) {
		return CsvSplitter.of(header).cells().stream().map(CellText::name).toList();
	}

	/**
	 * The header as it stands in the file.
	 * @return as csv
	 */
	public String headerText() {
		return this.rows.header().text();
	}

	/**
	 * Where the header stands.
	 * @return the number of its line, from 1
	 */
	public long headerLine() {
		return this.rows.header().number();
	}

	/**
	 * The sheets of a workbook that were passed over though something stands in them.
	 * @return their names
	 */
	public List<String> sheetsNotRead() {
		return this.sheetsNotRead;
	}

	/**
	 * The next row.
	 * @return null at the end; never a row without a filled cell
	 * @throws IOException if the file ends where it should not
	 */
	public @Nullable TableRow next() throws IOException {
		return this.rows.next();
	}

	/**
	 * Whether a row is none of the list but stands below it: a sum, or who made it.
	 * @param row of this table
	 * @return true for a footer
	 */
	public boolean isFooter(TableRow row) {
		String first = null;
		int filled = 0;
		for (int i = 0; i < row.cells().size(); i++) {
			String cell = row.cells().get(i);
			if (!cell.isEmpty() && !(i < this.names.size() && isRemark(this.names.get(i)))) {
				first = (first != null) ? first : cell;
				filled++;
			}
		}
		return first != null && Footer.is(first, filled, this.named);
	}

	/**
	 * Whether a column is one of those in which a row that is given back says what was
	 * wrong with it. Whoever reads the row again passes over them.
	 * @param name of the column
	 * @return true for {@code import.line} and its like
	 */
	public static boolean isRemark(String name) {
		return name.startsWith(REMARK);
	}

	/**
	 * What the message about a damaged row mentions.
	 * @param fault of a row of this table
	 * @return its arguments
	 */
	public Object[] arguments(TableFault fault) {
		return switch (fault) {
			case SURPLUS_CELLS -> new Object[] { this.rows.header().cells().size() };
			case LINE_TOO_LONG -> new Object[] { LineReader.LONGEST };
			default -> new Object[0];
		};
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
