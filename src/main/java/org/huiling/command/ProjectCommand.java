package org.huiling.command;

import java.math.BigDecimal;
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
 * {@code project}: orders a projection of a running service and waits for its end.
 * Whoever stops the command leaves the projection going on. Exit code 0 when everybody is
 * projected, 1 when it stopped or failed or people could not be projected, 2 when the
 * call is wrong or refused, 3 when the service cannot be reached.
 */
@Command
final class ProjectCommand implements Callable<Integer> {

	private static final String PATH = "/api/v1/projections";

	private static final Set<String> OPEN = Set.of("STARTING", "RUNNING");

	private static final List<String> CHANGES = List.of("GAINS", "LOSES", "NEW", "ENDS", "SAME", "NEEDS_INFORMATION");

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

	/** A new projection, or one that was ordered before. */
	private static final class Asked {

		@Option(names = "--id", required = true, paramLabel = "ID", descriptionKey = "id")
		private @Nullable String id;

		@ArgGroup(exclusive = false)
		private @Nullable Order order;

	}

	/** What a new projection is of. */
	private static final class Order {

		@Option(names = "--jurisdiction", required = true, paramLabel = "ID", descriptionKey = "jurisdiction")
		private String jurisdiction = "";

		@Option(names = "--from", required = true, paramLabel = "MONTH", descriptionKey = "from")
		private String from = "";

		@Option(names = "--to", required = true, paramLabel = "MONTH", descriptionKey = "to")
		private String to = "";

		@Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
		private String reason = "";

		@Option(names = "--draft", paramLabel = "ID", split = ",", descriptionKey = "draft")
		private List<String> drafts = List.of();

		@Option(names = "--programs", paramLabel = "ID", split = ",", descriptionKey = "programs")
		private List<String> programs = List.of();

		@Option(names = "--vary", paramLabel = "PROGRAM/PARAMETER=VALUES", descriptionKey = "vary")
		private String vary = "";

		@Option(names = "--applied-only", descriptionKey = "applied-only")
		private boolean appliedOnly;

		ObjectNode body() {
			ObjectNode body = JsonNodeFactory.instance.objectNode();
			body.put("jurisdiction", this.jurisdiction);
			body.put("from", this.from);
			body.put("to", this.to);
			body.put("reason", this.reason);
			put(body, "draft", this.drafts);
			put(body, "programs", this.programs);
			if (!this.vary.isEmpty()) {
				vary(body.putObject("vary"));
			}
			if (this.appliedOnly) {
				body.put("appliedOnly", true);
			}
			return body;
		}

		private void vary(ObjectNode body) {
			String[] sides = this.vary.split("=", -1);
			String[] named = sides[0].split("/", -1);
			if (sides.length != 2 || named.length != 2) {
				throw CommandFailure.wrongCall("--vary is program/parameter=value,value");
			}
			ArrayNode values = body.put("program", named[0]).put("parameter", named[1]).putArray("values");
			try {
				for (String value : sides[1].split(",", -1)) {
					values.add(new BigDecimal(value.strip()));
				}
			}
			catch (NumberFormatException ex) {
				throw CommandFailure.wrongCall("--vary is program/parameter=value,value with numbers");
			}
		}

	}

	ProjectCommand(Output output, Map<String, String> environment) {
		this.output = output;
		this.environment = environment;
	}

	private static void put(ObjectNode body, String field, List<String> texts) {
		if (!texts.isEmpty()) {
			ArrayNode list = body.putArray(field);
			texts.forEach(list::add);
		}
	}

	@Override
	public Integer call() {
		ServiceClient client = this.service.client(this.environment);
		Order order = this.asked.order;
		JsonNode one = (order != null) ? client.post(PATH, order.body()) : client.get(PATH + "/" + this.asked.id);
		String id = one.path("id").asString();
		AwaitedWork work = new AwaitedWork("projection", PATH + "/" + id, "project --id " + id, OPEN, "people",
				ProjectCommand::progress);
		if (!this.json) {
			this.output.out()
				.println("projection " + id + ", " + one.path("from").asString() + " to " + one.path("to").asString());
		}
		if (!this.unawaited) {
			one = work.end(client, one, this.output, this.json);
		}
		show(one);
		return work.code(one, !this.unawaited);
	}

	private static String progress(JsonNode one) {
		return one.path("done").asLong(0) + " of " + one.path("people").asLong(0) + " people";
	}

	private void show(JsonNode one) {
		if (this.json) {
			this.output.out().println(one);
			return;
		}
		this.output.out()
			.println(one.path("state").asString() + ": " + one.path("done").asLong(0) + " people, "
					+ one.path("failed").asLong(0) + " could not be projected");
		JsonNode total = one.path("total");
		if (total.isObject()) {
			String currency = " " + one.path("currency").asString();
			this.output.out()
				.println("before " + plain(total, "before") + currency + ", after " + plain(total, "after") + currency
						+ ", difference " + plain(total, "difference") + currency);
			for (String change : CHANGES) {
				this.output.out().println(change + " " + one.path("changes").path(change).asString("–"));
			}
		}
		one.path("variants")
			.forEach((variant) -> this.output.out()
				.println(plain(variant, "value") + ": after " + plain(variant, "after") + ", GAINS "
						+ variant.path("GAINS").asString() + ", LOSES " + variant.path("LOSES").asString()));
		if (one.path("error").isString()) {
			this.output.out().println("because of: " + one.path("error").asString());
		}
	}

	private static String plain(JsonNode node, String field) {
		JsonNode number = node.path(field);
		return number.isNumber() ? number.decimalValue().toPlainString() : "–";
	}

}
