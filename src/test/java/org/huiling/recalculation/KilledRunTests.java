package org.huiling.recalculation;

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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.huiling.QuickService;
import org.huiling.Samples;
import org.huiling.TestAccounts;
import org.huiling.facts.MadeUpIds;
import org.huiling.storage.MadeCluster;
import org.huiling.storage.StoppedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that is killed again and again in the middle of a run comes to the same
 * decisions as one that is left alone: nothing twice, nothing missing.
 */
class KilledRunTests {

	private static final int PEOPLE = Samples.of(100_000, 4_000);

	private static final int KILLS = Samples.of(10);

	/** Born on one day: everybody is of advanced age in 2013. */
	private static final int A_DAY = 40;

	private static final String DECIDED = """
			select count(*) || ' ' || count(supersedes) || ' ' || md5(string_agg(concat_ws('|', applicant, jurisdiction,
				program, period, claim, outcome, amount, version, md5(reasons::text), encode(facts, 'hex')), '\n'
				order by applicant, jurisdiction, program, period, claim, decided_at)) from decision""";

	private static final String REPORTED = """
			select count(*) || ' ' || md5(string_agg(concat_ws('|', applicant, program, period, before_outcome,
				before_amount, after_outcome, after_amount, difference, because), '\n'
				order by applicant, program, period)) from recalculation_change""";

	private static final String ADDED_UP = """
			select string_agg(concat_ws('|', program, region, before_outcome, after_outcome, periods, paid), '\n'
				order by program, region, before_outcome, after_outcome)
			from (select program, region, before_outcome, after_outcome, sum(periods) as periods, sum(paid_after) as paid
				from recalculation_tally group by 1, 2, 3, 4) t""";

	private static final JsonMapper MAPPER = new JsonMapper();

	@TempDir
	Path directory;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void aRunThatIsKilledComesToTheSameAsOneLeftAlone() throws Exception {
		rules();
		Path killed = this.directory.resolve("killed");
		Path alone = this.directory.resolve("alone");
		MadeCluster.copyTo(killed);
		Service first = start(killed);
		first.send("caseworker", "POST", "applicants/import", "text/csv", people());
		first.stop();
		// with owners and modes, on which PostgreSQL insists
		assertThat(new ProcessBuilder("cp", "-a", killed.toString(), alone.toString()).start().waitFor()).isZero();

		Service undisturbed = start(alone);
		String id = undisturbed.order();
		undisturbed.await(id);
		undisturbed.stop();

		Random moments = new Random(1);
		Service service = start(killed);
		String run = service.order();
		for (int i = 0; i < KILLS; i++) {
			Thread.sleep(100 + moments.nextInt(1500));
			service.kill();
			service = start(killed);
		}
		service.await(run);
		assertThat(service.send("auditor", "GET", "audit-events/verification", "application/json", "")
			.get("intact")
			.booleanValue()).isTrue();
		service.stop();

		String[] queries = { DECIDED, REPORTED, ADDED_UP, "select count(*) >= " + PEOPLE + " from decision" };
		List<String> come = StoppedDatabase.query(killed, queries);
		assertThat(come).isEqualTo(StoppedDatabase.query(alone, queries));
		assertThat(come).last().isEqualTo("t");
	}

	/** One program is enough, and quicker to compile. */
	private void rules() throws IOException {
		Path district = Path.of("rules/model-district");
		Path rules = Files.createDirectories(this.directory.resolve("rules/model-district"));
		Files.copy(district.resolve("jurisdiction.yaml"), rules.resolve("jurisdiction.yaml"));
		FileSystemUtils.copyRecursively(district.resolve("old-age-allowance"), rules.resolve("old-age-allowance"));
	}

	private static String people() {
		StringBuilder csv = new StringBuilder(
				"residentId,birthDate,hukou.region,hukou.type,hukou.since,applications[0].program,applications[0].date\n");
		LocalDate first = LocalDate.of(1920, 1, 1);
		for (int i = 0; i < PEOPLE; i++) {
			LocalDate birth = first.plusDays(i / A_DAY);
			csv.append(MadeUpIds.of(birth, 1 + i % A_DAY))
				.append(',')
				.append(birth)
				.append(",379901")
				.append("%03d".formatted(1 + i % 7))
				.append(",RURAL,1960-01-01,old-age-allowance,2013-01-04\n");
		}
		return csv.toString();
	}

	private Service start(Path data) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		Path log = this.directory.resolve("service.log");
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				QuickService.class.getName(), "--server.port=" + port, "--huiling.data=" + data,
				"--huiling.rules=" + this.directory.resolve("rules"), "--huiling.sample=false",
				"--huiling.admin-password=" + TestAccounts.PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		Service service = new Service(process, "http://127.0.0.1:" + port);
		for (int tried = 0; tried < 1200 && process.isAlive(); tried++) {
			if (service.answers()) {
				return service;
			}
			Thread.sleep(100);
		}
		throw new AssertionError("the service does not start:\n" + Files.readString(log));
	}

	/** A service in a JVM of its own. */
	private final class Service {

		private final Process process;

		private final String base;

		Service(Process process, String base) {
			this.process = process;
			this.base = base;
		}

		boolean answers() throws IOException, InterruptedException {
			try {
				HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + "/actuator/health")).build();
				return KilledRunTests.this.client.send(request, HttpResponse.BodyHandlers.discarding())
					.statusCode() == 200;
			}
			catch (ConnectException ex) {
				return false;
			}
		}

		String order() throws Exception {
			return send("operator", "POST", "recalculations", "application/json",
					"""
							{"jurisdiction": "model-district", "from": "2013-02", "to": "2013-08", "mode": "COMMIT", "reason": "test"}""")
				.get("id")
				.stringValue();
		}

		void await(String run) throws Exception {
			JsonNode now = MAPPER.nullNode();
			for (int tried = 0; tried < 6000; tried++) {
				now = send("operator", "GET", "recalculations/" + run, "application/json", "");
				if ("COMPLETED".equals(now.get("state").stringValue())) {
					assertThat(now.get("done").intValue()).isEqualTo(PEOPLE);
					return;
				}
				assertThat(now.get("state").stringValue()).as("%s", now).isIn("STARTING", "RUNNING");
				Thread.sleep(50);
			}
			throw new AssertionError("the run does not end: " + now);
		}

		JsonNode send(String account, String method, String path, String type, String body) throws Exception {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + "/api/v1/" + path))
				.header("Content-Type", type)
				.header("Authorization", TestAccounts.basic(account))
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build();
			HttpResponse<String> answer = KilledRunTests.this.client.send(request,
					HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
			return MAPPER.readTree(answer.body());
		}

		void kill() throws InterruptedException {
			this.process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
		}

		void stop() throws InterruptedException {
			this.process.destroy();
			assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}

	}

}
