package org.huiling.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import org.huiling.web.PageClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Projections over everybody of a jurisdiction for twelve months, against COPY of the
 * same people out: of one program, and of all. The first of each is ordered as the
 * service begins, the others after it. Then the first answer of a draft.
 */
final class ProjectionBenchmark {

	private static final int TIMES = Integer.getInteger("huiling.bench.projections", 3);

	private ProjectionBenchmark() {
	}

	static List<Row> run() throws Exception {
		Files.createDirectories(Path.of("target/bench"));
		SpringApplication application = new SpringApplication(HuilingApplication.class,
				RecalculationBenchmark.InAugust.class);
		try (ConfigurableApplicationContext context = application.run(RecalculationBenchmark.arguments())) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			DataSource database = context.getBean(DataSource.class);
			RecalculationBenchmark.fill(port, database);
			RecalculationBenchmark bench = new RecalculationBenchmark(port, database);
			List<Row> rows = new ArrayList<>();
			for (int time = 1; time <= TIMES; time++) {
				double floor = bench.copyOfPeople();
				rows.add(row("one program, 12 months", time, () -> bench.project("\"programs\": [\"old-age-allowance\"], "), floor));
				rows.add(row("all programs, 12 months", time, () -> bench.project(""), floor));
			}
			rows.addAll(firstAnswers(Integer.parseInt(port)));
			return rows;
		}
	}

	/** What a draft's page asks for once its check has passed. */
	private static List<Row> firstAnswers(int port) throws Exception {
		PageClient editor = PageClient.of(port).signIn("editor");
		String draft = draft(port);
		editor.send("GET", "/drafts/" + draft + "/report", Map.of());
		List<Row> rows = new ArrayList<>();
		for (int time = 1; time <= TIMES; time++) {
			rows.add(row("the first answer of a draft, a month", time, () -> {
				long begun = System.nanoTime();
				while (!editor.send("GET", "/drafts/" + draft + "/first-answer", Map.of())
					.body()
					.contains("/projections?draft=")) {
					Thread.sleep(100);
				}
				return (System.nanoTime() - begun) / 1e9;
			}, null));
		}
		return rows;
	}

	/** A raise of the old-age allowance. */
	private static String draft(int port) throws Exception {
		String draft = new JsonMapper().readTree(send(port, "POST", "", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2014-02-01",
				 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2014-01-01"}""")).get("id").asString();
		for (String file : List.of("policy.yaml", "examples.yaml")) {
			String path = "/" + draft + "/files/" + file;
			send(port, "PUT", path, send(port, "GET", path, "").replace("120.00", "150.00"));
		}
		return draft;
	}

	private static String send(int port, String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/drafts" + path))
			.header("Authorization", TestAccounts.basic("editor"))
			.header("Content-Type", "PUT".equals(method) ? "application/octet-stream" : "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	/** With the CPU of the whole process: whoever asks is in it, and sleeps. */
	private static Row row(String what, int time, Callable<Double> work, @Nullable Double floor) throws Exception {
		long before = cpu();
		double seconds = work.call();
		Row row = Row.of("projection of " + RecalculationBenchmark.PEOPLE + " people, " + what
				+ ", the " + time + ". time, against COPY of the people out", seconds, "s", floor);
		System.out.println(row.name() + " " + row.value() + " " + row.floor() + " " + row.ratio() + ", CPU "
				+ (cpu() - before) / 10_000_000 / 100.0 + " s");
		return row;
	}

	private static long cpu() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

}
