package org.huiling.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.huiling.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;

/** Answers as csv: UTF-8 with the mark by which spreadsheets know it. */
final class CsvAnswers implements AnswerFile<byte[]> {

	private static final String LINE_END = "\r\n";

	private final OutputStream out;

	private final Locale locale;

	CsvAnswers(OutputStream out, Locale locale) throws IOException {
		this.out = out;
		this.locale = locale;
		out.write(("\uFEFF" + String.join(",", AnswerRows.COLUMNS) + LINE_END).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public byte[] rendered(AssessedLine line) {
		return AnswerRows.of(line, this.locale)
			.stream()
			.map(CsvAnswers::row)
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String row(@Nullable Object[] cells) {
		return Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(",")) + LINE_END;
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
