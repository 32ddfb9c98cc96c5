package org.huiling.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Place;
import org.huiling.engine.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Work on a stranger's files that may not take for ever: it runs in a thread of its own,
 * and whoever asked for it goes on when its time is up. The abandoned thread is a daemon
 * and keeps nothing but itself.
 */
final class Deadline {

	/** A version compiles in seconds; a minute leaves room for a very busy machine. */
	static final Duration COMPILING = Duration.ofSeconds(60);

	private static final long STACK = 4 << 20;

	private Deadline() {
	}

	/**
	 * Does work within a time.
	 * @param most the time
	 * @param problems takes what the work finds, or that it took too long or too much
	 * @param work does it, with problems of its own so that late ones reach nobody
	 * @return what the work gave, or null
	 */
	static <T> @Nullable T within(Duration most, Problems problems, Function<Problems, @Nullable T> work) {
		Problems own = new Problems();
		FutureTask<@Nullable T> task = new FutureTask<>(() -> work.apply(own));
		Thread thread = new Thread(null, task, "policy-compiler", STACK);
		thread.setDaemon(true);
		thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
		thread.start();
		try {
			T result = task.get(most.toMillis(), TimeUnit.MILLISECONDS);
			problems.addAll(own);
			return result;
		}
		catch (TimeoutException ex) {
			task.cancel(true);
			problems.error(Place.of(HeaderReader.FILE), "COMPILE_TOO_LONG", "编译超过 " + most.toSeconds() + " 秒，已放弃",
					"compiling took more than " + most.toSeconds() + " s and was given up",
					new Bilingual("减少规则，或拆开很长的条件", "write fewer rules, or split very long conditions"));
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while compiling", ex);
		}
		catch (ExecutionException ex) {
			problems.addAll(own);
			failed(problems, ex.getCause());
		}
		return null;
	}

	private static void failed(Problems problems, @Nullable Throwable cause) {
		if (!(cause instanceof StackOverflowError)) {
			if (cause instanceof RuntimeException ex) {
				throw ex;
			}
			if (cause instanceof Error ex) {
				throw ex;
			}
			throw new IllegalStateException(cause);
		}
		problems.error(Place.of(HeaderReader.FILE), "TOO_COMPLEX", "规则太复杂，无法编译", "the rules are too complex to compile",
				new Bilingual("拆开很长的条件", "split very long conditions"));
	}

}
