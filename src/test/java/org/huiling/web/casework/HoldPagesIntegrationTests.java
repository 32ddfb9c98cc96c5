package org.huiling.web.casework;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is held back of a person's payments, on pages: who may, and what the trail says.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class HoldPagesIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> HOLD = Map.of("program", "old-age-allowance", "from", "2013-07", "code",
			"GIVEN_UP", "reason", "signed a waiver");

	private static final Map<String, String> RELEASE = Map.of("reason", "took it back");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void holdsAndReleasesAreNotedAsByTheApiAndAreNobodyElsesBusiness() {
		String person = begun();
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		PageClient worker = PageClient.of(this.port).signIn("worker");
		PageClient stranger = PageClient.of(this.port).signIn("stranger");
		PageClient watcher = PageClient.of(this.port).signIn("watcher");
		String page = "/people/" + person;
		assertThat(stranger.send("POST", page + "/holds", HOLD).statusCode()).isEqualTo(404);
		assertThat(stranger.send("GET", page + "/payments", Map.of()).statusCode()).isEqualTo(404);
		assertThat(watcher.send("POST", page + "/holds", HOLD).statusCode()).isEqualTo(403);
		HttpResponse<String> empty = worker.send("POST", page + "/holds", Map.of(), "HX-Request", "true");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("理由", "起始月份", "原因");
		HttpResponse<String> unknown = worker.send("POST", page + "/holds",
				Map.of("program", "none", "from", "2013-07", "code", "GIVEN_UP", "reason", "x"), "HX-Request", "true");
		assertThat(unknown.statusCode()).isEqualTo(422);
		assertThat(held(person)).isEmpty();

		assertThat(worker.send("POST", page + "/holds", HOLD).statusCode()).isEqualTo(302);
		String hold = held(person).get(0);
		assertThat(worker.send("GET", page + "/payments", Map.of(), "HX-Request", "true").body())
			.contains("signed a waiver", "停发：本人放弃", "/holds/" + hold + "/release")
			.doesNotContain("<html");
		assertThat(watcher.send("GET", page + "/payments", Map.of()).body()).contains("signed a waiver", "<html")
			.doesNotContain("id=\"hold\"", "/release");
		String release = page + "/holds/" + hold + "/release";
		assertThat(stranger.send("POST", release, RELEASE).statusCode()).isEqualTo(404);
		assertThat(watcher.send("POST", release, RELEASE).statusCode()).isEqualTo(403);
		assertThat(worker.send("POST", page + "/holds/none/release", RELEASE).statusCode()).isEqualTo(404);
		assertThat(worker.send("POST", release, RELEASE).statusCode()).isEqualTo(302);
		assertThat(worker.send("POST", release, RELEASE, "HX-Request", "true").statusCode()).isEqualTo(409);
		assertThat(worker.send("GET", page + "/payments", Map.of()).body()).contains("took it back", "已解除")
			.doesNotContain("/release");
		assertThat(this.jdbc
			.sql("select action from audit_event where done_by = 'worker' and details ->> 'hold' = ? order by id")
			.param(hold)
			.query(String.class)
			.list()).containsExactly("PAYMENT_HELD", "PAYMENT_RELEASED");
	}

	@Test
	void whatWasSettledIsShownWithWhoseFaultItWas() {
		String person = begun();
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.jdbc
			.sql("insert into payment_settlement (id, jurisdiction, applicant, program, period, kind, amount, fault,"
					+ " reason, settled_by, settled_at) values (gen_random_uuid(), 'model-district', ?::uuid,"
					+ " 'old-age-allowance', '2013-08', 'COLLECTED', 100.00, 'NOT_REPORTED', 'by the heirs', 'payer',"
					+ " now())")
			.param(person)
			.update();
		assertThat(PageClient.of(this.port)
			.signIn("worker")
			.send("GET", "/people/" + person + "/payments", Map.of(), "HX-Request", "true")
			.body()).contains("已收回", "高龄津贴", "2013-08", "100.00", "未如实告知", "by the heirs");
	}

	private List<String> held(String person) {
		return this.jdbc.sql("select id::text from payment_hold where applicant = ?::uuid")
			.param(person)
			.query(String.class)
			.list();
	}

	private String begun() {
		return JSON.readTree(Objects.requireNonNull(this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"birthDate\": \"1933-01-10\", \"name\": \"试例辛\", \"hukou\": {\"region\": \"379901003\"}}")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody())).get("id").asString();
	}

}
