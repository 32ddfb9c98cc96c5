package org.huiling;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A payment list of a million lines takes longer than half a minute to write, and one
 * that ends too early must not look like a whole one.
 */
@HuilingTest
@Import(LongDownloadsIntegrationTests.Downloads.class)
class LongDownloadsIntegrationTests {

	@LocalServerPort
	int port;

	/** Downloads as the service has them. */
	@RestController
	static class Downloads {

		@Bean
		@Order(0)
		SecurityFilterChain downloads(HttpSecurity http) {
			return http.securityMatcher("/downloads/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@GetMapping("/downloads/limit")
		StreamingResponseBody limit(HttpServletRequest request) {
			return (out) -> out
				.write(String.valueOf(request.getAsyncContext().getTimeout()).getBytes(StandardCharsets.UTF_8));
		}

		@GetMapping("/downloads/broken")
		StreamingResponseBody broken() {
			return (out) -> {
				for (int line = 0; line < 100_000; line++) {
					out.write("0123456789\n".getBytes(StandardCharsets.UTF_8));
				}
				out.flush();
				throw new IOException("the database went away");
			};
		}

		/** At its bottom it looks like a client that hung up. */
		@GetMapping("/downloads/without-database")
		StreamingResponseBody withoutDatabase() {
			return (out) -> {
				for (int line = 0; line < 100_000; line++) {
					out.write("0123456789\n".getBytes(StandardCharsets.UTF_8));
				}
				out.flush();
				throw new IllegalStateException(new SQLException("an I/O error", "08006", new EOFException()));
			};
		}

		@GetMapping("/downloads/not-begun")
		String notBegun() {
			throw new IllegalStateException(new SQLException("an I/O error", "08006", new EOFException()));
		}

		@GetMapping("/downloads/no-room")
		String noRoom() {
			throw new IllegalStateException(new SQLException("could not extend file", "53100"));
		}

	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void aDownloadTakesAsLongAsItTakes() throws Exception {
		assertThat(Long.parseLong(get("/downloads/limit").body())).isNotPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/downloads/broken", "/downloads/without-database" })
	void whatBreaksHalfWayDoesNotLookWhole(String path) {
		assertThatThrownBy(() -> get(path)).isInstanceOf(IOException.class);
	}

	@Test
	void whatFailsForTheDatabaseSaysSo() throws Exception {
		HttpResponse<String> gone = get("/downloads/not-begun");
		assertThat(gone.statusCode()).isEqualTo(503);
		assertThat(gone.body()).contains("urn:huiling:problem:database-gone").doesNotContain("I/O");
		HttpResponse<String> full = get("/downloads/no-room");
		assertThat(full.statusCode()).isEqualTo(503);
		assertThat(full.body()).contains("urn:huiling:problem:disk-full");
	}

}
