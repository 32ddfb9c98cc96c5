package org.huiling.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.huiling.command.service.AwaitedWork;
import org.huiling.command.service.ServiceAddress;
import org.huiling.command.service.ServiceClient;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
@Command
final class RecalculateCommand implements Callable<Integer> {

	private static final String PATH = "/api/v1/recalculations";

	private static final Set<String> OPEN = Set.of("STARTING", "RUNNING", "STOPPING");

	private static final int PARTS = 3;

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	private final Map<String, String> environment;

	@Mixin
	private final ServiceAddress service = new ServiceAddress();

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	@Option(names = "--no-wait", descriptionKey = "no-wait")
	private boolean unawaited;

	@ArgGroup(multiplicity = "1", exclusive = true)
	private Asked asked = new Asked();

	/** A new run, or one that was ordered before. */
	private static final class Asked {

		@Option(names = "--run", required = true, paramLabel = "ID", descriptionKey = "run")
		private @Nullable String run;

		@ArgGroup(exclusive = false)
		private @Nullable Order order;

	}

	/** What a new run is to do. */
	private static final class Order {

		@Option(names = "--mode", required = true, paramLabel = "DRY_RUN|COMMIT", descriptionKey = "mode")
		private String mode = "";

		@Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
		private String reason = "";

		@Option(names = "--from", paramLabel = "MONTH", descriptionKey = "from")
		private String from = "";

		@Option(names = "--to", paramLabel = "MONTH", descriptionKey = "to")
		private String to = "";

		@Option(names = "--withdrawn", paramLabel = "JURISDICTION/PROGRAM/VERSION", descriptionKey = "withdrawn")
		private @Nullable String withdrawn;

		@Option(names = "--jurisdiction", paramLabel = "ID", descriptionKey = "jurisdiction")
		private String jurisdiction = "";

		@Option(names = "--programs", paramLabel = "ID", split = ",", descriptionKey = "programs")
		private List<String> programs = List.of();

		@Option(names = "--touched-since", paramLabel = "INSTANT", descriptionKey = "touched-since")
		private String touchedSince = "";

		ObjectNode body() {
			ObjectNode body = JsonNodeFactory.instance.objectNode();
			body.put("mode", this.mode);
			body.put("reason", this.reason);
			if (this.withdrawn != null) {
				String[] parts = this.withdrawn.split("/", -1);
				if (parts.length != PARTS) {
					throw CommandFailure.wrongCall("--withdrawn is jurisdiction/program/version");
				}
				body.putObject("withdrawnVersion")
					.put("jurisdiction", parts[0])
					.put("program", parts[1])
					.put("version", parts[2]);
			}
			else if (this.from.isEmpty() || this.to.isEmpty()) {
				throw CommandFailure
					.wrongCall((this.from.isEmpty() ? "--from" : "--to") + " is missing: a run has months");
			}
			put(body, "from", (this.withdrawn != null) ? "" : this.from);
			put(body, "to", this.to);
			put(body, "jurisdiction", this.jurisdiction);
			put(body, "touchedSince", this.touchedSince);
			if (!this.programs.isEmpty()) {
				ArrayNode list = body.putArray("programs");
				this.programs.forEach(list::add);
			}
			return body;
		}

	}

	RecalculateCommand(Output output, Map<String, String> environment) {
		this.output = output;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		ServiceClient client = this.service.client(this.environment);
		JsonNode run = begun(client);
		String id = run.path("id").asString();
		AwaitedWork work = new AwaitedWork("run", PATH + "/" + id, "recalculate --run " + id, OPEN, "total",
				RecalculateCommand::progress);
		if (!this.json) {
			this.output.out()
				.println("run " + id + ", " + run.path("mode").asString() + ", " + run.path("from").asString() + " to "
						+ run.path("to").asString());
		}
		if (!this.unawaited) {
			run = work.end(client, run, this.output, this.json);
		}
		show(run);
		return work.code(run, !this.unawaited);
	}

	private JsonNode begun(ServiceClient client) {
		Order order = this.asked.order;
		return (order != null) ? client.post(PATH, order.body()) : client.get(PATH + "/" + this.asked.run);
	}

	private static void put(ObjectNode order, String field, String value) {
		if (!value.isEmpty()) {
			order.put(field, value);
		}
	}

	private static String progress(JsonNode run) {
		String people = run.path("done").asLong(0) + " of " + run.path("total").asLong(0) + " people, "
				+ run.path("changed").asLong(0) + " changes";
		return run.path("secondsLeft").isNumber() ? people + ", " + run.path("perSecond").asLong() + "/s, "
				+ ProgressBar.minutes(run.path("secondsLeft").asLong()) + " left" : people;
	}

	private void show(JsonNode run) {
		if (this.json) {
			this.output.out().println(run);
			return;
		}
		this.output.out()
			.println(run.path("state").asString() + ": " + run.path("done").asLong(0) + " people, "
					+ run.path("changed").asLong(0) + " changes, " + run.path("undecided").asLong(0)
					+ " lack information, " + run.path("failed").asLong(0) + " could not be reviewed");
		if (run.path("error").isString()) {
			this.output.out().println("because of: " + run.path("error").asString());
		}
	}

}
