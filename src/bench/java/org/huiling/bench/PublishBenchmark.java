package org.huiling.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A thousand versions published through the API, each from draft to in force: how long
 * one takes, and what heap and metaspace hold afterwards, garbage collected.
 */
final class PublishBenchmark {

	private static final int VERSIONS = Integer.getInteger("huiling.bench.publish", 1000);

	private static final Path DATA = Path.of("target/bench/publish-data");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final double MEBI = 1 << 20;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private PublishBenchmark(String port) {
		this.base = "http://127.0.0.1:" + port + "/api/v1";
	}

	static List<Row> run() throws Exception {
		FileSystemUtils.deleteRecursively(DATA);
		try (ConfigurableApplicationContext context = new SpringApplication(HuilingApplication.class).run(
				"--server.port=0", "--huiling.data=" + DATA, "--logging.level.root=warn", "--huiling.sample=false",
				"--huiling.admin-password=" + LoadGenerator.PASSWORD)) {
			return new PublishBenchmark(context.getEnvironment().getRequiredProperty("local.server.port")).measure();
		}
		finally {
			FileSystemUtils.deleteRecursively(DATA);
		}
	}

	private List<Row> measure() throws IOException, InterruptedException {
		double[] seconds = new double[VERSIONS];
		int early = Math.max(VERSIONS * 6 / 10, 1);
		double heap = 0;
		double metaspace = 0;
		for (int i = 0; i < VERSIONS; i++) {
			seconds[i] = publish(i);
			if (i + 1 == early) {
				heap = heap();
				metaspace = metaspace();
			}
		}
		double heapLater = heap();
		double metaspaceLater = metaspace();
		Arrays.sort(seconds);
		return List.of(
				Row.of("publishing an approved draft, its whole check included, 50th percentile",
						seconds[VERSIONS / 2], "s", null),
				Row.of("the same, 99th percentile", seconds[VERSIONS * 99 / 100], "s", null),
				Row.of("heap after " + VERSIONS + " publications, no more than 500 kept loaded, floor after " + early, heapLater, "MiB", heap),
				Row.of("metaspace after " + VERSIONS + " publications, no more than 500 kept loaded, floor after " + early, metaspaceLater, "MiB",
						metaspace));
	}

	/** From a draft of another amount to its being in force; the publish call's time. */
	private double publish(int number) throws IOException, InterruptedException {
		String draft = MAPPER.readTree(send("editor", "POST", "/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2015-01-01",
				 "basedOn": "2014-01-01", "title": {"zh": "标准", "en": "Amounts"}}""")).get("id").asString();
		String amount = "%d.%02d".formatted(120 + number / 100, number % 100);
		for (String file : List.of("policy.yaml", "examples.yaml")) {
			String path = "/drafts/" + draft + "/files/" + file;
			send("editor", "PUT", path, send("editor", "GET", path, "").replace("120.00", amount));
		}
		send("editor", "POST", "/drafts/" + draft + "/submit", "");
		send("approver", "POST", "/drafts/" + draft + "/approve", "");
		long begun = System.nanoTime();
		send("approver", "POST", "/drafts/" + draft + "/publish", "");
		double seconds = (System.nanoTime() - begun) / 1e9;
		String answer = send("caseworker", "POST", "/assessments", """
				{"period": "2015-02", "programs": ["old-age-allowance"], "jurisdiction": "model-district",
				 "applicant": {"birthDate": "1934-01-01", "statuses": [],
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}}}""");
		if (!answer.contains("\"amount\":" + amount)) {
			throw new IllegalStateException("not in force: " + answer);
		}
		return seconds;
	}

	private String send(String user, String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Authorization", TestAccounts.basic(user, LoadGenerator.PASSWORD));
		if (body.startsWith("{")) {
			request.header("Content-Type", "application/json");
		}
		HttpResponse<String> answer = this.client.send(request.method(method,
				HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	private static double heap() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(200);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
	}

	private static double metaspace() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().equals("Metaspace"))
			.mapToDouble((MemoryPoolMXBean pool) -> pool.getUsage().getUsed() / MEBI)
			.sum();
	}

}
