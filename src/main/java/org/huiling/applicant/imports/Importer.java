package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.JsonLines;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.lists.BulkRecording;
import org.huiling.applicant.register.lists.ListPreview;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.DatabaseTrouble;
import org.huiling.problem.Refusal;
import org.huiling.storage.TimeOrderedId;
import org.huiling.table.DecodedText;
import org.huiling.table.LineReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports files of applicants, and goes on with those that broke off. */
@Component
class Importer {

	private static final Logger LOGGER = LoggerFactory.getLogger(Importer.class);

	private static final int BROKE_OFF = 503;

	/** For one batch, waits for others' locks included. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final ImportStore store;

	private final BulkRecording bulk;

	private final BatchWriter writer;

	private final ListPreview preview;

	private final Namesakes namesakes;

	private final AuditTrail audit;

	private final DataSource dataSource;

	private final TransactionTemplate transaction;

	private final ApplicantReaderInForce readings;

	private final ColumnsInForce columns;

	Importer(ImportStore store, BulkRecording bulk, BatchWriter writer, ListPreview preview, Namesakes namesakes,
			AuditTrail audit, DataSource dataSource, PlatformTransactionManager transactions,
			ApplicantReaderInForce readings, ColumnsInForce columns) {
		this.columns = columns;
		this.store = store;
		this.bulk = bulk;
		this.writer = writer;
		this.preview = preview;
		this.namesakes = namesakes;
		this.audit = audit;
		this.dataSource = dataSource;
		this.transaction = new TransactionTemplate(transactions);
		this.readings = readings;
	}

	/**
	 * Imports a file.
	 * @param order what and for whom
	 * @param file read to its end; compared, if an earlier import with the same key was
	 * completed
	 * @return the completed import
	 * @throws org.huiling.problem.InvalidInput 400 if the file cannot be read at all
	 * @throws Refusal 409 if one with the same key is under way, 422 if the key belongs
	 * to another file, 503 {@code IMPORT_BROKE_OFF} if the database failed on the way
	 */
	ImportRun run(ImportOrder order, InputStream file) {
		AtomicReference<ImportJob> progress = new AtomicReference<>();
		try {
			return (order.key() == null) ? take(order, file, progress)
					: alone(order.by() + " " + order.key(), () -> take(order, file, progress));
		}
		catch (RuntimeException ex) {
			DatabaseTrouble trouble = DatabaseTrouble.of(ex);
			if (trouble == null) {
				throw ex;
			}
			ImportJob job = progress.get();
			long line = (job != null) ? job.written() : 0;
			LOGGER.error("an import broke off after line {}: {}", line, trouble);
			throw new Refusal(BROKE_OFF, (order.key() != null) ? "IMPORT_BROKE_OFF" : "IMPORT_BROKE_OFF_WITHOUT_KEY",
					line, trouble.name());
		}
	}

	private ImportRun take(ImportOrder order, InputStream file, AtomicReference<ImportJob> progress) {
		ImportRun before = this.store.find(order).orElse(null);
		if (before != null && !this.store.isSame(before.id(), order)) {
			throw new Refusal(422, "IDEMPOTENCY_KEY_REUSED");
		}
		// what is noted in the trail is the sender's
		ExecutorService behind = Executors
			.newSingleThreadExecutor((work) -> new Thread(new DelegatingSecurityContextRunnable(work), "import"));
		try (LineSource source = (order.format() == ImportOrder.Format.CSV)
				? CsvRows.of(file, order.charset(), order.mode(), this.columns)
				: new JsonLines(new LineReader(new DecodedText(file, order.charset())))) {
			if (order.dryRun()) {
				this.preview.forget();
			}
			ImportRun run = (before != null) ? before : begin(order, source);
			ImportJob job = new ImportJob(order, run, this.bulk, this.writer, this.readings.today(), behind);
			progress.set(job);
			job.run(source);
			if (run.completed()) {
				noteReading(run);
				return run;
			}
			return completed(run.id());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			end(behind);
		}
	}

	private ImportRun begin(ImportOrder order, LineSource source) {
		ImportRun run = this.store.begin(order, TimeOrderedId.next(), source.header());
		List<LineRemark> notRead = new ArrayList<>();
		for (String sheet : source.sheetsNotRead()) {
			notRead.add(new LineRemark(0, notRead.size() + 1, "", "SHEET_NOT_READ", false, List.of(sheet), null));
		}
		this.store.note(run.id(), notRead);
		return run;
	}

	/** Whoever sends the file again goes on after what is still being written. */
	private static void end(ExecutorService behind) {
		behind.shutdown();
		try {
			if (!behind.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				LOGGER.warn("a batch of an import is still being written");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private ImportRun completed(UUID id) {
		this.transaction.executeWithoutResult((status) -> {
			this.store.complete(id);
			ImportRun run = this.store.read(id);
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("accepted", run.accepted());
			details.put("mode", run.mode().name());
			details.put("updated", run.updated());
			details.put("unchanged", run.unchanged());
			details.put("refused", run.refused());
			details.put("dryRun", run.dryRun());
			this.audit.record(AuditAction.APPLICANTS_IMPORTED, id.toString(), details);
		});
		return this.store.read(id);
	}

	/**
	 * Notes that somebody reads again who was on file, and who may be the same person.
	 */
	private void noteReading(ImportRun run) {
		noteReading(run,
				Stream
					.concat(this.store.found(run.id()).stream(),
							this.namesakes.people(this.store.namesakes(run.id())).stream())
					.toList());
	}

	/** Notes that somebody reads the refused lines, and of them who was on file. */
	void noteReadingOfRefused(ImportRun run) {
		noteReading(run, this.store.found(run.id()));
	}

	private void noteReading(ImportRun run, List<UUID> told) {
		this.transaction.executeWithoutResult(
				(status) -> this.audit.recordOf(AuditAction.IMPORT_REMARKS_READ, run.id().toString(), Map.of(), told));
	}

	/** Two senders of one file would count each other's lines as duplicates. */
	private ImportRun alone(String key, Supplier<ImportRun> work) {
		try (Connection connection = this.dataSource.getConnection()) {
			if (!lock(connection, "select pg_try_advisory_lock(379901, hashtext(?))", key)) {
				throw new Refusal(409, "IMPORT_RUNNING");
			}
			try {
				return work.get();
			}
			finally {
				unlock(connection, key);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the database cannot be asked", ex);
		}
	}

	/** A connection that broke has given the lock back; what was done stays done. */
	private static void unlock(Connection connection, String key) {
		try {
			lock(connection, "select pg_advisory_unlock(379901, hashtext(?))", key);
		}
		catch (SQLException ex) {
			LOGGER.warn("the connection that kept other senders of an import away was lost ({})", ex.getSQLState());
		}
	}

	private static boolean lock(Connection connection, String query, String key) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, key);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

}
