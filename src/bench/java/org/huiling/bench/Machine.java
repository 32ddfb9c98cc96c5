package org.huiling.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what machine a figure was measured on. */
final class Machine {

	private Machine() {
	}

	static String description() {
		return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, heap "
				+ (Runtime.getRuntime().maxMemory() >> 20) + " MiB, JDK " + Runtime.version();
	}

	private static String processor() {
		try {
			return Files.readString(Path.of("/proc/cpuinfo"))
				.lines()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
		catch (IOException ex) {
			return System.getProperty("os.arch");
		}
	}

}
