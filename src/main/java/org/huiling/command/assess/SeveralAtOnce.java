package org.huiling.command.assess;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.facts.Period;
import org.huiling.peoplelist.AnswerFile;
import org.huiling.peoplelist.AssessOrder;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.peoplelist.LineAssessor;

/**
 * Assesses lines on every core, and writes them in the order of the list. No more of a
 * list is in memory than the cores are at.
 */
final class SeveralAtOnce implements Closeable {

	private static final int BATCH = 64;

	private static final int BATCHES_A_CORE = 4;

	private final int cores = Runtime.getRuntime().availableProcessors();

	private final ExecutorService workers = Executors.newFixedThreadPool(this.cores, (work) -> {
		Thread thread = new Thread(work, "assess");
		thread.setDaemon(true);
		return thread;
	});

	/** What a line came to, and what is written of it. */
	private record Done<T>(AssessedLine line, T rendered, AnswerChecksum checksum) {
	}

	/**
	 * What a list came to.
	 *
	 * @param lines how many it has
	 * @param checksum of the answers
	 */
	record Tally(long lines, AnswerChecksum checksum) {
	}

	/**
	 * Compiles the versions that everybody is asked about, or says what is wrong with
	 * them before anybody is.
	 */
	void compile(PolicyBook book, AssessOrder order) throws IOException {
		List<Future<?>> compiling = new ArrayList<>();
		for (Program program : book.programs()) {
			if (order.programs() == null || order.programs().contains(program.id())) {
				for (Period period : order.periods()) {
					compiling.add(this.workers.submit(() -> book.inForce(program.id(), period.firstDay())));
				}
			}
		}
		for (Future<?> one : compiling) {
			done(one);
		}
	}

	/**
	 * Assesses.
	 * @param lines of the list, to its end
	 * @param assessor of each
	 * @param file takes those that were assessed
	 * @param refused takes those that were not
	 * @param progress is told how many are done
	 * @return how many lines there are, and the checksum of the answers
	 */
	<T> Tally assess(LineSource lines, LineAssessor assessor, AnswerFile<T> file, Consumer<AssessedLine> refused,
			LongConsumer progress) throws IOException {
		Deque<Future<List<Done<T>>>> under = new ArrayDeque<>();
		long written = 0;
		AnswerChecksum checksum = AnswerChecksum.NONE;
		List<ImportLine> batch = batch(lines);
		while (!batch.isEmpty() || !under.isEmpty()) {
			if (!batch.isEmpty() && under.size() < this.cores * BATCHES_A_CORE) {
				List<ImportLine> given = batch;
				under.add(this.workers.submit(() -> assess(given, assessor, file)));
				batch = batch(lines);
				continue;
			}
			for (Done<T> one : done(under.remove())) {
				if (one.line().isRefused()) {
					refused.accept(one.line());
				}
				else {
					file.write(one.rendered());
				}
				checksum = checksum.plus(one.checksum());
				written++;
			}
			progress.accept(written);
		}
		return new Tally(written, checksum);
	}

	private static <T> List<Done<T>> assess(List<ImportLine> batch, LineAssessor assessor, AnswerFile<T> file) {
		List<Done<T>> done = new ArrayList<>(batch.size());
		for (ImportLine line : batch) {
			AssessedLine assessed = assessor.assess(line);
			done.add(new Done<>(assessed, file.rendered(assessed), assessed.checksum()));
		}
		return done;
	}

	private static List<ImportLine> batch(LineSource lines) throws IOException {
		List<ImportLine> batch = new ArrayList<>(BATCH);
		while (batch.size() < BATCH) {
			ImportLine next = lines.next();
			if (next == null) {
				break;
			}
			batch.add(next);
		}
		return batch;
	}

	private static <T> T done(Future<T> work) throws IOException {
		try {
			return work.get();
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof RuntimeException fault) {
				throw fault;
			}
			if (cause instanceof Error error) {
				throw error;
			}
			throw new IOException(cause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	@Override
	public void close() {
		this.workers.shutdownNow();
	}

}
