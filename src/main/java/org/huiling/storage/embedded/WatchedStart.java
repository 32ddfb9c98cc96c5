package org.huiling.storage.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.huiling.storage.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Starts a server and looks meanwhile whether it still runs: the library waits its whole
 * patience for one that gave up at once, as it does on damaged files.
 *
 * @param cluster its files
 * @param log its messages
 */
record WatchedStart(Cluster cluster, Path log) {

	private static final long LOOK_AGAIN = 200;

	private static final long LONGEST_END = 10_000;

	/** How a server says why it ends. */
	private static final Pattern LAST_WORDS = Pattern.compile("\\b(FATAL|PANIC): ");

	/** At most so much of the messages is looked through, in bytes. */
	private static final int MOST = 64 << 10;

	/** Starts a server, as the library is told to. */
	interface Start {

		EmbeddedPostgres server() throws IOException;

	}

	/**
	 * Starts it.
	 * @param start how
	 * @return the running server
	 * @throws IOException if it cannot be started
	 * @throws StorageUnavailable if it ends while it is starting, with its last words
	 */
	EmbeddedPostgres of(Start start) throws IOException {
		long before = Files.exists(this.log) ? Files.size(this.log) : 0;
		CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
		Thread starter = new Thread(() -> start(start, started), "embedded-postgresql-start");
		starter.setDaemon(true);
		starter.start();
		boolean gone = false;
		while (true) {
			try {
				return started.get(LOOK_AGAIN, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				Optional<String> lastWords = lastWords(before);
				boolean goneNow = lastWords.isPresent() && this.cluster.server().isEmpty();
				if (gone && goneNow) {
					giveUp(starter);
					throw ended(lastWords.orElseThrow());
				}
				gone = goneNow;
			}
			catch (InterruptedException ex) {
				starter.interrupt();
				Thread.currentThread().interrupt();
				throw new IOException("interrupted while the server was starting", ex);
			}
			catch (ExecutionException ex) {
				throw thrown(ex.getCause());
			}
		}
	}

	/** What is started too late, nobody waits for. */
	private static void start(Start start, CompletableFuture<EmbeddedPostgres> started) {
		try {
			EmbeddedPostgres server = start.server();
			if (Thread.interrupted() || !started.complete(server)) {
				server.close();
			}
		}
		catch (IOException | RuntimeException | Error ex) {
			started.completeExceptionally(ex);
		}
	}

	/** It is gone from the files before anybody tries again on them. */
	private static void giveUp(Thread starter) {
		starter.interrupt();
		try {
			starter.join(LONGEST_END);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static IOException thrown(@Nullable Throwable cause) {
		if (cause instanceof RuntimeException runtime) {
			throw runtime;
		}
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof IOException io) ? io : new IOException(cause);
	}

	private StorageUnavailable ended(String lastWords) {
		return new StorageUnavailable(
				"The embedded PostgreSQL ended while it was starting on " + this.cluster.path() + ": " + lastWords,
				"Its own messages are in " + this.log + ". If files are damaged, look at the disk, keep the directory"
						+ " aside, and restore the last backup into a new data directory.",
				null);
	}

	private Optional<String> lastWords(long before) throws IOException {
		if (!Files.exists(this.log)) {
			return Optional.empty();
		}
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			long begin = Math.max(before, file.length() - MOST);
			byte[] since = new byte[(int) Math.max(0, file.length() - begin)];
			file.seek(begin);
			file.readFully(since);
			List<String> said = new String(since, StandardCharsets.UTF_8).lines()
				.filter((line) -> LAST_WORDS.matcher(line).find())
				.toList();
			return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
		}
	}

}
