package org.huiling.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.recalculation.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps what {@link UpgradeIntegrationTests} of later releases go on from. Run once, by
 * hand, by the commit that is released: {@code -Dhuiling.test.keep=0.2.0}.
 */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false" })
@Import(TestCallers.class)
@EnabledIfSystemProperty(named = "huiling.test.keep", matches = "[0-9.]+")
class KeepReleaseTests {

	private static final Path DISTRICT = Path.of("rules/model-district");

	@Autowired
	RestTestClient client;

	@Autowired
	Environment environment;

	private final Map<String, JsonNode> answers = new TreeMap<>();

	/** Few policies, so that what is kept stays small. */
	@DynamicPropertySource
	static void fewPolicies(DynamicPropertyRegistry registry) throws IOException {
		Path rules = Files.createTempDirectory("rules");
		Path district = Files.createDirectory(rules.resolve(DISTRICT.getFileName()));
		for (String kept : List.of("old-age-allowance", "elder-privileges", "jurisdiction.yaml", "standards.yaml")) {
			FileSystemUtils.copyRecursively(DISTRICT.resolve(kept), district.resolve(kept));
		}
		registry.add("huiling.rules", rules::toString);
	}

	@Test
	void keep() throws IOException {
		imported();
		People worker = People.as(this.client, People.WORKER);
		Elders elders = new Elders(worker);
		Desk desk = Desk.of(this.client);
		String stays = elders.eighty("6222000000000101");
		String leaves = elders.eighty("6222000000000102");
		String waits = elders.eighty("");
		worker
			.post("/api/v1/applicants/" + waits + "/payment-holds",
					"{\"code\": \"NOT_FOUND\", \"from\": \"2013-02\", \"reason\": \"moved away, it is said\"}")
			.is(201);
		Runs.as(this.client).completed("COMMIT", "2013-01", "2013-02");
		String january = desk.approved("2013-01");
		desk.results(january, "line,result,reason\n1,PAID,\n2,FAILED,账户已注销\n").is(200);
		elders.away(leaves, "2013-01", "2013-02");
		String february = desk.approved("2013-02");
		People tester = People.as(this.client, "reader;CASE_WORKER,BATCH_OPERATOR,PAYMASTER,POLICY_EDITOR;379901");
		for (String person : List.of(stays, leaves, waits)) {
			ask(tester, "/api/v1/applicants/" + person);
			ask(tester, "/api/v1/applicants/" + person + "/records");
			ask(tester, "/api/v1/applicants/" + person + "/decisions").path("items")
				.forEach((one) -> ask(tester, "/api/v1/decisions/" + one.get("id").asString()));
		}
		for (String roster : List.of(january, february)) {
			for (String part : List.of("", "/lines?size=200", "/open?size=200", "/flags")) {
				ask(tester, "/api/v1/rosters/" + roster + part);
			}
		}
		KeptRelease release = new KeptRelease(KeptRelease.ALL.resolve(System.getProperty("huiling.test.keep")));
		assertThat(
				new Commands(out(), out(), false, Map.of(), Locale.ENGLISH, release
					.version()).run(
							Stream
								.concat(Stream.of("backup", release.directory().toString()),
										Stream
											.of("spring.datasource.url", "spring.datasource.username",
													"spring.datasource.password")
											.map((key) -> "--" + key + "=" + this.environment.getRequiredProperty(key)))
								.toList()))
			.isZero();
		release.keep(this.answers);
	}

	private JsonNode ask(People as, String uri) {
		JsonNode answer = as.get(uri).is(200).body();
		this.answers.put(uri, answer);
		return answer;
	}

	/** The first of the people who are made up for trials. */
	private void imported() throws IOException {
		String file = Files.readAllLines(Path.of("test-data/applicants.csv"))
			.stream()
			.limit(26)
			.reduce("", (all, line) -> all + line + "\n");
		this.client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, "worker;CASE_WORKER;")
			.header("Content-Type", "text/csv")
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private static PrintStream out() {
		return new PrintStream(System.out, true, StandardCharsets.UTF_8);
	}

}
