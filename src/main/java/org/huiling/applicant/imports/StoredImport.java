package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.PeopleImport;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvColumns;
import org.huiling.applicant.register.lists.ListPreview;
import org.huiling.facts.Subject;
import org.huiling.input.ShapeFault;
import org.huiling.paging.Paging;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Imports for pages, by what the end points import by. */
@Component
class StoredImport implements PeopleImport {

	private final Importer importer;

	private final ImportStore store;

	private final ImportReport report;

	private final ListPreview preview;

	private final CurrentUser user;

	private final ColumnsInForce columns;

	StoredImport(Importer importer, ImportStore store, ImportReport report, ListPreview preview, CurrentUser user,
			ColumnsInForce columns) {
		this.columns = columns;
		this.importer = importer;
		this.store = store;
		this.report = report;
		this.preview = preview;
		this.user = user;
	}

	@Override
	public Result run(boolean table, @Nullable Charset charset, ImportMode mode, @Nullable LocalDate validFrom,
			boolean dryRun, InputStream file, Locale locale) {
		this.user.requireRole(Role.CASE_WORKER);
		ImportRun run = this.importer.run(new ImportOrder(table ? ImportOrder.Format.CSV : ImportOrder.Format.NDJSON,
				charset, mode, dryRun, validFrom, null, this.user.name(), this.user.regions()), file);
		return new Result(run.id(), run.dryRun(), run.accepted(), run.updated(), run.unchanged(), run.refused(),
				run.warnings(), this.report.ignored(run), this.report.meant(this.report.ignored(run)),
				this.store.remarks(run.id(), SHOWN)
					.stream()
					.map((remark) -> new PeopleImport.Remark(remark.line(), remark.field(), remark.isError(),
							this.report.message(remark, locale)))
					.toList(),
				run.dryRun() ? this.preview.changes(run.id(), new Paging(0, SHOWN)) : List.of());
	}

	@Override
	public void refused(UUID id, Sink out, Locale locale) throws IOException {
		this.user.requireRole(Role.CASE_WORKER);
		ImportRun run = this.store.find(id, this.user.name()).orElseThrow(() -> Refusal.notFound("IMPORT_NOT_FOUND"));
		this.importer.noteReadingOfRefused(run);
		this.report.refused(run, out.begin(run.format() == ImportOrder.Format.CSV), locale);
	}

	@Override
	public byte[] template(Subject subject, Locale locale) {
		CsvColumns columns = this.columns.of(subject);
		if (columns == null) {
			throw new InvalidInput(400,
					List.of(FieldError.of(Subject.FIELD, ShapeFault.UNKNOWN_CODE.name(), Subject.PERSON.word())));
		}
		boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		return ("\uFEFF" + String.join(",", columns.names(chinese)) + "\r\n").getBytes(StandardCharsets.UTF_8);
	}

}
