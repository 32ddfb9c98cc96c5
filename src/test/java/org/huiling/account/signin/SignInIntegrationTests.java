package org.huiling.account.signin;

import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.account.keeping.AccountDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class SignInIntegrationTests {

	private static final String PLACE = "/api/v1/jurisdictions";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	AccountDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Test
	void nobodyIsAskedToSignIn() {
		RestTestClient nobody = this.client.mutate()
			.defaultHeaders((headers) -> headers.remove(HttpHeaders.AUTHORIZATION))
			.build();
		nobody.get()
			.uri(PLACE)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.valueEquals("WWW-Authenticate", "Basic realm=\"Huiling\", charset=\"UTF-8\"")
			.expectHeader()
			.doesNotExist("Set-Cookie")
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("请先登录");
		nobody.get().uri("/api/v1/nothing").exchange().expectStatus().isUnauthorized();
		nobody.get().uri("/actuator/health").exchange().expectStatus().isOk().expectBody(String.class).value((body) -> {
			assertThat(body).contains("\"UP\"").doesNotContain("rules", "components");
		});
	}

	@Test
	void theAnswerDoesNotTellWhetherANameExists() {
		this.accounts.add("disabled", List.of(), "AUDITOR");
		this.jdbc.sql("update account set enabled = false where name = 'disabled'").update();
		String wrong = body(as("tester", "not the password").expectStatus().isUnauthorized());
		assertThat(wrong).contains("urn:huiling:problem:sign-in-failed");
		assertThat(body(as("no-such-name", TestAccounts.PASSWORD).expectStatus().isUnauthorized())).isEqualTo(wrong);
		assertThat(body(as("disabled", TestAccounts.PASSWORD).expectStatus().isUnauthorized())).isEqualTo(wrong);
	}

	@ParameterizedTest
	@ValueSource(strings = { "locked", "never-existed" })
	void tooManyFailuresLockAName(String name) {
		this.accounts.add("locked", List.of(), "AUDITOR");
		for (int i = 0; i < 10; i++) {
			as(name, "wrong " + i).expectStatus().isUnauthorized();
		}
		as(name, TestAccounts.PASSWORD).expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("失败次数过多");
		as("tester", TestAccounts.PASSWORD).expectStatus().isOk();
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'ACCOUNT_LOCKED' and subject = ?")
			.param(name)
			.query(Integer.class)
			.single()).isEqualTo(name.equals("locked") ? 1 : 0);
	}

	/**
	 * The database would not take it; who types it is told what everybody is told, and
	 * waits.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "nul\u0000", "\ud800", "longer-than-any-name-that-there-is-and-longer-still-and-on-and-on" })
	void aNameThatNobodyCanHaveIsCountedLikeAnyOther(String name) {
		for (int i = 0; i < 10; i++) {
			as(name, "wrong " + i).expectStatus().isUnauthorized();
		}
		as(name, "wrong").expectStatus().isEqualTo(429);
	}

	@Test
	void answersCarrySecureHeaders() {
		as("tester", TestAccounts.PASSWORD).expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("X-Frame-Options", "DENY")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer")
			.expectHeader()
			.valueMatches("Cache-Control", ".*no-store.*")
			.expectHeader()
			.valueMatches("Content-Security-Policy", "default-src 'self'.*frame-ancestors 'none'");
	}

	private ResponseSpec as(String name, String password) {
		return this.client.get()
			.uri(PLACE)
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic(name, password))
			.exchange();
	}

	private static String body(ResponseSpec response) {
		return response.expectBody(String.class).returnResult().getResponseBody();
	}

}
