package org.huiling.applicant.imports;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.huiling.QuickService;
import org.huiling.TestAccounts;
import org.huiling.facts.MadeUpIds;
import org.huiling.storage.StoppedDatabase;
import org.huiling.storage.TestPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list of updates whose service is killed twice in the middle, sent again with the same
 * key, has exactly the effect of the list. The service makes its database itself. With
 * {@code huiling.test.list.people=1000000} and {@code huiling.test.list.updates=200000}
 * as large as lists come.
 */
class KilledListTests {

	private static final int PEOPLE = Integer.getInteger("huiling.test.list.people", 20_000);

	private static final int UPDATES = Integer.getInteger("huiling.test.list.updates", 16_000);

	private static final int KILLS = 2;

	/** Born on one day. */
	private static final int A_DAY = 400;

	private static final JsonMapper MAPPER = new JsonMapper();

	@TempDir
	Path directory;

	private final HttpClient client = HttpClient.newHttpClient();

	private Process process;

	private String base = "";

	@Test
	void aListThatIsKilledTwiceHasItsEffectOnce() throws Exception {
		Path data = this.directory.resolve("data");
		TestPrograms.copyTo(data);
		start(data);
		assertThat(count(send("", "people", people()).join(), "accepted")).isEqualTo(PEOPLE);
		String updates = updates();
		for (int kill = 1; kill <= KILLS; kill++) {
			CompletableFuture<JsonNode> sent = send("?mode=UPDATE&validFrom=2013-06-01", "updates", updates);
			awaitUpdated(kill * UPDATES / (KILLS + 2));
			kill();
			assertThat(sent.handle((answer, broken) -> broken != null).join()).as("killed in the middle").isTrue();
			start(data);
		}
		JsonNode answer = send("?mode=UPDATE&validFrom=2013-06-01", "updates", updates).join();
		// a line in 100 is of nobody, one in 100 says what is on file
		int nobody = (UPDATES + 99) / 100;
		assertThat(count(answer, "refused")).isEqualTo(nobody);
		assertThat(count(answer, "unchanged")).isEqualTo(nobody);
		assertThat(count(answer, "updated")).isEqualTo(UPDATES - 2 * nobody);
		assertThat(count(answer, "accepted")).isZero();
		HttpResponse<String> trail = this.client
			.send(HttpRequest.newBuilder(URI.create(this.base + "/api/v1/audit-events/verification"))
				.header("Authorization", TestAccounts.basic("auditor"))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(MAPPER.readTree(trail.body()).get("intact").booleanValue()).as(trail.body()).isTrue();
		stop();
		int updated = UPDATES - 2 * nobody;
		assertThat(StoppedDatabase.query(data, """
				select count(*) || ' ' || count(distinct applicant) || ' ' || min(facts::text) || ' '
					|| count(distinct facts #>> '{pension,monthlyAmount}') || ' ' || count(distinct recorded_by)
				from applicant_record where valid_from = date '2013-06-01'""",
				"select count(*) || ' ' || sum(revision) from applicant",
				"select count(*) || ' ' || count(distinct subject) from audit_event where action = 'RECORD_ADDED'", """
						select count(*) from applicant a where revision <> (select count(*) from applicant_record r
							where r.applicant = a.id)"""))
			.containsExactly("%1$d %1$d {\"pension\": {\"monthlyAmount\": 2000.00}} 100 1".formatted(updated),
					PEOPLE + " " + (PEOPLE + updated), "%1$d %1$d".formatted(updated), "0");
	}

	private static String people() {
		StringBuilder csv = new StringBuilder("residentId,birthDate,hukou.region,pension.monthlyAmount\n");
		for (int i = 0; i < PEOPLE; i++) {
			csv.append(id(i)).append(',').append(birth(i)).append(",379901003,1000.00\n");
		}
		return csv.toString();
	}

	private static String updates() {
		StringBuilder csv = new StringBuilder("residentId,pension.monthlyAmount\n");
		int every = PEOPLE / UPDATES;
		for (int i = 0; i < UPDATES; i++) {
			boolean nobody = i % 100 == 0;
			boolean same = i % 100 == 1;
			csv.append(nobody ? id(PEOPLE + i) : id(i * every))
				.append(',')
				.append(same ? 1000 : 2000 + (i / 100) % 100)
				.append(".00\n");
		}
		return csv.toString();
	}

	private static LocalDate birth(int person) {
		return LocalDate.of(1920, 1, 1).plusDays(person / A_DAY);
	}

	private static String id(int person) {
		return MadeUpIds.of(birth(person), 1 + person % A_DAY);
	}

	private static int count(JsonNode answer, String what) {
		assertThat(answer.has(what)).as("%s", answer).isTrue();
		return answer.get(what).intValue();
	}

	private CompletableFuture<JsonNode> send(String query, String key, String file) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + "/api/v1/applicants/import" + query))
			.header("Content-Type", "text/csv")
			.header("Idempotency-Key", key)
			.header("Authorization", TestAccounts.basic("caseworker"))
			.POST(HttpRequest.BodyPublishers.ofString(file))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
			.thenApply((answer) -> MAPPER.readTree(answer.body()));
	}

	/** Until some are recorded: every person has a first record. */
	private void awaitUpdated(int most) throws Exception {
		for (int tried = 0; tried < 6000; tried++) {
			HttpResponse<String> events = this.client
				.send(HttpRequest.newBuilder(URI.create(this.base + "/api/v1/audit-events?action=RECORD_ADDED&size=1"))
					.header("Authorization", TestAccounts.basic("auditor"))
					.build(), HttpResponse.BodyHandlers.ofString());
			if (MAPPER.readTree(events.body()).path("total").intValue() >= most) {
				return;
			}
			Thread.sleep(20);
		}
		throw new AssertionError("nothing is recorded");
	}

	private void start(Path data) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		Path log = this.directory.resolve("service.log");
		this.base = "http://127.0.0.1:" + port;
		this.process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				QuickService.class.getName(), "--server.port=" + port, "--huiling.data=" + data,
				"--huiling.rules-import=NEVER", "--huiling.sample=false",
				"--huiling.admin-password=" + TestAccounts.PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		for (int tried = 0; tried < 1200 && this.process.isAlive(); tried++) {
			if (answers()) {
				return;
			}
			Thread.sleep(100);
		}
		throw new AssertionError("the service does not start:\n" + Files.readString(log));
	}

	private boolean answers() throws IOException, InterruptedException {
		try {
			return this.client
				.send(HttpRequest.newBuilder(URI.create(this.base + "/actuator/health")).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (ConnectException ex) {
			return false;
		}
	}

	private void kill() throws InterruptedException {
		assertThat(this.process.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
	}

	private void stop() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
	}

}
