package org.huiling.command.service;

import java.util.Set;
import java.util.function.Function;

import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.ProgressBar;
import tools.jackson.databind.JsonNode;

/**
 * Work of a running service that a command waits for. Whoever stops the command leaves it
 * going on, and is told so.
 *
 * @param name what it is called, such as {@code run}
 * @param path of the work; it may be stopped below
 * @param again how to wait for it again
 * @param open the states in which it is not over
 * @param total the field that says of how many people it is
 * @param progress how far it is, in words
 */
public record AwaitedWork(String name, String path, String again, Set<String> open, String total,
		Function<JsonNode, String> progress) {

	private static final long MILLIS_BETWEEN_LOOKS = 1000;

	/**
	 * Waits for its end.
	 * @param begun as it was answered last
	 * @param output takes how far it is, and what becomes of it where somebody stops the
	 * command
	 * @param json whether it is a program that waits
	 * @return as it is in the end
	 */
	public JsonNode end(ServiceClient client, JsonNode begun, Output output, boolean json) {
		ProgressBar bar = output.progress(json);
		Thread told = new Thread(() -> {
			bar.end();
			output.err()
				.println("the " + this.name + " goes on: " + client.address(this.path)
						+ " (stop it with POST …/stop; wait for it again with " + this.again + ")");
		});
		Runtime.getRuntime().addShutdownHook(told);
		try {
			JsonNode work = begun;
			while (isOpen(work)) {
				bar.draw(work.path("done").asLong(0), work.path(this.total).asLong(0), this.progress.apply(work));
				pause();
				work = client.get(this.path);
			}
			bar.end();
			return work;
		}
		finally {
			Runtime.getRuntime().removeShutdownHook(told);
		}
	}

	/**
	 * The exit code of the command.
	 * @param work as it is
	 * @param awaited whether its end was waited for
	 * @return 0 if everybody is done, or if nobody waited for it
	 */
	public int code(JsonNode work, boolean awaited) {
		if (!awaited && isOpen(work)) {
			return 0;
		}
		boolean whole = "COMPLETED".equals(work.path("state").asString()) && work.path("failed").asLong(0) == 0;
		return whole ? 0 : CommandFailure.INCOMPLETE;
	}

	private boolean isOpen(JsonNode work) {
		return this.open.contains(work.path("state").asString());
	}

	private void pause() {
		try {
			Thread.sleep(MILLIS_BETWEEN_LOOKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandFailure(CommandFailure.UNREACHABLE, "interrupted; the " + this.name + " goes on");
		}
	}

}
