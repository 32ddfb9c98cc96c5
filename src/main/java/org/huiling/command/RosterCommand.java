package org.huiling.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.huiling.command.service.ServiceAddress;
import org.huiling.command.service.ServiceClient;
import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import org.huiling.command.terminal.ProgressBar;
import org.huiling.engine.Currencies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code roster}: makes the roster of a month in a running service, and writes its lines
 * to a file. It is approved by a paymaster, not by who made it. Exit code 0 when it is
 * made, 2 when the call is wrong or refused, 3 when the service cannot be reached.
 */
@Command
final class RosterCommand implements Callable<Integer> {

	private static final String PATH = "/api/v1/rosters";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	private final Map<String, String> environment;

	@Mixin
	private final ServiceAddress service = new ServiceAddress();

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	@Option(names = "--csv", paramLabel = "FILE", descriptionKey = "csv")
	private @Nullable Path csv;

	@Option(names = "--xlsx", paramLabel = "FILE", descriptionKey = "xlsx")
	private @Nullable Path xlsx;

	@ArgGroup(multiplicity = "1", exclusive = true)
	private Asked asked = new Asked();

	/** A new roster, or one that was made before. */
	private static final class Asked {

		@Option(names = "--id", required = true, paramLabel = "ID", descriptionKey = "id")
		private @Nullable String id;

		@ArgGroup(exclusive = false)
		private @Nullable Order order;

	}

	/** The roster to be made. */
	private static final class Order {

		@Option(names = "--jurisdiction", required = true, paramLabel = "ID", descriptionKey = "jurisdiction")
		private String jurisdiction = "";

		@Option(names = "--month", required = true, paramLabel = "MONTH", descriptionKey = "month")
		private String month = "";

		@Option(names = "--skipping", paramLabel = "REASON", descriptionKey = "skipping")
		private @Nullable String skipping;

		ObjectNode body() {
			ObjectNode body = JsonNodeFactory.instance.objectNode()
				.put("jurisdiction", this.jurisdiction)
				.put("month", this.month);
			if (this.skipping != null) {
				body.put("skipping", this.skipping);
			}
			return body;
		}

	}

	RosterCommand(Output output, Map<String, String> environment) {
		this.output = output;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		ServiceClient client = this.service.client(this.environment);
		Order order = this.asked.order;
		JsonNode roster = (order != null) ? made(client, order.body()) : client.get(PATH + "/" + this.asked.id);
		String lines = PATH + "/" + roster.path("id").asString() + "/lines";
		download(client, lines, "text/csv", this.csv);
		download(client, lines, XLSX, this.xlsx);
		if (this.json) {
			this.output.out().println(roster);
		}
		else {
			this.output.out()
				.println("roster " + roster.path("id").asString() + ", " + roster.path("month").asString() + ", "
						+ roster.path("state").asString() + ": " + roster.path("lines").asLong() + " lines, "
						+ roster.path("total").asString() + " "
						+ unit(roster.path("currency").asString(Currencies.DEFAULT)) + ", of it arrears "
						+ roster.path("arrears").asString() + ", recoveries " + roster.path("recoveries").asString()
						+ "; " + roster.path("digest").asString());
		}
		return 0;
	}

	private static String unit(String currency) {
		return currency.equals(Currencies.DEFAULT) ? "yuan" : currency;
	}

	private static void download(ServiceClient client, String path, String type, @Nullable Path file) {
		if (file != null) {
			client.download(path, type, file);
		}
	}

	/** Making is one request; how long it takes is all there is to tell. */
	private JsonNode made(ServiceClient client, ObjectNode order) {
		ProgressBar bar = this.output.progress(this.json);
		CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> client.post(PATH, order));
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
