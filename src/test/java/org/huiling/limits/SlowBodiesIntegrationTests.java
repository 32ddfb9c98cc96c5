package org.huiling.limits;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sends slowly holds up nobody but themselves. */
@ExtendWith(OutputCaptureExtension.class)
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.limits.connections-of-address=450" })
class SlowBodiesIntegrationTests {

	private static final int MANY = 400;

	@LocalServerPort
	int port;

	@Autowired
	TestAccounts accounts;

	private final List<RawClient> slow = new ArrayList<>();

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() throws IOException {
		for (RawClient each : this.slow) {
			each.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /login", "POST /language", "GET /people", "POST /nothing", "PUT /people",
			"POST /api/v1/assessments", "PUT /api/v1/accounts/me/password", "POST /actuator/health",
			"POST /swagger-ui/index.html", "POST /css/huiling.css", "DELETE /v3/api-docs" })
	void slowBodiesOfStrangersHoldUpNobody(String line, CapturedOutput log) throws Exception {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		PageClient worker = PageClient.of(this.port).signIn("worker");
		for (int i = 0; i < MANY; i++) {
			RawClient one = new RawClient(this.port);
			this.slow.add(one);
			one.send(
					line + " HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n" + ((i % 2 == 0)
							? "Content-Length: 900\r\n\r\nuser" : "Transfer-Encoding: chunked\r\n\r\n4\r\nuser"));
		}
		List<Duration> waited = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			long began = System.nanoTime();
			assertThat(get("/actuator/health")).isEqualTo(200);
			waited.add(Duration.ofNanos(System.nanoTime() - began));
			assertThat(worker.send("POST", "/people", Map.of("q", "nobody")).statusCode()).isEqualTo(200);
		}
		// the first may come while the sockets are still being opened
		assertThat(waited.stream().sorted().toList().get(2)).as("%s", waited).isLessThan(Duration.ofSeconds(1));
		assertThat(log.getAll()).as("a line at most").doesNotContain("AuthorizationDeniedException");
	}

	@Test
	void aBodyThatComesDropByDropIsNotWaitedFor() throws Exception {
		try (RawClient drops = new RawClient(this.port)) {
			drops.send("POST /login HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
					+ "Content-Length: 900\r\n\r\n");
			for (int i = 0; i < 12; i++) {
				drops.send("x");
				Thread.sleep(500);
			}
			assertThat(drops.status()).as(drops.body()).isEqualTo(408);
		}
	}

	@Test
	void aStrangerSendsLittle() throws Exception {
		try (RawClient large = new RawClient(this.port)) {
			large.send("POST /login HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\nx");
			assertThat(large.status()).as(large.body()).isEqualTo(413);
		}
	}

	/** The page asks to sign in, and sends it again. */
	@Test
	void aFileOfWhoseSessionEndedIsAskedForAgain() throws Exception {
		HttpResponse<String> answer = this.client
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/people/import?dryRun=true"))
				.header("Content-Type", "text/csv")
				.header("HX-Request", "true")
				.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 << 20]))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(401);
	}

	@Test
	void whoeverSendsMuchWithAWrongPasswordIsToldSo() throws Exception {
		HttpResponse<String> answer = this.client
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/v1/applicants/import"))
				.header("Content-Type", "text/csv")
				.header("Authorization", TestAccounts.basic("tester", "wrong"))
				.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 << 20]))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("sign-in-failed");
	}

	/** What was read first is read again by who needs it. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFormOfAnyShapeSignsIn(boolean announced) throws Exception {
		String body = "username=tester&password=" + TestAccounts.PASSWORD.replace(' ', '+');
		String length = Integer.toHexString(body.length());
		try (RawClient client = new RawClient(this.port)) {
			client.send("POST /login HTTP/1.1\r\nHost: h\r\nCookie: XSRF-TOKEN=0f8fad5b\r\n"
					+ "X-XSRF-TOKEN: 0f8fad5b\r\nContent-Type: application/x-www-form-urlencoded\r\n"
					+ (announced ? "Content-Length: " + body.length() + "\r\n\r\n" + body
							: "Transfer-Encoding: chunked\r\n\r\n" + length + "\r\n" + body + "\r\n0\r\n\r\n"));
			assertThat(client.status()).isEqualTo(302);
			assertThat(client.header("location")).isEqualTo("/");
			assertThat(client.header("set-cookie")).contains("JSESSIONID");
		}
	}

	@Test
	void whoeverTheApiDoesNotKnowIsToldSo() throws Exception {
		try (RawClient client = new RawClient(this.port)) {
			for (int i = 0; i < 3; i++) {
				client.send("POST /api/v1/assessments HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
						+ "Content-Length: 6\r\n\r\n{\"a\":1");
				assertThat(client.status()).isEqualTo(401);
			}
		}
	}

	@Test
	void oneAddressHasOnlySoManyConnections() throws Exception {
		int answered = 0;
		for (int i = 0; i < 500; i++) {
			RawClient one = new RawClient(this.port);
			this.slow.add(one);
			one.send("GET /actuator/health HTTP/1.1\r\n");
		}
		Thread.sleep(500);
		for (RawClient one : this.slow) {
			try {
				one.send("Host: h\r\n\r\n");
				answered += (one.status() == 200) ? 1 : 0;
			}
			catch (IOException ex) {
				// closed
			}
		}
		assertThat(answered).isBetween(400, 450);
	}

	private int get(String path) throws Exception {
		return this.client
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

}
