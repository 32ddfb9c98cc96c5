package org.huiling.peoplelist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.huiling.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;

/** Answers as csv: UTF-8 with the mark by which spreadsheets know it. */
public final class CsvAnswers implements AnswerFile<byte[]> {

	private static final String LINE_END = "\r\n";

	private final OutputStream out;

	private final Locale locale;

	/**
	 * Begins with the header.
	 * @param out takes the file
	 * @param locale of whoever reads it
	 * @throws IOException if nothing can be written
	 */
	public CsvAnswers(OutputStream out, Locale locale) throws IOException {
		this.out = out;
		this.locale = locale;
		out.write(("\uFEFF" + String.join(",", AnswerRows.COLUMNS) + LINE_END).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public byte[] rendered(AssessedLine line) {
		return AnswerRows.of(line, this.locale)
			.stream()
			.map((cells) -> row(cells) + LINE_END)
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A row.
	 * @param cells in the order of the columns
	 * @return without the end of its line
	 */
	public static String row(@Nullable Object[] cells) {
		return Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(","));
	}

	@Override
	public void write(byte[] rendered) throws IOException {
		this.out.write(rendered);
	}

	@Override
	public void end() throws IOException {
		this.out.flush();
	}

}
