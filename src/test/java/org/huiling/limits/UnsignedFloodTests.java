package org.huiling.limits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody sends who has not signed in, and however often: a service with a
 * small heap keeps nothing of it, and goes on answering.
 */
class UnsignedFloodTests {

	private static final int REQUESTS = Samples.of(200_000, 10_000);

	private static final int AT_ONCE = 4;

	private static final int IN_A_ROW = 50;

	private static final List<String> PAGES = List.of("/people", "/", "/check", "/tasks", "/policies", "/drafts",
			"/runs", "/rosters", "/audit", "/accounts", "/people/import", "/nothing", "/signed-in",
			"/decisions/1/notice", "/oauth2/authorization/district", "/login/oauth2/code/district", "/api/v1/policies",
			"/css/huiling.css", "/webjars/nothing");

	/** Eight hundred bytes for each request would not fit. */
	private static final long GROWTH = 16L << 20;

	@TempDir
	Path directory;

	@Test
	void keepsNothingOfWhoHasNotSignedIn() throws Exception {
		try (ServiceProcess service = ServiceProcess.start(this.directory, "256m")) {
			flood(service.port(), REQUESTS / 10, 1);
			long before = service.liveBytes();
			long logged = service.logged();
			flood(service.port(), REQUESTS, 2);
			assertThat(service.answers()).isTrue();
			assertThat(service.liveBytes() - before).as("bytes kept of %d requests", REQUESTS).isLessThan(GROWTH);
			assertThat(service.logged() - logged).as("bytes of log").isLessThan(10_000);
		}
	}

	private static void flood(int port, int requests, long seed) throws Exception {
		ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Future<?>> sent = new ArrayList<>();
			for (int i = 0; i < AT_ONCE; i++) {
				Random random = new Random(seed * AT_ONCE + i);
				sent.add(senders.submit(() -> {
					send(port, requests / AT_ONCE, random);
					return null;
				}));
			}
			for (Future<?> each : sent) {
				each.get();
			}
		}
		finally {
			senders.shutdownNow();
		}
	}

	private static void send(int port, int requests, Random random) throws IOException {
		for (int sent = 0; sent < requests; sent += IN_A_ROW) {
			try (RawClient client = new RawClient(port)) {
				StringBuilder row = new StringBuilder();
				for (int i = 1; i < IN_A_ROW; i++) {
					row.append(request(random));
				}
				row.append(form(random));
				client.send(row.toString());
				for (int i = 0; i < IN_A_ROW; i++) {
					assertThat(client.status()).isLessThan(500);
				}
			}
		}
	}

	/** Each with other names, addresses and headers than any before. */
	private static String request(Random random) {
		String unique = Long.toHexString(random.nextLong());
		String page = PAGES.get(random.nextInt(PAGES.size()));
		return switch (random.nextInt(200)) {
			case 0 -> "GET /login HTTP/1.1\r\nHost: h\r\nAccept: text/html\r\n\r\n";
			case 1 -> "GET /api/v1/policies HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + unique + "\r\n\r\n";
			case 2 -> "GET /other" + page + unique + " HTTP/1.1\r\nHost: h\r\nAccept: text/html\r\n\r\n";
			default -> "GET " + page + "?" + unique + "=" + "v".repeat(200) + " HTTP/1.1\r\nHost: h" + unique
					+ "\r\nAccept: text/html\r\nAccept-Language: " + unique.substring(0, 2) + "\r\nCookie: JSESSIONID="
					+ unique + "; huiling.wanted=" + unique + "\r\nX-Padding: " + "p".repeat(200) + "\r\n\r\n";
		};
	}

	/** The last on its connection. */
	private static String form(Random random) {
		String unique = Long.toHexString(random.nextLong());
		return (random.nextInt(20) == 0)
				? form("/login", "username=" + unique + "n".repeat(500) + "&password=" + unique)
				: form("/language", "to=" + unique);
	}

	/** With a token of its own making, which is as good as any that the service made. */
	private static String form(String path, String fields) {
		String body = fields + "&_csrf=0f8fad5b-d9cb-469f-a165-70867728950e";
		return "POST " + path + " HTTP/1.1\r\nHost: h\r\nX-XSRF-TOKEN: 0f8fad5b-d9cb-469f-a165-70867728950e\r\n"
				+ "Cookie: XSRF-TOKEN=0f8fad5b-d9cb-469f-a165-70867728950e\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body;
	}

}
