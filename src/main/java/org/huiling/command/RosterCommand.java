package org.huiling.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code roster}: makes the roster of a month in a running service, and writes its lines
 * to a file. It is approved by a paymaster, not by who made it. Exit code 0 when it is
 * made, 2 when the call is wrong or refused, 3 when the service cannot be reached.
 */
final class RosterCommand {

	static final String NAME = "roster";

	static final String USAGE = """
			usage: java -jar huiling.jar roster --jurisdiction ID --month 2013-07
			         [--skipping REASON] [--csv FILE] [--xlsx FILE] [--url http://127.0.0.1:8080] [--json]
			       java -jar huiling.jar roster --id ID [--csv FILE] [--xlsx FILE] …   (one made before)
			HUILING_USER and HUILING_PASSWORD name a batch operator's account; of a paymaster's, files show whole accounts.""";

	private static final String PATH = "/api/v1/rosters";

	private static final Set<String> VALUED = Set.of("--jurisdiction", "--month", "--csv", "--xlsx", "--url", "--id",
			"--skipping");

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final PrintStream out;

	private final PrintStream err;

	private final boolean terminal;

	private final Map<String, String> environment;

	RosterCommand(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
		this.environment = environment;
	}

	int run(List<String> arguments) {
		Options options = Options.read(arguments, VALUED, Set.of("--json"));
		ServiceClient service = ServiceClient.of(options.get("--url", "http://127.0.0.1:8080"), this.environment);
		boolean json = options.has("--json");
		String id = options.get("--id");
		JsonNode roster = (id != null) ? service.get(PATH + "/" + id) : made(service, options, json);
		String lines = PATH + "/" + roster.path("id").asString() + "/lines";
		download(service, lines, "text/csv", options.get("--csv", ""));
		download(service, lines, XLSX, options.get("--xlsx", ""));
		if (json) {
			this.out.println(roster);
		}
		else {
			this.out.println("roster " + roster.path("id").asString() + ", " + roster.path("month").asString() + ", "
					+ roster.path("state").asString() + ": " + roster.path("lines").asLong() + " lines, "
					+ roster.path("total").asString() + " yuan, of it arrears " + roster.path("arrears").asString()
					+ ", recoveries " + roster.path("recoveries").asString() + "; " + roster.path("digest").asString());
		}
		return 0;
	}

	private static void download(ServiceClient service, String path, String type, String file) {
		if (!file.isEmpty()) {
			service.download(path, type, Path.of(file));
		}
	}

	/** Making is one request; how long it takes is all there is to tell. */
	private JsonNode made(ServiceClient service, Options options, boolean json) {
		ObjectNode body = JsonNodeFactory.instance.objectNode()
			.put("jurisdiction", options.required("--jurisdiction"))
			.put("month", options.required("--month"));
		String skipping = options.get("--skipping");
		if (skipping != null) {
			body.put("skipping", skipping);
		}
		ProgressBar bar = new ProgressBar((this.terminal && !json) ? this.err : null);
		CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> service.post(PATH, body));
		for (long seconds = 0;; seconds++) {
			try {
				JsonNode roster = answer.get(1, TimeUnit.SECONDS);
				bar.end();
				return roster;
			}
			catch (TimeoutException ex) {
				bar.draw(0, 0, "settling everybody, " + ProgressBar.minutes(seconds + 1));
			}
			catch (ExecutionException | CompletionException ex) {
				bar.end();
				throw (ex.getCause() instanceof CommandFailure failure) ? failure
						: new CommandFailure(CommandFailure.UNREACHABLE, String.valueOf(ex.getCause()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new CommandFailure(CommandFailure.UNREACHABLE, "interrupted");
			}
		}
	}

}
