package org.huiling.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process without memory ends at once, so that it can be started again. */
class OutOfMemoryTests {

	@ParameterizedTest
	@ValueSource(strings = { "in a thread", "in an answer" })
	void endsTheProcess(String where) throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx32m", "-cp",
				System.getProperty("java.class.path"), Hungry.class.getName(), where)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(3);
	}

	/** Takes all memory there is, and would go on for ever. */
	static final class Hungry {

		private static final List<byte[]> TAKEN = new ArrayList<>();

		private Hungry() {
		}

		public static void main(String[] arguments) throws InterruptedException {
			OutOfMemory.endsProcess();
			new Thread((arguments[0].equals("in a thread")) ? Hungry::take : Hungry::answer).start();
			Thread.sleep(Long.MAX_VALUE);
		}

		private static void take() {
			while (true) {
				TAKEN.add(new byte[1 << 20]);
			}
		}

		/**
		 * As Spring MVC does with what a controller throws; what it took is free by then.
		 */
		private static void answer() {
			try {
				take();
			}
			catch (OutOfMemoryError ex) {
				TAKEN.clear();
				Incident.log(new IllegalStateException(ex));
			}
		}

	}

}
