package org.huiling.account.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run with everything that may go wrong with passwords, logged in more detail than
 * anybody would: none of them stands in the log, as it is or as HTTP Basic carries it.
 */
@ExtendWith(OutputCaptureExtension.class)
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.admin-password=", "huiling.test.slow-passwords=true",
		"logging.level.org.huiling=trace", "logging.level.org.springframework.security=debug",
		"logging.level.org.springframework.web=debug", "logging.level.org.springframework.web.client=info",
		"logging.level.org.springframework.jdbc=debug", "logging.level.org.springframework.transaction=trace" })
class NoPasswordIsLoggedIntegrationTests {

	private static final Pattern FIRST = Pattern.compile("(?m)^    首个密码\\S* .*shown this once: (\\S+)$");

	private static final String CHOSEN = "chosen-by-the-admin";

	private static final String NEXT = "chosen-by-themselves";

	private static final String MISTYPED = "chosen-by-themselvs";

	private static final String SHORT = "tiny#42";

	private static final String CUT_OFF = "cut-off-in-the-middle";

	private static final List<String> LOGGERS = List.of("org.huiling", "org.springframework.security",
			"org.springframework.web", "org.springframework.web.client", "org.springframework.jdbc",
			"org.springframework.transaction");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	/** Levels are the virtual machine's: whatever is tested after this logs as ever. */
	@AfterAll
	static void logAsEver() {
		LoggingSystem logging = LoggingSystem.get(NoPasswordIsLoggedIntegrationTests.class.getClassLoader());
		LOGGERS.forEach((logger) -> logging.setLogLevel(logger, null));
	}

	@Test
	void passwordsAreHashedWithMuchWorkAndNotKeptInClear() {
		assertThat(this.jdbc.sql("select password from account where name = 'admin'").query(String.class).single())
			.startsWith("{bcrypt}$2a$12$");
	}

	@Test
	void noneOfARun(CapturedOutput console) throws Exception {
		Matcher shown = FIRST.matcher(console.getOut());
		assertThat(shown.find()).as("the first password is on the console").isTrue();
		String first = shown.group(1);
		send("POST", "/api/v1/accounts", "admin", first, account("sun", CHOSEN), 201);
		send("POST", "/api/v1/accounts", "admin", first, account("sun", CHOSEN), 409);
		send("POST", "/api/v1/accounts", "admin", first, account("qian", SHORT), 422);
		send("POST", "/api/v1/accounts", "admin", first, "{\"password\": \"" + CUT_OFF, 400);
		send("PATCH", "/api/v1/accounts/sun", "admin", first, "{\"pasword\": \"" + CHOSEN + "\"}", 400);
		send("PATCH", "/api/v1/accounts/sun", "admin", first, "{\"password\": [\"" + CHOSEN + "\"]}", 400);
		send("PUT", "/api/v1/accounts/me/password", "sun", CHOSEN, passwords(MISTYPED, NEXT), 422);
		send("PUT", "/api/v1/accounts/me/password", "sun", CHOSEN, passwords(CHOSEN, NEXT), 204);
		send("GET", "/api/v1/accounts/me", "sun", NEXT, "", 200);
		send("GET", "/api/v1/accounts/me", "sun", MISTYPED, "", 401);
		send("GET", "/api/v1/accounts/me", NEXT, "sun", "", 401);
		String log = console.getAll().replace(shown.group(), "");
		assertThat(log).contains("org.springframework.security", "/api/v1/accounts/me/password");
		for (String secret : List.of(first, CHOSEN, NEXT, MISTYPED, SHORT, CUT_OFF)) {
			assertThat(log).doesNotContain(secret);
		}
		assertThat(log).doesNotContain(encoded("admin:" + first), encoded("sun:" + CHOSEN), encoded("sun:" + NEXT));
	}

	private void send(String method, String path, String name, String password, String body, int status) {
		this.client.method(HttpMethod.valueOf(method))
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic(name, password))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	private static String account(String name, String password) {
		return "{\"name\": \"" + name + "\", \"displayName\": \"x\", \"roles\": [], \"password\": \"" + password
				+ "\"}";
	}

	private static String passwords(String old, String next) {
		return "{\"old\": \"" + old + "\", \"new\": \"" + next + "\"}";
	}

	private static String encoded(String text) {
		return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
