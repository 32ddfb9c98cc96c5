package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.command.service.ServiceClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code recalculate} and {@code roster} against a running service. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ServiceCommandsIntegrationTests {

	private static final Map<String, String> OPERATOR = Map.of("HUILING_USER", "feng", "HUILING_PASSWORD",
			TestAccounts.PASSWORD);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@LocalServerPort
	int port;

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@TempDir
	Path directory;

	@BeforeEach
	void accounts() {
		this.accounts.add("feng", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("ding", List.of("379901"), "CASE_WORKER");
	}

	private int run(Map<String, String> environment, boolean terminal, String... arguments) {
		this.out.reset();
		this.err.reset();
		List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--url", "http://127.0.0.1:" + this.port))
			.toList();
		return TestCommands.run(stream(this.out), stream(this.err), terminal, environment, all);
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String errors() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	private void eighty() {
		this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""")
			.exchange()
			.expectStatus()
			.isCreated();
	}

	@Test
	void aMonthIsRecalculatedAndItsRosterMade() throws Exception {
		eighty();
		assertThat(run(OPERATOR, true, "recalculate", "--mode", "COMMIT", "--reason", "monthly", "--from", "2013-01",
				"--to=2013-03", "--programs", "old-age-allowance", "--jurisdiction", "model-district"))
			.as(errors())
			.isZero();
		assertThat(printed()).contains("COMPLETED: 1 people, 1 changes, 0 lack information, 0 could not be reviewed");
		assertThat(errors()).contains("[").contains("%");

		Path csv = this.directory.resolve("roster.csv");
		assertThat(run(OPERATOR, false, "roster", "--jurisdiction", "model-district", "--month", "2013-03", "--csv",
				csv.toString(), "--json"))
			.as(errors())
			.isZero();
		JsonNode roster = ServiceClient.JSON.readTree(printed());
		assertThat(roster.get("state").stringValue()).isEqualTo("DRAFT");
		assertThat(roster.get("total").decimalValue()).isEqualByComparingTo("300.00");
		assertThat(Files.readAllLines(csv)).hasSize(4);
		assertThat(errors()).isEmpty();

		assertThat(run(OPERATOR, false, "roster", "--jurisdiction", "model-district", "--month", "2013-03"))
			.isEqualTo(2);
		assertThat(errors()).contains("(409)").contains(roster.get("id").stringValue());
		assertThat(run(OPERATOR, false, "roster", "--id", roster.get("id").stringValue())).isZero();
		assertThat(printed()).contains("3 lines, 300.00 yuan, of it arrears 200.00");
	}

	@Test
	void aRunIsOrderedWithoutWaitingAndWaitedForLater() {
		assertThat(run(OPERATOR, false, "recalculate", "--mode", "DRY_RUN", "--reason", "x", "--from", "2012-01",
				"--to", "2012-01", "--no-wait", "--json"))
			.isZero();
		String id = ServiceClient.JSON.readTree(printed()).get("id").stringValue();
		assertThat(run(OPERATOR, false, "recalculate", "--run", id, "--json")).isZero();
		assertThat(ServiceClient.JSON.readTree(printed()).get("state").stringValue()).isEqualTo("COMPLETED");
	}

	@Test
	void aBudgetIsProjected() {
		eighty();
		assertThat(run(OPERATOR, false, "project", "--jurisdiction", "model-district", "--from", "2013-01", "--to",
				"2013-03", "--reason", "budget", "--programs", "old-age-allowance", "--vary",
				"old-age-allowance/allowance80=100,120"))
			.as(errors())
			.isZero();
		assertThat(printed()).contains("COMPLETED: ", "difference 0.00 CNY", "NEEDS_INFORMATION ", "120: after ");
		assertThat(run(OPERATOR, false, "project", "--jurisdiction", "model-district", "--from", "2013-01", "--to",
				"2013-03", "--reason", "budget", "--vary", "old-age-allowance"))
			.isEqualTo(2);
	}

	@Test
	void wrongCallsEndWithTwo() {
		assertThat(run(OPERATOR, false, "recalculate", "--mode", "COMMIT")).isEqualTo(2);
		assertThat(errors()).contains("--reason").contains("usage:");
		assertThat(run(OPERATOR, false, "recalculate", "--moed", "COMMIT")).isEqualTo(2);
		assertThat(errors()).contains("--moed", "--mode");
		assertThat(run(Map.of(), false, "roster", "--month", "2013-01")).isEqualTo(2);
		assertThat(errors()).contains("HUILING_PASSWORD");
		assertThat(run(OPERATOR, false, "recalculate", "--mode", "TRY", "--reason", "x", "--from", "2013-13", "--to",
				"2013-02"))
			.isEqualTo(2);
		assertThat(errors()).contains("(400)").contains("from:").contains("mode:").doesNotContain("usage:");
	}

	@Test
	void whoMayNotIsTold() {
		Map<String, String> worker = Map.of("HUILING_USER", "ding", "HUILING_PASSWORD", TestAccounts.PASSWORD);
		String[] order = { "recalculate", "--mode", "DRY_RUN", "--reason", "x", "--from", "2012-01", "--to",
				"2012-01" };
		assertThat(run(worker, false, order)).isEqualTo(2);
		assertThat(errors()).contains("(403)");
		assertThat(run(Map.of("HUILING_USER", "feng", "HUILING_PASSWORD", "another"), false, order)).isEqualTo(2);
		assertThat(errors()).contains("HUILING_USER or HUILING_PASSWORD is wrong");
	}

	@Test
	void aServiceThatIsNotThereEndsWithThree() {
		assertThat(TestCommands.run(stream(this.out), stream(this.err), false, OPERATOR,
				List.of("roster", "--jurisdiction", "x", "--month", "2013-01", "--url", "http://127.0.0.1:1")))
			.isEqualTo(3);
		assertThat(errors()).contains("cannot be reached");
	}

}
