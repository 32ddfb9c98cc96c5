package org.huiling.peoplelist;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.table.DecodedText;
import org.jspecify.annotations.Nullable;

/**
 * Divides a file of people into parts that are read by themselves, each by whoever has
 * time, with the same lines under the same numbers as when it is read whole. What cannot
 * be divided for certain, such as a workbook or a file whose lines end in several ways,
 * is one part.
 */
public final class ListParts {

	private static final int PIECE = 1 << 15;

	private final ListReading reading;

	/**
	 * The parts of lists.
	 * @param reading how lists are read
	 */
	public ListParts(ListReading reading) {
		this.reading = reading;
	}

	/**
	 * Divides a file. Reads it once or twice, without looking at what rows say.
	 * @param name of the file
	 * @param file the file
	 * @param bytes the fewest bytes of a part
	 * @return in the order of the file; together they are the file
	 * @throws IOException if it cannot be read
	 * @throws org.huiling.problem.InvalidInput if it is no list
	 */
	public List<ListPart> of(String name, ListFile file, long bytes) throws IOException {
		boolean lines = ListReading.isLines(name);
		LineStarts starts;
		try (InputStream all = file.open(0)) {
			starts = LineStarts.of(all, bytes);
		}
		if (starts.starts().isEmpty() || !starts.isEven() || isWorkbook(name)) {
			return List.of(ListPart.whole(name));
		}
		long headLines = 0;
		Set<Long> rows = null;
		if (!lines) {
			rows = starts.isQuoted() ? new HashSet<>() : null;
			headLines = headLines(name, file, starts, rows);
		}
		long head = (headLines > 0) ? starts.at(headLines + 1) : 0;
		if (head < 0) {
			return List.of(ListPart.whole(name));
		}
		return parts(name, starts, rows, head, headLines, encoding(file));
	}

	private static boolean isWorkbook(String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
	}

	/**
	 * How many lines the header and what is above it take.
	 * @param rows takes at which of the starts a row begins, null if all of them do
	 */
	private long headLines(String name, ListFile file, LineStarts starts, @Nullable Set<Long> rows) throws IOException {
		try (InputStream all = file.open(0); LineSource source = this.reading.open(name, all, null)) {
			long header = ((CsvRows) source).headerLine();
			if (rows == null) {
				return header;
			}
			Set<Long> asked = new HashSet<>();
			starts.starts().forEach((start) -> asked.add(start.line()));
			long first = 0;
			for (ImportLine line = source.next(); line != null; line = source.next()) {
				first = (first == 0 && line.number() > header) ? line.number() : first;
				if (asked.contains(line.number())) {
					rows.add(line.number());
				}
			}
			return first - 1;
		}
	}

	private static @Nullable String encoding(ListFile file) throws IOException {
		try (InputStream all = file.open(0); DecodedText text = new DecodedText(all, null)) {
			char[] piece = new char[PIECE];
			int read = text.read(piece);
			while (read >= 0 && text.encoding() == null) {
				read = text.read(piece);
			}
			Charset found = text.encoding();
			return (found != null) ? found.name() : null;
		}
	}

	private static List<ListPart> parts(String name, LineStarts starts, @Nullable Set<Long> rows, long head,
			long headLines, @Nullable String encoding) {
		List<ListPart> parts = new ArrayList<>();
		LineStarts.Start begun = new LineStarts.Start(1, 0);
		for (LineStarts.Start start : starts.starts()) {
			boolean row = rows == null || rows.contains(start.line());
			if (row && start.line() > headLines + 1 && start.at() < starts.length()) {
				parts.add(part(name, begun, start.at(), head, headLines, encoding));
				begun = start;
			}
		}
		parts.add(part(name, begun, starts.length(), head, headLines, encoding));
		return parts;
	}

	private static ListPart part(String name, LineStarts.Start from, long to, long head, long headLines,
			@Nullable String encoding) {
		return (from.at() == 0) ? new ListPart(name, 0, to, 1, 0, 0, encoding)
				: new ListPart(name, from.at(), to, from.line(), head, headLines, encoding);
	}

	/**
	 * Reads a part.
	 * @param part of the file
	 * @param file the file
	 * @return its lines, with the numbers that they have in the file
	 * @throws IOException if it cannot be read
	 * @throws org.huiling.problem.InvalidInput if it is no list
	 */
	public LineSource open(ListPart part, ListFile file) throws IOException {
		Charset encoding = (part.encoding() != null) ? Charset.forName(part.encoding()) : null;
		byte[] head = new byte[0];
		if (part.head() > 0) {
			try (InputStream above = file.open(0)) {
				head = above.readNBytes(Math.toIntExact(part.head()));
			}
		}
		InputStream own = new BufferedInputStream(file.open(part.from()), 1 << 16);
		InputStream bounded = (part.to() >= 0) ? new BoundedBytes(own, part.to() - part.from()) : own;
		LineSource lines = this.reading.open(part.file(),
				(head.length > 0) ? new SequenceInputStream(new ByteArrayInputStream(head), bounded) : bounded,
				encoding);
		return new PartLines(part, lines, own);
	}

}
