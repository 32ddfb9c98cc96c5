package org.huiling.engine.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Work on a stranger's files that may not take for ever: it runs in a thread of its own,
 * and whoever asked for it goes on when its time is up. What counts is the processor's
 * time, so that a sound version is not given up because the machine is busy with other
 * work. The abandoned thread is a daemon and keeps nothing but itself.
 */
public final class CheckDeadline {

	/** A version compiles in a second or two of a processor's time. */
	public static final Duration COMPILING = Duration.ofSeconds(60);

	private static final long STACK = 4 << 20;

	/** So many times as long it may wait for a processor. */
	private static final int PATIENCE = 10;

	private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private CheckDeadline() {
	}

	/**
	 * Does work within a time.
	 * @param most the processor's time; ten times as much may pass
	 * @param problems takes what the work finds, or that it took too long or too much
	 * @param work does it, with problems of its own so that late ones reach nobody
	 * @return what the work gave, or null
	 */
	public static <T> @Nullable T within(Duration most, Problems problems, Function<Problems, @Nullable T> work) {
		return within(most, HeaderReader.FILE, problems, work);
	}

	/**
	 * The same for work on another file than a policy's.
	 * @param most the processor's time; ten times as much may pass
	 * @param file at which it is told
	 * @param problems takes what the work finds, or that it took too long or too much
	 * @param work does it, with problems of its own so that late ones reach nobody
	 * @return what the work gave, or null
	 */
	public static <T> @Nullable T within(Duration most, String file, Problems problems,
			Function<Problems, @Nullable T> work) {
		Problems own = problems.none();
		FutureTask<@Nullable T> task = new FutureTask<>(() -> work.apply(own));
		Thread thread = new Thread(null, task, "policy-compiler", STACK);
		thread.setDaemon(true);
		thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
		thread.start();
		try {
			T result = get(task, thread, most);
			problems.addAll(own);
			return result;
		}
		catch (TimeoutException ex) {
			task.cancel(true);
			problems.error(FilePlace.of(file), "COMPILE_TOO_LONG", "编译和试算超过 " + most.toSeconds() + " 秒，已放弃",
					"compiling and trying took more than " + most.toSeconds() + " s and was given up",
					new Bilingual("减少规则，或拆开很长的条件", "write fewer rules, or split very long conditions"));
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while compiling", ex);
		}
		catch (ExecutionException ex) {
			problems.addAll(own);
			failed(file, problems, ex.getCause());
		}
		return null;
	}

	private static <T> T get(FutureTask<T> task, Thread thread, Duration most)
			throws InterruptedException, ExecutionException, TimeoutException {
		long end = System.nanoTime() + most.toNanos() * PATIENCE;
		while (true) {
			try {
				return task.get(Math.min(LOOK, most.toNanos()), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException notYet) {
				if (THREADS.getThreadCpuTime(thread.getId()) > most.toNanos() || System.nanoTime() > end) {
					throw notYet;
				}
			}
		}
	}

	private static void failed(String file, Problems problems, @Nullable Throwable cause) {
		if (!(cause instanceof StackOverflowError)) {
			if (cause instanceof RuntimeException ex) {
				throw ex;
			}
			if (cause instanceof Error ex) {
				throw ex;
			}
			throw new IllegalStateException(cause);
		}
		problems.error(FilePlace.of(file), "TOO_COMPLEX", "规则太复杂，无法编译", "the rules are too complex to compile",
				new Bilingual("拆开很长的条件", "split very long conditions"));
	}

}
