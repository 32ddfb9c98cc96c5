package org.huiling.problem;

/**
 * The end of a process that has no memory left: what it would still answer could be half
 * of the truth, and whoever started it can start it again. The flag
 * {@code -XX:+ExitOnOutOfMemoryError} does the same earlier; this is for a process that
 * was started without.
 */
public final class OutOfMemory {

	/** What the JVM itself exits with. */
	private static final int STATUS = 3;

	private OutOfMemory() {
	}

	/** Ends the process when a thread ends for want of memory. */
	public static void endsProcess() {
		Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
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
					System.err.println("Terminating: no memory is left; start with a larger -Xmx");
				}
				finally {
					Runtime.getRuntime().halt(STATUS);
				}
			}
		}
	}

}
