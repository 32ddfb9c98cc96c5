package org.huiling.web.casework.decide;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** What becomes of a decision, on its page: who may, and what the trail says. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DecisionPagesIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void whatBecomesOfADecisionIsNotedAsByTheApiAndIsNobodyElsesBusiness() {
		String decision = decided();
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		PageClient worker = PageClient.of(this.port).signIn("worker");
		PageClient stranger = PageClient.of(this.port).signIn("stranger");
		PageClient watcher = PageClient.of(this.port).signIn("watcher");
		String page = "/decisions/" + decision;
		Map<String, String> why = Map.of("reason", "wrong person", "grounds", "born earlier", "date",
				LocalDate.now(ZoneOffset.UTC).toString());
		for (String path : List.of("/revoke", "/objections")) {
			assertThat(stranger.send("POST", page + path, why).statusCode()).as(path).isEqualTo(404);
			assertThat(watcher.send("POST", page + path, why).statusCode()).as(path).isEqualTo(403);
		}
		assertThat(stranger.send("GET", page, Map.of()).statusCode()).isEqualTo(404);
		assertThat(watcher.send("GET", page, Map.of()).body()).doesNotContain("id=\"revoke\"", "id=\"object\"");
		HttpResponse<String> empty = worker.send("POST", page + "/revoke", Map.of(), "HX-Request", "true");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("理由");
		assertThat(worker.send("POST", page + "/revoke", why).statusCode()).isEqualTo(302);
		HttpResponse<String> again = worker.send("POST", page + "/revoke", why, "HX-Request", "true");
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(this.jdbc
			.sql("select action from audit_event where done_by = 'worker'"
					+ " and details ->> 'decision' = ? and action <> 'DECISION_READ'")
			.param(decision)
			.query(String.class)
			.list()).containsExactly("DECISION_REVOKED");
	}

	@Test
	void aRefusalSaysWhatFailsOnceAndInWords() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		String page = PageClient.of(this.port)
			.signIn("worker")
			.send("GET", "/decisions/" + decided("1950-01-10"), Map.of())
			.body();
		assertThat(page).contains("不享受的理由", "高龄津贴", "当期最后一天的周岁 ≥ 80 (您的情况：当期最后一天的周岁 63)")
			.doesNotContain("未登记", "ageAtPeriodEnd");
		assertThat(page.split("≥ 80", -1)).hasSize(2);
	}

	@Test
	void aDecisionIsComputedAgainFromItsPageByWhoMayRead() {
		String decision = decided();
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		String replay = "/decisions/" + decision + "/replay";
		for (String reader : List.of("worker", "watcher")) {
			assertThat(PageClient.of(this.port).signIn(reader).send("POST", replay, Map.of()).body()).as(reader)
				.contains("复算结果与认定一致", "100.00 元")
				.doesNotContain("<html");
		}
		assertThat(PageClient.of(this.port).signIn("stranger").send("POST", replay, Map.of()).statusCode())
			.isEqualTo(404);
	}

	private String decided() {
		return decided("1933-01-10");
	}

	private String decided(String birthDate) {
		byte[] person = sent("/api/v1/applicants", """
				{"birthDate": "%s", "name": "试例戊", "hukou": {"region": "379901003", "type": "RURAL"},
				 "statuses": [], "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(birthDate));
		byte[] answer = sent("/api/v1/applicants/" + JSON.readTree(person).get("id").asString() + "/decisions",
				"{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}");
		return JSON.readTree(answer).at("/items/0/id").asString();
	}

	private byte[] sent(String path, String body) {
		return Objects.requireNonNull(this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
	}

}
