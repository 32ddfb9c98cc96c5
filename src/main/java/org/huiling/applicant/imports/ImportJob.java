package org.huiling.applicant.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.imports.file.ListRow;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lists.BulkRecording;
import org.huiling.applicant.register.lists.Newcomer;
import org.huiling.applicant.register.lists.PersonLine;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.applicant.register.recording.ValidFrom;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One import under way: lines are read and checked while those before them are written.
 * Never more than two batches are in memory.
 */
final class ImportJob {

	private static final int BATCH = 2000;

	/** What a spreadsheet makes of the last three digits of a resident id. */
	private static final String ZEROED = "000";

	/** Characters of the lines of a batch: few of them may be huge. */
	private static final int LONGEST_BATCH = 1 << 21;

	private final ImportOrder order;

	private final ImportRun run;

	private final BulkRecording bulk;

	private final BatchWriter writer;

	private final ApplicantReader reading;

	private final ExecutorService behind;

	private final MessageDigest digest = sha256();

	private final SeenIds seen = new SeenIds();

	private final SeenPeople people = new SeenPeople();

	private Batch batch = new Batch();

	private int characters;

	private long line;

	/** Up to there everything is on file. */
	private volatile long written;

	private @Nullable Future<?> writing;

	ImportJob(ImportOrder order, ImportRun run, BulkRecording bulk, BatchWriter writer, ApplicantReader reading,
			ExecutorService behind) {
		this.order = order;
		this.run = run;
		this.bulk = bulk;
		this.writer = writer;
		this.reading = reading;
		this.behind = behind;
		this.line = run.line();
		this.written = run.line();
	}

	/** The last line that is known to be done. */
	long written() {
		return this.written;
	}

	/**
	 * Takes every line that is not done yet; of a completed import none, but every line
	 * must be the same.
	 * @throws Refusal 422 if the lines that are done are others
	 */
	void run(LineSource source) throws IOException {
		if (source.header() != null) {
			update(source.header());
		}
		boolean same = this.run.line() == 0 && Objects.equals(this.run.header(), source.header());
		for (ImportLine next = source.next(); next != null; next = source.next()) {
			update(next.text());
			if (next.number() < this.run.line()) {
				continue;
			}
			if (next.number() == this.run.line()) {
				same = Arrays.equals(state(), this.run.digest());
				if (!same) {
					break;
				}
				continue;
			}
			if (this.run.completed()) {
				same = false;
				break;
			}
			this.line = next.number();
			take(next);
			this.characters += next.text().length();
			if (this.batch.size() >= BATCH || this.characters >= LONGEST_BATCH) {
				flush();
			}
		}
		if (!same) {
			throw new Refusal(422, "IDEMPOTENCY_KEY_REUSED");
		}
		flush();
		await();
	}

	private void take(ImportLine next) {
		try {
			if (next.refusal() != null) {
				throw next.refusal();
			}
			ListRow row = ListRow.of(Objects.requireNonNull(next.given()));
			if (this.order.mode().updates()) {
				this.batch.add(named(next, row), next);
				return;
			}
			if (row.fileNumber() != null) {
				throw refusal("fileNumber", ImportFault.NUMBER_OF_A_NEWCOMER);
			}
			ReadApplicant read = this.reading.read(row.facts());
			Newcomer newcomer = newcomer(next, row, read);
			byte[] hash = newcomer.residentHash();
			long before = (hash != null) ? this.seen.put(hash, next.number()) : 0;
			if (before > 0) {
				this.batch.refuse(next,
						List.of(FieldError.of(row.subject().id(), ImportFault.DUPLICATE_IN_FILE.name(), before)));
			}
			else {
				this.batch.add(newcomer, next, warnings(newcomer, read));
			}
		}
		catch (InvalidInput ex) {
			this.batch.refuse(next, ex.errors());
		}
	}

	private List<RecordWarning> warnings(Newcomer newcomer, ReadApplicant read) {
		long before = this.people.put(newcomer);
		List<RecordWarning> odd = odd(newcomer, read);
		return (before == 0) ? odd : Stream.concat(odd.stream(), Stream.of(Namesakes.inFile(before))).toList();
	}

	private List<RecordWarning> odd(Newcomer newcomer, ReadApplicant read) {
		List<RecordWarning> doubts = ValidFrom.doubts(newcomer.validFrom(), read.record().birthDate(),
				this.reading.today());
		String id = read.record().residentId();
		boolean zeroed = id != null && id.endsWith(ZEROED) && read.record().subject() == Subject.PERSON;
		return (doubts.isEmpty() && !zeroed) ? read.warnings()
				: Stream
					.of(read.warnings(), doubts,
							zeroed ? List.of(new RecordWarning("RESIDENT_ID_ZEROED", "residentId", List.of()))
									: List.<RecordWarning>of())
					.flatMap(List::stream)
					.toList();
	}

	private Newcomer newcomer(ImportLine line, ListRow row, ReadApplicant read) {
		return this.bulk.prepare(line.number(), row.facts(), read, from(row), this.order.regions());
	}

	/** A line about somebody who may be on file. */
	private PersonLine named(ImportLine line, ListRow row) {
		String residentId = row.residentId(this.reading);
		if (residentId == null && row.fileNumber() == null) {
			throw refusal(row.subject().id(), ImportFault.NOBODY_NAMED);
		}
		return new PersonLine(line.number(), row.fileNumber(), residentId, row.others(), from(row),
				stranger(line, row));
	}

	private PersonLine.Stranger stranger(ImportLine line, ListRow row) {
		if (!this.order.mode().adds() || row.fileNumber() != null) {
			return new PersonLine.Stranger(null, List.of(),
					List.of(FieldError.of(row.subject().id(), RegisterFault.NOT_ON_FILE.name())));
		}
		try {
			ReadApplicant read = this.reading.read(row.facts());
			Newcomer newcomer = newcomer(line, row, read);
			return new PersonLine.Stranger(newcomer, odd(newcomer, read), List.of());
		}
		catch (InvalidInput ex) {
			return new PersonLine.Stranger(null, List.of(), ex.errors());
		}
	}

	private @Nullable LocalDate from(ListRow row) {
		return (row.validFrom() != null) ? row.validFrom() : this.order.validFrom();
	}

	private static InvalidInput refusal(String field, ImportFault fault) {
		return new InvalidInput(fault.status(), List.of(FieldError.of(field, fault.name())));
	}

	private void flush() {
		await();
		if (this.batch.size() == 0) {
			return;
		}
		Batch full = this.batch;
		long last = this.line;
		byte[] state = state();
		this.batch = new Batch();
		this.characters = 0;
		this.writing = this.behind.submit(() -> {
			this.writer.write(this.order, this.run, full, last, state, this.reading);
			this.written = last;
		});
	}

	private void await() {
		Future<?> before = this.writing;
		this.writing = null;
		if (before == null) {
			return;
		}
		try {
			before.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	/** So that the same key is not used for another file. */
	private void update(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) '\n');
	}

	private byte[] state() {
		try {
			return ((MessageDigest) this.digest.clone()).digest();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
