package org.huiling.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a csv file. A row takes several lines where a quoted cell does; if its
 * quotes never end, only its first line is refused and reading goes on with the next.
 */
final class CsvSource implements RowSource {

	private static final int MOST_LINES = 50;

	private final LineReader lines;

	private final Reader text;

	CsvSource(Reader text) {
		this.text = text;
		this.lines = new LineReader(text);
	}

	@Override
	public @Nullable Raw next() throws IOException {
		LineReader.Line first = this.lines.next();
		if (first == null) {
			return null;
		}
		if (first.isTooLong()) {
			return new Raw(TableRow.refused(first.number(), first.text(), TableFault.LINE_TOO_LONG), first.end());
		}
		CsvSplitter cells = CsvSplitter.of(first.text());
		if (cells.isOpen()) {
			return overLines(first, cells);
		}
		return new Raw(row(first.number(), first.text(), cells), first.end());
	}

	private Raw overLines(LineReader.Line first, CsvSplitter begun) throws IOException {
		CsvSplitter cells = begun;
		List<LineReader.Line> more = new ArrayList<>();
		StringBuilder whole = new StringBuilder(first.text());
		LineReader.Line last = first;
		while (cells.isOpen() && more.size() < MOST_LINES && whole.length() < LineReader.LONGEST) {
			LineReader.Line line = this.lines.next();
			if (line == null) {
				break;
			}
			more.add(line);
			whole.append(last.end()).append(line.text());
			last = line;
			if (line.isTooLong()) {
				// its end is not there, and quotes may be in it
				break;
			}
			if (line.text().indexOf('"') >= 0) {
				cells = CsvSplitter.of(whole.toString());
			}
		}
		if (cells.isOpen() || cells.isMalformed()) {
			this.lines.back(more);
			return new Raw(TableRow.refused(first.number(), first.text(), TableFault.MALFORMED_ROW), first.end());
		}
		return new Raw(row(first.number(), whole.toString(), cells), last.end());
	}

	private static TableRow row(long number, String text, CsvSplitter cells) {
		if (cells.isMalformed()) {
			return TableRow.refused(number, text, TableFault.MALFORMED_ROW);
		}
		if (LineReader.Line.isDamaged(text)) {
			return TableRow.refused(number, text, TableFault.LINE_ENCODING);
		}
		return TableRow.of(number, text, cells.cells());
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
