package org.huiling.applicant.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.huiling.applicant.ImportMode;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The rows of a table. A row takes several lines where a quoted cell does; if its quotes
 * never end, only its first line is refused and reading goes on with the next.
 */
final class CsvRows implements LineSource {

	private static final int MOST_LINES = 50;

	private final TextLines lines;

	private final ApplicantCsv table;

	private final String header;

	private CsvRows(TextLines lines, String header, ImportMode mode, String[] names) {
		this.lines = lines;
		this.header = header;
		this.table = ApplicantCsv.of(mode, names);
	}

	/**
	 * Reads the header.
	 * @throws InvalidInput 400 if there is none, or a column is unknown
	 */
	static CsvRows of(TextLines lines, ImportMode mode) throws IOException {
		TextLines.Line header = lines.next();
		while (header != null && isEmpty(header)) {
			header = lines.next();
		}
		if (header == null || header.isTooLong()) {
			throw refusal(ImportFault.EMPTY_FILE);
		}
		if (header.isDamaged()) {
			throw refusal(ImportFault.FILE_ENCODING);
		}
		try {
			return new CsvRows(lines, header.text(), mode, CsvTable.row(header.text()));
		}
		catch (JacksonException ex) {
			throw refusal(ImportFault.MALFORMED_ROW);
		}
	}

	@Override
	public String header() {
		return this.header;
	}

	@Override
	public @Nullable ImportLine next() throws IOException {
		TextLines.Line first = this.lines.next();
		while (first != null && isEmpty(first)) {
			first = this.lines.next();
		}
		if (first == null) {
			return null;
		}
		if (first.isTooLong()) {
			return ImportLine.refused(first, ImportFault.LINE_TOO_LONG);
		}
		TextLines.Line row = whole(first);
		if (row == null) {
			return ImportLine.refused(first, ImportFault.MALFORMED_ROW);
		}
		if (row.isDamaged()) {
			return ImportLine.refused(row, ImportFault.LINE_ENCODING);
		}
		return applicant(row);
	}

	private ImportLine applicant(TextLines.Line row) {
		try {
			return ImportLine.of(row.number(), row.text(), this.table.applicant(CsvTable.row(row.text())));
		}
		catch (JacksonException ex) {
			return ImportLine.refused(row, ImportFault.MALFORMED_ROW);
		}
		catch (InvalidInput ex) {
			return new ImportLine(row.number(), row.text(), null, ex);
		}
	}

	/** The row that begins on a line, or null if its quotes do not end. */
	private TextLines.@Nullable Line whole(TextLines.Line first) throws IOException {
		boolean open = ends(first.text(), false);
		if (!open) {
			return first;
		}
		List<TextLines.Line> more = new ArrayList<>();
		StringBuilder text = new StringBuilder(first.text());
		while (open && more.size() < MOST_LINES && text.length() < TextLines.LONGEST) {
			TextLines.Line line = this.lines.next();
			if (line == null) {
				break;
			}
			more.add(line);
			text.append('\n').append(line.text());
			open = ends(line.text(), true);
		}
		if (open) {
			this.lines.back(more);
			return null;
		}
		return new TextLines.Line(first.number(), text.toString());
	}

	/** Whether a line ends within a quoted cell, if it began within one or not. */
	private static boolean ends(String line, boolean within) {
		boolean quoted = within;
		boolean start = true;
		for (int i = 0; i < line.length(); i++) {
			char character = line.charAt(i);
			if (quoted) {
				quoted = character != '"' || (i + 1 < line.length() && line.charAt(i + 1) == '"');
				i += (quoted && character == '"') ? 1 : 0;
			}
			else {
				quoted = start && character == '"';
			}
			start = !quoted && (character == ',' || (start && character == ' '));
		}
		return quoted;
	}

	/** Spreadsheets leave rows of commas at the end. */
	private static boolean isEmpty(TextLines.Line line) {
		return line.text().chars().allMatch((character) -> character == ',' || Character.isWhitespace(character));
	}

	private static InvalidInput refusal(ImportFault fault) {
		return new InvalidInput(400, List.of(FieldError.of("", fault.name())));
	}

}
