package org.huiling.recalculation;

import java.util.Set;

import org.huiling.applicant.register.People;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls runs as an operator, and waits for them. */
public record Runs(People operator) {

	private static final String PATH = "/api/v1/recalculations";

	private static final Set<String> OPEN = Set.of("STARTING", "RUNNING", "STOPPING");

	private static final int TRIES = 3000;

	public static Runs as(RestTestClient client) {
		return new Runs(People.as(client, "operator;BATCH_OPERATOR;379901"));
	}

	public People.Answer order(String body) {
		return this.operator.post(PATH, body);
	}

	/** Orders a run over months and waits until it is completed. */
	public JsonNode completed(String mode, String from, String to) {
		String id = order("""
				{"jurisdiction": "model-district", "from": "%s", "to": "%s", "mode": "%s", "reason": "monthly"}"""
			.formatted(from, to, mode)).is(202).text("/id");
		JsonNode run = ended(id);
		assertThat(run.get("state").stringValue()).as("%s", run).isEqualTo("COMPLETED");
		return run;
	}

	/** Waits until a run is neither starting, running nor stopping. */
	public JsonNode ended(String id) {
		for (int tried = 0; tried < TRIES; tried++) {
			JsonNode run = this.operator.get(PATH + "/" + id).is(200).body();
			if (!OPEN.contains(run.get("state").stringValue())) {
				return run;
			}
			pause();
		}
		throw new AssertionError("the run does not end");
	}

	public JsonNode get(String id, String what) {
		return this.operator.get(PATH + "/" + id + "/" + what).is(200).body();
	}

	People.Answer post(String id, String verb) {
		return this.operator.post(PATH + "/" + id + "/" + verb, "{}");
	}

	static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
