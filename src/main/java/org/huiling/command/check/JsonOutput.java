package org.huiling.command.check;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.huiling.command.terminal.Unreadable;
import org.huiling.engine.problem.CheckReport;
import org.huiling.policy.CheckAnswer;
import org.huiling.policy.CheckJson;
import org.jspecify.annotations.Nullable;

/**
 * For programs: one line of JSON for each directory, also for one that cannot be read.
 */
final class JsonOutput implements CheckOutput {

	private final PrintStream out;

	JsonOutput(PrintStream out) {
		this.out = out;
	}

	@Override
	public void report(String directory, CheckReport report) {
		this.out.println(CheckJson.write(new Line(directory, CheckAnswer.of(report))));
	}

	/**
	 * A line.
	 *
	 * @param directory the version's
	 * @param found what the check found in it
	 */
	private record Line(String directory, @JsonUnwrapped CheckAnswer found) {
	}

	@Override
	public void unreadable(String directory, Exception reason) {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("directory", directory);
		line.put("ok", false);
		line.put("unreadable", Unreadable.says(reason));
		this.out.println(CheckJson.write(line));
	}

}
