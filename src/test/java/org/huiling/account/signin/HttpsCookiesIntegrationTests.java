package org.huiling.account.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a proxy with a certificate, under one name. */
@HuilingTest(
		properties = { "huiling.rules-import=NEVER", "huiling.https=true", "huiling.hosts=localhost,elder.example" })
class HttpsCookiesIntegrationTests {

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void cookiesAreOfThisHostAloneAndSentByHttpsOnly() throws Exception {
		HttpResponse<String> form = this.client.send(to("localhost", "/login").build(), BodyHandlers.ofString());
		String token = form.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(token).startsWith("__Host-XSRF-TOKEN=").contains("Path=/", "Secure", "SameSite=Lax");
		String value = token.substring(token.indexOf('=') + 1, token.indexOf(';'));
		HttpResponse<String> signedIn = this.client
			.send(to("localhost", "/login").header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", "__Host-XSRF-TOKEN=" + value)
				.header("X-XSRF-TOKEN", value)
				.POST(BodyPublishers.ofString(
						"username=tester&password=" + URLEncoder.encode(TestAccounts.PASSWORD, StandardCharsets.UTF_8)))
				.build(), BodyHandlers.ofString());
		assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-SESSION=")
				.contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
				.doesNotContain("Domain"));
	}

	@Test
	void noOtherHostIsAnswered() throws Exception {
		assertThat(this.client.send(to("127.0.0.1", "/login").build(), BodyHandlers.ofString()).statusCode())
			.isEqualTo(400);
		assertThat(this.client.send(to("127.0.0.1", "/api/v1/policies").build(), BodyHandlers.ofString()).statusCode())
			.isEqualTo(400);
	}

	private HttpRequest.Builder to(String host, String path) {
		return HttpRequest.newBuilder(URI.create("http://" + host + ":" + this.port + path))
			.header("Accept", "text/html");
	}

}
