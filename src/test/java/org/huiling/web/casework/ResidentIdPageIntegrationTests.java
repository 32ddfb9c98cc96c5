package org.huiling.web.casework;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.facts.MadeUpIds;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole resident id on the person's page: to whom, for what, and how often. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ResidentIdPageIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> REASON = Map.of("reason", "compared with the card");

	private static int sequence = 700;

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private PageClient worker;

	private String residentId;

	@BeforeEach
	void signIn() {
		this.accounts.add("shower", List.of("379901"), "CASE_WORKER");
		this.jdbc.sql("delete from number_reveal where account = 'shower'").update();
		this.worker = PageClient.of(this.port).signIn("shower");
		this.residentId = MadeUpIds.of(LocalDate.of(1933, 1, 10), sequence++);
	}

	@Test
	void theWholeIdIsShownOnceAndNotedWithTheReason() {
		String page = begun();
		HttpResponse<String> masked = this.worker.send("GET", page, Map.of());
		assertThat(masked.body()).contains("查看完整证号", page + "/resident-id").doesNotContain(this.residentId);
		HttpResponse<String> part = show(page, REASON);
		assertThat(part.statusCode()).isEqualTo(200);
		assertThat(part.body()).contains(this.residentId, "只显示这一次").doesNotContain("<html");
		assertThat(part.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		HttpResponse<String> whole = this.worker.send("POST", page + "/resident-id", REASON);
		assertThat(whole.body()).contains(this.residentId, "<html");
		assertThat(whole.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(this.worker.send("GET", page, Map.of()).body()).doesNotContain(this.residentId);
		assertThat(shown(page)).hasSize(2)
			.allSatisfy((details) -> assertThat(details).contains("residentId", "compared with the card")
				.doesNotContain(this.residentId));
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void withoutAReasonNothingIsShownNotedOrCounted() {
		String page = begun();
		for (Map<String, String> form : List.of(Map.<String, String>of(), Map.of("reason", "  "),
				Map.of("reason", "x".repeat(1001)))) {
			HttpResponse<String> refused = show(page, form);
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).startsWith("<div class=\"banner bad\"")
				.contains("理由")
				.doesNotContain(this.residentId);
		}
		assertThat(shown(page)).isEmpty();
		assertThat(counted()).isZero();
	}

	@Test
	void whoeverHadTheirShareOfTheDayIsToldInWords() {
		String page = begun();
		assertThat(show(page, REASON).statusCode()).isEqualTo(200);
		this.jdbc.sql("update number_reveal set times = 100 where account = 'shower'").update();
		HttpResponse<String> part = show(page, REASON);
		assertThat(part.statusCode()).isEqualTo(429);
		assertThat(part.body()).startsWith("<div class=\"banner bad\"")
			.contains("今天查看的完整号码已达上限", "100")
			.doesNotContain(this.residentId);
		HttpResponse<String> whole = this.worker.send("POST", page + "/resident-id", REASON);
		assertThat(whole.statusCode()).isEqualTo(429);
		assertThat(whole.body()).contains("今天查看的完整号码已达上限", "<html")
			.doesNotContain(this.residentId)
			.doesNotContain("这个请求无法读取");
		assertThat(shown(page)).hasSize(1);
	}

	@Test
	void nobodyElseIsShownIt() {
		String page = begun();
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		PageClient watcher = PageClient.of(this.port).signIn("watcher");
		assertThat(watcher.send("GET", page, Map.of()).body()).contains("试例壬").doesNotContain("/resident-id");
		assertThat(watcher.send("POST", page + "/resident-id", REASON).statusCode()).isEqualTo(403);
		HttpResponse<String> far = PageClient.of(this.port)
			.signIn("stranger")
			.send("POST", page + "/resident-id", REASON);
		assertThat(far.statusCode()).isEqualTo(404);
		assertThat(far.body()).doesNotContain(this.residentId);
		assertThat(this.worker.send("GET", page + "/resident-id?reason=x", Map.of()).body())
			.doesNotContain(this.residentId);
		HttpResponse<String> forged = this.worker.withoutToken()
			.send("POST", page + "/resident-id", REASON, "HX-Request", "true");
		assertThat(forged.statusCode()).isEqualTo(401);
		assertThat(forged.body()).doesNotContain(this.residentId);
		assertThat(shown(page)).isEmpty();
	}

	private HttpResponse<String> show(String page, Map<String, String> form) {
		return this.worker.send("POST", page + "/resident-id", form, "HX-Request", "true");
	}

	private List<String> shown(String page) {
		return this.jdbc
			.sql("select details::text from audit_event where subject = ? and details ->> 'revealed' is not null")
			.param(page.substring("/people/".length()))
			.query(String.class)
			.list();
	}

	private int counted() {
		return this.jdbc.sql("select coalesce(sum(times), 0) from number_reveal where account = 'shower'")
			.query(Integer.class)
			.single();
	}

	private String begun() {
		return "/people/" + JSON.readTree(Objects.requireNonNull(this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"birthDate": "1933-01-10", "name": "试例壬", "residentId": "%s", "hukou": {"region": "379901003"}}"""
				.formatted(this.residentId))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody())).get("id").asString();
	}

}
