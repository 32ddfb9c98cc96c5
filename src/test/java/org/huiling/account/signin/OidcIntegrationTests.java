package org.huiling.account.signin;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.OpenIdProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens and sign-ins of an OpenID provider, by configuration alone. */
@HuilingTest
class OidcIntegrationTests {

	private static final ConfigurableApplicationContext PROVIDER = OpenIdProvider.start();

	private static final String ISSUER = "http://127.0.0.1:"
			+ PROVIDER.getEnvironment().getProperty("local.server.port");

	@Autowired
	RestTestClient client;

	@Autowired
	SignIns signIns;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> ISSUER);
		settings.add("spring.security.oauth2.client.provider.district.issuer-uri", () -> ISSUER);
		settings.add("spring.security.oauth2.client.registration.district.client-id", () -> "huiling");
		settings.add("spring.security.oauth2.client.registration.district.client-secret",
				() -> OpenIdProvider.secret("huiling"));
		settings.add("spring.security.oauth2.client.registration.district.scope", () -> "openid");
		settings.add("huiling.oidc.roles-claim", () -> "groups.huiling");
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@Test
	void aTokenSaysWhoMayDoWhatAndWhere() throws Exception {
		as("Bearer " + token("worker"), "/api/v1/accounts/me").expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"name\":\"wang@district\",\"displayName\":\"wang@district\",\"roles\":[\"CASE_WORKER\"],"
					+ "\"regions\":[\"379901\",\"379902003\"],\"enabled\":true}");
		as("Bearer " + token("worker"), "/api/v1/accounts").expectStatus().isForbidden();
	}

	@Test
	void aTokenWithoutRolesMayReadPoliciesOnly() throws Exception {
		as("Bearer " + token("stranger"), "/api/v1/policies").expectStatus().isOk();
		as("Bearer " + token("stranger"), "/actuator/prometheus").expectStatus().isForbidden();
	}

	@Test
	void aTokenMayNotSpeakForAnAccountOrForTheService() throws Exception {
		for (String client : List.of("impostor", "shouting", "service")) {
			as("Bearer " + token(client), "/api/v1/accounts").expectStatus().isUnauthorized();
		}
	}

	@Test
	void aTokenOfNobodyIsRefused() throws Exception {
		String token = token("worker");
		String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
		as("Bearer " + forged, "/api/v1/policies").expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void passwordsGoOnWorking() {
		as(TestAccounts.basic(TestAccounts.TESTER), "/api/v1/accounts").expectStatus().isOk();
	}

	@Test
	void peopleSignInAtTheProvider() throws Exception {
		OpenIdProvider.sendTo(PROVIDER, "http://localhost:" + this.port + "/login/oauth2/code/district");
		HttpClient browser = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(Redirect.ALWAYS)
			.build();
		assertThat(get(browser, "/some-page").uri().getPath()).endsWith("/login");
		HttpResponse<String> form = get(browser, "/oauth2/authorization/district");
		assertThat(form.uri().toString()).isEqualTo(ISSUER + "/login");
		Matcher forgery = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
		assertThat(forgery.find()).isTrue();
		HttpResponse<String> page = browser.send(HttpRequest.newBuilder(form.uri())
			.header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(BodyPublishers.ofString("username=zhao&password=zhao%27s&_csrf="
					+ URLEncoder.encode(forgery.group(1), StandardCharsets.UTF_8)))
			.build(), BodyHandlers.ofString());
		assertThat(page.uri().getHost()).isEqualTo("localhost");
		assertThat(this.signIns.last.getName()).isEqualTo("zhao@district");
		assertThat(this.signIns.last.getAuthorities()).map(GrantedAuthority::getAuthority)
			.contains("ROLE_AUDITOR", "REGION_");
		assertThat(get(browser, "/some-page").statusCode()).isEqualTo(404);
		assertThat(get(browser, "/api/v1/policies").statusCode()).as("the API takes no session").isEqualTo(401);
	}

	private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
		return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept", "text/html")
			.build(), BodyHandlers.ofString());
	}

	private ResponseSpec as(String authorization, String path) {
		return this.client.get().uri(path).header(HttpHeaders.AUTHORIZATION, authorization).exchange();
	}

	private static String token(String client) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(ISSUER + "/oauth2/token"))
			.header("Authorization", TestAccounts.basic(client, OpenIdProvider.secret(client)))
			.header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		return new JsonMapper().readTree(answer).required("access_token").stringValue();
	}

	/** Who signed in last. */
	static class SignIns {

		private Authentication last;

		@EventListener
		void on(InteractiveAuthenticationSuccessEvent event) {
			this.last = event.getAuthentication();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		SignIns signIns() {
			return new SignIns();
		}

	}

}
