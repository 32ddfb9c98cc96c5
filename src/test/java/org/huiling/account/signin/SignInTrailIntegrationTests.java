package org.huiling.account.signin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who signs in and out, fails to, or is refused, stands on the trail; sessions end. */
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.sign-in.most-sessions=2",
		"huiling.sign-in.longest-session=4s" })
class SignInTrailIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SignInTrail trail;

	@LocalServerPort
	int port;

	@Test
	void theFirstCallOfAnAccountFromAnAddressIsASignIn() {
		this.accounts.add("caller", List.of("379901"), "AUDITOR");
		for (int i = 0; i < 3; i++) {
			assertThat(get("caller", TestAccounts.PASSWORD, "/api/v1/policies")).isEqualTo(200);
		}
		assertThat(events("caller")).containsExactly("SIGN_IN by caller from 127.0.0.1");
	}

	@Test
	void failuresAndRefusalsAreOneEventWithTheirNumber() {
		this.accounts.add("tried", List.of("379901"), "CASE_WORKER");
		for (int i = 0; i < 4; i++) {
			assertThat(get("tried", "wrong " + i, "/api/v1/policies")).isEqualTo(401);
			assertThat(get("never-existed-" + i, "my secret password", "/api/v1/policies")).isEqualTo(401);
			assertThat(get("tried", TestAccounts.PASSWORD, "/api/v1/accounts")).isEqualTo(403);
		}
		// a refusal is counted after it is answered: on one connection, before the next
		// call
		assertThat(get("tried", TestAccounts.PASSWORD, "/api/v1/policies")).isEqualTo(200);
		assertThat(events("tried")).containsExactly("SIGN_IN_FAILED by system from 127.0.0.1 1",
				"SIGN_IN by tried from 127.0.0.1", "ACCESS_REFUSED by tried from 127.0.0.1 1");
		assertThat(events("-")).containsExactly("SIGN_IN_FAILED by system from 127.0.0.1 1");
		this.trail.stop();
		this.trail.start();
		assertThat(events("tried")).hasSize(5)
			.contains("SIGN_IN_FAILED by system from 127.0.0.1 3", "ACCESS_REFUSED by system from 127.0.0.1 3");
		assertThat(events("-")).containsExactly("SIGN_IN_FAILED by system from 127.0.0.1 1",
				"SIGN_IN_FAILED by system from 127.0.0.1 3");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where details::text like '%never-existed%'"
					+ " or subject like 'never-existed%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void pagesSignInAndOut() {
		this.accounts.add("reader", List.of("379901"), "AUDITOR");
		PageClient pages = PageClient.of(this.port).signIn("reader");
		assertThat(pages.send("POST", "/logout", Map.of()).headers().firstValue("Location").orElse(""))
			.endsWith("?out");
		assertThat(events("reader")).containsExactly("SIGN_IN by reader from 127.0.0.1",
				"SIGN_OUT by reader from 127.0.0.1");
	}

	@Test
	void oneSessionMoreThanAdmittedEndsTheOneUnusedTheLongest() {
		this.accounts.add("many", List.of("379901"), "AUDITOR");
		PageClient first = PageClient.of(this.port).signIn("many");
		PageClient second = PageClient.of(this.port).signIn("many");
		PageClient third = PageClient.of(this.port).signIn("many");
		assertThat(location(first.send("GET", "/audit", Map.of()))).endsWith("/login?expired");
		assertThat(second.send("GET", "/audit", Map.of()).statusCode()).isEqualTo(200);
		assertThat(third.send("GET", "/audit", Map.of()).statusCode()).isEqualTo(200);
	}

	@Test
	void aSessionEndsHoweverBusyItIs() throws InterruptedException {
		this.accounts.add("busy", List.of("379901"), "AUDITOR");
		PageClient pages = PageClient.of(this.port).signIn("busy");
		assertThat(pages.send("GET", "/audit", Map.of()).statusCode()).isEqualTo(200);
		for (int i = 0; i < 9; i++) {
			Thread.sleep(500);
			pages.send("GET", "/audit", Map.of());
		}
		assertThat(location(pages.send("GET", "/audit", Map.of()))).endsWith("/login");
	}

	@Test
	void pagesLeadWhoGotAnotherPasswordToChoosingOne() {
		this.accounts.add("led", List.of("379901"), "AUDITOR");
		this.jdbc.sql("update account set must_change_password = true where name = 'led'").update();
		PageClient pages = PageClient.of(this.port).signIn("led");
		assertThat(location(pages.send("GET", "/audit", Map.of()))).endsWith("/password?needed");
		assertThat(pages.send("GET", "/audit", Map.of(), "HX-Request", "true").headers().firstValue("HX-Redirect"))
			.contains("/password");
		assertThat(pages.send("GET", "/password?needed", Map.of()).body()).contains("管理员重置了您的密码");
		assertThat(location(
				pages.send("POST", "/password", Map.of("before", TestAccounts.PASSWORD, "next", "chosen by myself"))))
			.endsWith("/login?changed");
		assertThat(this.jdbc.sql("select must_change_password from account where name = 'led'")
			.query(Boolean.class)
			.single()).isFalse();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	private int get(String name, String password, String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic(name, password))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getStatus()
			.value();
	}

	private List<String> events(String name) {
		return this.jdbc.sql(
				"select action || ' by ' || done_by || ' from ' || (details ->> 'address') || coalesce(' ' || (details ->> 'count'), '')"
						+ " from audit_event where subject = ? order by id")
			.param(name)
			.query(String.class)
			.list();
	}

}
