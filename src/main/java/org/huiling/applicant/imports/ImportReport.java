package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.huiling.applicant.ListChange;
import org.huiling.applicant.imports.ImportAnswer.Severity;
import org.huiling.applicant.imports.file.ApplicantCsv;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvColumns;
import org.huiling.applicant.register.lists.ListPreview;
import org.huiling.dictionary.FactNames;
import org.huiling.paging.Paging;
import org.huiling.spreadsheet.CsvWriter;
import org.huiling.table.TableFault;
import org.huiling.table.TableFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of an import, written line by line. */
@Component
class ImportReport {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final int SHOWN = 200;

	private final ImportStore store;

	private final ListPreview preview;

	private final MessageSource messages;

	private final FactNames facts;

	private final ColumnsInForce columns;

	ImportReport(ImportStore store, ListPreview preview, MessageSource messages, FactNames facts,
			ColumnsInForce columns) {
		this.columns = columns;
		this.store = store;
		this.preview = preview;
		this.messages = messages;
		this.facts = facts;
	}

	/** The answer of the import: an {@link ImportAnswer}, line by line. */
	void json(ImportRun run, OutputStream out, Locale locale) {
		try (JsonGenerator json = MAPPER.createGenerator(out)) {
			json.writeStartObject();
			json.writeStringProperty("id", run.id().toString());
			json.writeBooleanProperty("dryRun", run.dryRun());
			json.writeNumberProperty("accepted", run.accepted());
			json.writeNumberProperty("updated", run.updated());
			json.writeNumberProperty("unchanged", run.unchanged());
			json.writeNumberProperty("refused", run.refused());
			json.writeNumberProperty("warnings", run.warnings());
			json.writeArrayPropertyStart("ignoredColumns");
			List<String> ignored = ignored(run);
			ignored.forEach(json::writeString);
			json.writeEndArray();
			Map<String, String> meant = meant(ignored);
			if (!meant.isEmpty()) {
				json.writeObjectPropertyStart("didYouMean");
				meant.forEach(json::writeStringProperty);
				json.writeEndObject();
			}
			json.writeArrayPropertyStart("lines");
			if (run.accepted() + run.updated() + run.unchanged() + run.refused() == 0) {
				LineRemark empty = new LineRemark(0, 0, "", TableFault.EMPTY_FILE.name(), false, List.of(), null);
				json.writePOJO(line(empty, locale));
			}
			this.store.remarks(run.id(), false, (remark) -> json.writePOJO(line(remark, locale)));
			json.writeEndArray();
			if (run.dryRun() && run.mode().updates()) {
				changes(json, run, locale);
			}
			json.writeEndObject();
		}
	}

	/** What would change of the first people; the others have an end point. */
	private void changes(JsonGenerator json, ImportRun run, Locale locale) {
		List<ListChange> shown = this.preview.changes(run.id(), new Paging(0, SHOWN));
		json.writeArrayPropertyStart("changes");
		shown.forEach((change) -> json.writePOJO(view(change, locale)));
		json.writeEndArray();
		json.writeNumberProperty("furtherChanges", run.updated() - shown.size());
	}

	/** What would change of a person, fields in words. */
	ImportAnswer.Change view(ListChange change, Locale locale) {
		List<ImportAnswer.Field> fields = change.fields()
			.stream()
			.map((field) -> new ImportAnswer.Field(field.path(), name(field.path(), locale), field.before(),
					field.after(), field.until()))
			.toList();
		return new ImportAnswer.Change(change.line(), change.applicantId(), change.fileNumber(), change.residentId(),
				change.name(), change.validFrom(), fields);
	}

	private String name(String path, Locale locale) {
		String general = path.replaceAll("\\[[^]]*]", "");
		String fact = Objects.requireNonNullElse(this.facts.phrase(general, locale), path);
		return Objects.requireNonNull(this.messages.getMessage("field." + general, null, fact, locale));
	}

	private ImportAnswer.Line line(LineRemark remark, Locale locale) {
		return new ImportAnswer.Line(remark.line(), remark.field(), remark.code(),
				remark.isError() ? Severity.ERROR : Severity.WARNING, message(remark, locale));
	}

	/**
	 * The refused lines as they were sent, to be mended and sent again. A table gets the
	 * number and what was wrong in columns before its own, which an import passes over.
	 */
	void refused(ImportRun run, OutputStream out, Locale locale) throws IOException {
		boolean table = run.format() == ImportOrder.Format.CSV;
		StringBuilder why = new StringBuilder();
		if (table) {
			String header = "\uFEFFimport.line,import.error,"
					+ CsvWriter.row(Objects.requireNonNullElse(run.header(), "")) + "\r\n";
			out.write(header.getBytes(StandardCharsets.UTF_8));
		}
		Line pending = new Line();
		this.store.remarks(run.id(), true, (remark) -> {
			if (!remark.isError()) {
				return;
			}
			if (remark.text() != null) {
				pending.write(out, why, table);
				pending.number = remark.line();
				pending.text = remark.text();
				why.setLength(0);
			}
			why.append(why.isEmpty() ? "" : "; ")
				.append(remark.field())
				.append(remark.field().isEmpty() ? "" : ": ")
				.append(message(remark, locale));
		});
		pending.write(out, why, table);
	}

	/** The columns of its table that nothing was read of. */
	List<String> ignored(ImportRun run) {
		return (run.header() != null)
				? ApplicantCsv.ignored(this.columns.of(TableFile.names(run.header())), TableFile.names(run.header()))
				: List.of();
	}

	/** What such a column was probably meant to be called, where that can be told. */
	Map<String, String> meant(List<String> ignored) {
		CsvColumns columns = this.columns.current();
		Map<String, String> meant = new LinkedHashMap<>();
		for (String column : ignored) {
			String name = columns.meant(column);
			if (name != null) {
				meant.put(column, name);
			}
		}
		return meant;
	}

	String message(LineRemark remark, Locale locale) {
		String key = (remark.isError() ? "error." : "warning.") + remark.code();
		return Objects.requireNonNullElse(
				this.messages.getMessage(key, remark.arguments().toArray(), remark.code(), locale), remark.code());
	}

	/** A refused line until everything about it is known. */
	private static final class Line {

		private long number;

		private String text = "";

		void write(OutputStream out, StringBuilder why, boolean table) {
			if (this.number == 0) {
				return;
			}
			String remarks = table ? this.number + ",\"" + why.toString().replace("\"", "\"\"") + "\"," : "";
			try {
				out.write((remarks + (table ? CsvWriter.row(this.text) : this.text) + (table ? "\r\n" : "\n"))
					.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
