package org.huiling.recalculation.finding;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.huiling.decision.store.InKindView;
import org.huiling.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;

/** The changes of a run as a table, row by row. */
public final class ChangeSheet {

	private static final List<String> COLUMNS = List.of("applicantId", "fileNumber", "residentId", "jurisdiction",
			"program", "period", "claim", "before.outcome", "before.amount", "before.version", "after.outcome",
			"after.amount", "after.version", "difference", "adjustment", "because", "before.inKind", "after.inKind",
			"currency");

	private ChangeSheet() {
	}

	/** The changes, one after the other. */
	public interface Source {

		void forEach(Consumer<RunChange> taker);

	}

	public static void write(Source changes, OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		// spreadsheets take it for UTF-8 by this mark
		writer.write('\uFEFF');
		writer.write(String.join(",", COLUMNS) + "\r\n");
		changes.forEach((change) -> row(writer, change));
		writer.flush();
	}

	private static void row(Writer writer, RunChange change) {
		try {
			writer.write(Arrays.stream(cells(change)).map(CsvWriter::cell).collect(Collectors.joining(",")) + "\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Such as {@code 乘车卡 1 cards; 体检 2 visits}. */
	private static @Nullable String things(@Nullable InKindView inKind) {
		return (inKind == null) ? null
				: inKind.all()
					.stream()
					.map((one) -> one.what() + " " + one.quantity() + " " + one.unit())
					.collect(Collectors.joining("; "));
	}

	private static @Nullable Object[] cells(RunChange change) {
		RunChange.Stand before = change.before();
		RunChange.Stand after = change.after();
		return new @Nullable Object[] { change.applicantId(), change.fileNumber(), change.residentId(),
				change.jurisdiction(), change.program(), change.period(), change.claim(),
				(before != null) ? before.outcome() : null, (before != null) ? before.amount() : null,
				(before != null) ? before.version() : null, after.outcome(), after.amount(), after.version(),
				change.difference(), change.adjustment(), change.because(),
				(before != null) ? things(before.inKind()) : null, things(after.inKind()), change.currency() };
	}

}
