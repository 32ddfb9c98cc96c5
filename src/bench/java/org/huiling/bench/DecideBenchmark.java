package org.huiling.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Deciding one person for a month, all programs, over one connection, against an echo of
 * the same JSON by the same server; then reading a person by id.
 */
final class DecideBenchmark {

	private static final int PEOPLE = Integer.getInteger("huiling.bench.decide", 1000);

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String DECIDE = "{\"period\": \"2013-07\"}";

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private DecideBenchmark(String port) {
		this.base = "http://127.0.0.1:" + port;
	}

	static List<Row> run() throws Exception {
		SpringApplication application = new SpringApplication(HuilingApplication.class,
				AssessmentsBenchmark.Echo.class);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--huiling.data=target/bench/data", "--logging.level.root=warn", "--huiling.sample=false",
				"--huiling.admin-password=" + LoadGenerator.PASSWORD, "--server.tomcat.max-keep-alive-requests=-1")) {
			return new DecideBenchmark(context.getEnvironment().getRequiredProperty("local.server.port")).measure();
		}
	}

	private List<Row> measure() throws IOException, InterruptedException {
		List<String> warm = begin(PEOPLE / 2);
		List<String> people = begin(PEOPLE);
		decide(warm);
		echo(warm.size());
		read(warm);
		double[] decided = decide(people);
		double[] floor = echo(people.size());
		double[] read = read(people);
		return List.of(
				Row.of("deciding one person for a month, all programs, 50th percentile", at(decided, 50), "ms",
						at(floor, 50)),
				Row.of("the same, 99th percentile", at(decided, 99), "ms", at(floor, 99)),
				Row.of("reading a person by id, 50th percentile", at(read, 50), "ms", at(floor, 50)),
				Row.of("the same, 99th percentile", at(read, 99), "ms", at(floor, 99)));
	}

	private static double at(double[] sorted, int percentile) {
		return sorted[sorted.length * percentile / 100];
	}

	private List<String> begin(int count) throws IOException, InterruptedException {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String answer = send("POST", "/api/v1/applicants", """
					{"birthDate": "19%02d-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
					 "residence": {"region": "379901003"}, "household": {"size": 1, "monthlyIncome": 500, "livingAlone": false,
					 "dibao": {"type": "NONE"}}, "disability": {"grade": 0}, "careLevel": 0, "pension": {"monthlyAmount": 80},
					 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"},
					 {"program": "living-subsidy", "date": "2013-01-15"}]}""".formatted(20 + i % 30), 201);
			ids.add(MAPPER.readTree(answer).get("id").asString());
		}
		return ids;
	}

	private double[] decide(List<String> people) throws IOException, InterruptedException {
		double[] millis = new double[people.size()];
		for (int i = 0; i < millis.length; i++) {
			long begun = System.nanoTime();
			send("POST", "/api/v1/applicants/" + people.get(i) + "/decisions", DECIDE, 201);
			millis[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(millis);
		return millis;
	}

	private double[] echo(int count) throws IOException, InterruptedException {
		double[] millis = new double[count];
		for (int i = 0; i < millis.length; i++) {
			long begun = System.nanoTime();
			send("POST", "/bench/echo", DECIDE, 200);
			millis[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(millis);
		return millis;
	}

	private double[] read(List<String> people) throws IOException, InterruptedException {
		double[] millis = new double[people.size()];
		for (int i = 0; i < millis.length; i++) {
			long begun = System.nanoTime();
			send("GET", "/api/v1/applicants/" + people.get(i), "", 200);
			millis[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(millis);
		return millis;
	}

	private String send(String method, String path, String body, int expected)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Authorization", TestAccounts.basic("caseworker", LoadGenerator.PASSWORD))
			.header("Content-Type", "application/json");
		HttpResponse<String> answer = this.client.send("GET".equals(method) ? request.GET().build()
				: request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != expected) {
			throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

}
