package org.huiling.web.policy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a second account, on a page. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ProposalPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@BeforeEach
	void accounts() {
		this.accounts.add("page-editor", List.of("98"), "POLICY_EDITOR");
		this.accounts.add("page-approver", List.of("98"), "POLICY_APPROVER");
	}

	@Test
	void anApproverConfirmsWhatAnEditorProposed() {
		String id = propose("page-town", "980301");
		PageClient approver = PageClient.of(this.port).signIn("page-approver");
		assertThat(approver.send("GET", "/", Map.of()).body()).contains("href=\"/proposals\"");
		String shown = approver.send("GET", "/proposals", Map.of()).body();
		assertThat(shown)
			.contains("新建辖区", "page-town", "980301", "page-editor", "<dt>涉及在册人数</dt><dd>0</dd>",
					"/proposals/" + id + "/confirm")
			.doesNotContain("/proposals/" + id + "/withdraw");
		assertThat(approver.send("GET", "/proposals?state=CONFIRMED", Map.of()).body()).doesNotContain(id);
		assertThat(approver.send("POST", "/proposals/" + id + "/confirm", Map.of()).statusCode()).isEqualTo(302);
		assertThat(state(id)).isEqualTo("CONFIRMED");
		assertThat(approver.send("GET", "/proposals?state=CONFIRMED", Map.of()).body()).contains("page-town")
			.doesNotContain("/proposals/" + id + "/confirm");
		HttpResponse<String> again = approver.send("POST", "/proposals/" + id + "/confirm", Map.of());
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("提议已经了结");
	}

	@Test
	void whoProposedItMayOnlyTakeItBack() {
		String id = propose("page-own", "980302");
		PageClient editor = PageClient.of(this.port).signIn("page-editor");
		assertThat(editor.send("GET", "/proposals", Map.of()).body()).contains("/proposals/" + id + "/withdraw")
			.doesNotContain("/proposals/" + id + "/confirm");
		assertThat(editor.send("POST", "/proposals/" + id + "/confirm", Map.of()).statusCode()).isEqualTo(403);
		assertThat(editor.send("POST", "/proposals/" + id + "/withdraw", Map.of()).statusCode()).isEqualTo(302);
		assertThat(state(id)).isEqualTo("WITHDRAWN");
	}

	@Test
	void aRejectionNeedsAReason() {
		String id = propose("page-wrong", "980303");
		PageClient approver = PageClient.of(this.port).signIn("page-approver");
		assertThat(approver.send("POST", "/proposals/" + id + "/reject", Map.of("reason", "")).statusCode())
			.isBetween(400, 422);
		assertThat(state(id)).isEqualTo("PROPOSED");
		assertThat(approver.send("POST", "/proposals/" + id + "/reject", Map.of("reason", "前缀写错")).statusCode())
			.isEqualTo(302);
		assertThat(approver.send("GET", "/proposals?state=REJECTED", Map.of()).body()).contains("前缀写错");
	}

	private String propose(String id, String prefix) {
		String location = this.client.post()
			.uri("/api/v1/jurisdictions")
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic("page-editor"))
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"id\": \"%s\", \"name\": {\"zh\": \"镇\", \"en\": \"Town\"}, \"regionPrefix\": \"%s\"}"
				.formatted(id, prefix))
			.exchange()
			.expectStatus()
			.isAccepted()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private String state(String id) {
		return this.jdbc.sql("select state from proposal where id = ?::uuid").param(id).query(String.class).single();
	}

}
