package org.huiling.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code recalculate}: orders a run of a running service and waits for its end. Whoever
 * stops the command leaves the run going on. Exit code 0 when everybody is reviewed, 1
 * when the run stopped or failed or people could not be reviewed, 2 when the call is
 * wrong or refused, 3 when the service cannot be reached.
 */
final class RecalculateCommand {

	static final String NAME = "recalculate";

	static final String USAGE = """
			usage: java -jar huiling.jar recalculate --mode DRY_RUN|COMMIT --reason TEXT
			         (--from 2013-01 --to 2013-07 | --withdrawn JURISDICTION/PROGRAM/VERSION [--to 2013-07])
			         [--jurisdiction ID] [--programs ID,ID] [--touched-since INSTANT]
			         [--url http://127.0.0.1:8080] [--no-wait] [--json]
			       java -jar huiling.jar recalculate --run ID [--url …] [--json]   (waits for one ordered before)
			HUILING_USER and HUILING_PASSWORD name a batch operator's account.""";

	private static final String PATH = "/api/v1/recalculations";

	private static final Set<String> VALUED = Set.of("--mode", "--reason", "--from", "--to", "--withdrawn",
			"--jurisdiction", "--programs", "--touched-since", "--url", "--run");

	private static final Set<String> OPEN = Set.of("STARTING", "RUNNING", "STOPPING");

	private static final int PARTS = 3;

	private static final long MILLIS_BETWEEN_LOOKS = 1000;

	private final PrintStream out;

	private final PrintStream err;

	private final boolean terminal;

	private final Map<String, String> environment;

	RecalculateCommand(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
		this.environment = environment;
	}

	int run(List<String> arguments) {
		Options options = Options.read(arguments, VALUED, Set.of("--json", "--no-wait"));
		ServiceClient service = ServiceClient.of(options.get("--url", "http://127.0.0.1:8080"), this.environment);
		boolean json = options.has("--json");
		String known = options.get("--run");
		JsonNode run = (known != null) ? service.get(PATH + "/" + known) : service.post(PATH, order(options));
		String path = PATH + "/" + run.path("id").asString();
		if (!json) {
			this.out.println("run " + run.path("id").asString() + ", " + run.path("mode").asString() + ", "
					+ run.path("from").asString() + " to " + run.path("to").asString());
		}
		if (!options.has("--no-wait")) {
			run = awaited(service, path, run, new ProgressBar((this.terminal && !json) ? this.err : null));
		}
		show(run, json);
		return code(run, options.has("--no-wait"));
	}

	private static ObjectNode order(Options options) {
		ObjectNode order = JsonNodeFactory.instance.objectNode();
		order.put("mode", options.required("--mode"));
		order.put("reason", options.required("--reason"));
		String withdrawn = options.get("--withdrawn");
		if (withdrawn != null) {
			String[] parts = withdrawn.split("/", -1);
			if (parts.length != PARTS) {
				throw CommandFailure.wrongCall("--withdrawn is jurisdiction/program/version");
			}
			order.putObject("withdrawnVersion")
				.put("jurisdiction", parts[0])
				.put("program", parts[1])
				.put("version", parts[2]);
		}
		else {
			order.put("from", options.required("--from"));
			options.required("--to");
		}
		put(order, "to", options.get("--to", ""));
		put(order, "jurisdiction", options.get("--jurisdiction", ""));
		put(order, "touchedSince", options.get("--touched-since", ""));
		String programs = options.get("--programs");
		if (programs != null) {
			ArrayNode list = order.putArray("programs");
			List.of(programs.split(",")).forEach(list::add);
		}
		return order;
	}

	private static void put(ObjectNode order, String field, String value) {
		if (!value.isEmpty()) {
			order.put(field, value);
		}
	}

	/** Somebody who stops the command is told that the run goes on. */
	private JsonNode awaited(ServiceClient service, String path, JsonNode begun, ProgressBar bar) {
		Thread told = new Thread(() -> {
			bar.end();
			this.err.println("the run goes on: " + service.address(path) + " (stop it with POST …/stop; wait for it"
					+ " again with recalculate --run " + begun.path("id").asString() + ")");
		});
		Runtime.getRuntime().addShutdownHook(told);
		try {
			JsonNode run = begun;
			while (OPEN.contains(run.path("state").asString())) {
				bar.draw(run.path("done").asLong(0), run.path("total").asLong(0), rest(run));
				pause();
				run = service.get(path);
			}
			bar.end();
			return run;
		}
		finally {
			Runtime.getRuntime().removeShutdownHook(told);
		}
	}

	private static String rest(JsonNode run) {
		String people = run.path("done").asLong(0) + " of " + run.path("total").asLong(0) + " people, "
				+ run.path("changed").asLong(0) + " changes";
		return run.path("secondsLeft").isNumber() ? people + ", " + run.path("perSecond").asLong() + "/s, "
				+ ProgressBar.minutes(run.path("secondsLeft").asLong()) + " left" : people;
	}

	private void show(JsonNode run, boolean json) {
		if (json) {
			this.out.println(run);
			return;
		}
		this.out.println(run.path("state").asString() + ": " + run.path("done").asLong(0) + " people, "
				+ run.path("changed").asLong(0) + " changes, " + run.path("undecided").asLong(0) + " lack information, "
				+ run.path("failed").asLong(0) + " could not be reviewed");
		if (run.path("error").isString()) {
			this.out.println("because of: " + run.path("error").asString());
		}
	}

	private static int code(JsonNode run, boolean unawaited) {
		if (unawaited && OPEN.contains(run.path("state").asString())) {
			return 0;
		}
		boolean whole = "COMPLETED".equals(run.path("state").asString()) && run.path("failed").asLong(0) == 0;
		return whole ? 0 : CommandFailure.INCOMPLETE;
	}

	private static void pause() {
		try {
			Thread.sleep(MILLIS_BETWEEN_LOOKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandFailure(CommandFailure.UNREACHABLE, "interrupted; the run goes on");
		}
	}

}
