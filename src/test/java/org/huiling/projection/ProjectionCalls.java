package org.huiling.projection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.huiling.applicant.register.People;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders projections and waits for them; adds up what assessments say. */
record ProjectionCalls(RestTestClient client, People operator) {

	static final String PATH = "/api/v1/projections";

	private static final int TRIES = 3000;

	static ProjectionCalls as(RestTestClient client) {
		return new ProjectionCalls(client, People.as(client, "operator;BATCH_OPERATOR;379901"));
	}

	/** Orders one and waits until it is completed. */
	JsonNode completed(String body) {
		return ended(this.operator.post(PATH, body).is(202).text("/id"));
	}

	JsonNode ended(String id) {
		for (int tried = 0; tried < TRIES; tried++) {
			JsonNode one = this.operator.get(PATH + "/" + id).is(200).body();
			if (!Set.of("STARTING", "RUNNING").contains(one.get("state").stringValue())) {
				assertThat(one.get("state").stringValue()).as("%s", one).isEqualTo("COMPLETED");
				return one;
			}
			pause();
		}
		throw new AssertionError("the projection does not end");
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

	/** What somebody gets in some months, by month and program, asked one by one. */
	Map<String, BigDecimal> assessed(String person, YearMonth from, YearMonth to) {
		Map<String, BigDecimal> paid = new HashMap<>();
		Set<String> years = new HashSet<>();
		People worker = People.as(this.client, People.WORKER);
		for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			JsonNode answers = worker
				.post("/api/v1/assessments",
						"{\"applicantId\": \"%s\", \"period\": \"%s\", \"explain\": \"NONE\"}".formatted(person, month))
				.is(200)
				.body()
				.get("assessments");
			for (JsonNode one : answers) {
				String period = one.get("period").stringValue();
				boolean counts = period.equals(month.toString())
						|| years.add(one.get("program").stringValue() + period);
				if (counts && "ELIGIBLE".equals(one.get("outcome").stringValue()) && one.hasNonNull("amount")) {
					paid.merge(month + " " + one.get("program").stringValue(), one.get("amount").decimalValue(),
							BigDecimal::add);
				}
			}
		}
		return paid;
	}

	static void add(Map<String, BigDecimal> sums, Map<String, BigDecimal> more) {
		more.forEach((key, amount) -> sums.merge(key, amount, BigDecimal::add));
	}

	/** The money of a projection, before or after, by month and program. */
	static Map<String, BigDecimal> money(JsonNode projection, String side) {
		Map<String, BigDecimal> money = new HashMap<>();
		projection.get("months").forEach((one) -> {
			BigDecimal amount = one.get(side).decimalValue();
			if (amount.signum() != 0) {
				money.put(one.get("month").stringValue() + " " + one.get("program").stringValue(), amount);
			}
		});
		return money;
	}

}
