package org.huiling.web.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.audit.AuditEvent;
import org.huiling.spreadsheet.CsvWriter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Events as a file: what the page shows, a row each, in the reader's language. */
@Component
class EventFile {

	private static final int AT_ONCE = 500;

	private final EventLines lines;

	private final MessageSource messages;

	EventFile(EventLines lines, MessageSource messages) {
		this.lines = lines;
		this.messages = messages;
	}

	/**
	 * Writes them as they are read.
	 * @param events hands them over
	 * @param locale of the words
	 * @param to takes the file
	 * @throws IOException if it cannot
	 */
	void write(Consumer<Consumer<AuditEvent>> events, Locale locale, OutputStream to) throws IOException {
		Writer csv = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
		csv.write("\uFEFF");
		row(csv, Stream.of("number", "at", "account", "by", "action", "subject", "details")
			.map((column) -> this.messages.getMessage("audit.column." + column, null, locale)));
		List<AuditEvent> some = new ArrayList<>(AT_ONCE);
		events.accept((event) -> {
			some.add(event);
			if (some.size() == AT_ONCE) {
				write(some, locale, csv);
			}
		});
		write(some, locale, csv);
		csv.flush();
	}

	private void write(List<AuditEvent> some, Locale locale, Writer csv) {
		try {
			for (EventLines.Line line : this.lines.of(some, locale)) {
				row(csv, Stream.of(line.id(), line.at(), line.by(), line.called(), line.action(),
						line.subject().called(), details(line)));
			}
			some.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String details(EventLines.Line line) {
		return line.details()
			.entrySet()
			.stream()
			.map((detail) -> detail.getKey() + ": " + detail.getValue())
			.collect(Collectors.joining("; "));
	}

	private static void row(Writer csv, Stream<?> cells) throws IOException {
		csv.write(cells.map(CsvWriter::cell).collect(Collectors.joining(",")));
		csv.write("\r\n");
	}

}
