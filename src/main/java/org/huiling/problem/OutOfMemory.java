package org.huiling.problem;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The end of a process that has no memory left: what it would still answer could be half
 * of the truth, and whoever started it can start it again. The flag
 * {@code -XX:+ExitOnOutOfMemoryError} does the same earlier; this is for a process that
 * was started without.
 */
public final class OutOfMemory {

	/** What the JVM itself exits with. */
	private static final int STATUS = 3;

	private static final int SPARE = 1 << 21;

	/**
	 * Made beforehand: where no memory is left, a stream that needs some waits for ever.
	 */
	private static final byte[] WORDS = "Terminating: no memory is left; start with a larger -Xmx\n"
		.getBytes(StandardCharsets.US_ASCII);

	/** Given up for what little the end itself needs. */
	private static byte @Nullable [] spare;

	private static final FileOutputStream TOLD = new FileOutputStream(FileDescriptor.err);

	private OutOfMemory() {
	}

	/** Ends the process when a thread ends for want of memory. */
	public static void endsProcess() {
		spare = new byte[SPARE];
		Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
			if (thrown instanceof OutOfMemoryError) {
				spare = null;
			}
			endProcessFor(thrown);
			if (before != null) {
				before.uncaughtException(thread, thrown);
			}
			else {
				System.err.println("Thread " + thread.getName() + " ended: " + thrown.getClass().getName());
			}
		});
	}

	/** Ends the process if an error comes of want of memory; nothing is tidied up. */
	static void endProcessFor(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutOfMemoryError) {
				try {
					TOLD.write(WORDS);
				}
				catch (IOException ex) {
					// nobody hears it, and the process ends all the same
				}
				finally {
					Runtime.getRuntime().halt(STATUS);
				}
			}
		}
	}

}
