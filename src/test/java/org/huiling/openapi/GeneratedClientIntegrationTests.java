package org.huiling.openapi;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.policy.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client that anybody can make of the API's description works against the service.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class GeneratedClientIntegrationTests {

	@TempDir
	static Path rules;

	@TempDir
	Path directory;

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		TinyRules tiny = new TinyRules(rules).jurisdiction("small", "379901")
			.program("small", "allowance", 10)
			.version("small/allowance/2013-01-01", "100.00");
		properties.add("huiling.rules", () -> tiny.root().toString());
	}

	private byte[] description() {
		return Objects.requireNonNull(
				this.client.get().uri("/v3/api-docs").exchange().expectBody().returnResult().getResponseBody());
	}

	@Test
	@SuppressWarnings("unchecked")
	void itSignsInPutsSomebodyOnFileAssessesDecidesAndReads() throws Exception {
		this.accounts.add("window", List.of("379901"), "CASE_WORKER");
		try (URLClassLoader classes = new ClientGenerator(this.directory).client(description())) {
			var program = (Function<Map<String, String>, List<String>>) classes
				.loadClass("org.huiling.client.example.OneMonth")
				.getDeclaredConstructor()
				.newInstance();
			List<String> seen = program.apply(Map.of("url", "http://localhost:" + this.port, "user", "window",
					"password", TestAccounts.PASSWORD, "program", "allowance"));
			assertThat(seen).containsExactly("I am window", "Age on the last day of the period: integer, used by 1",
					"sent twice and done once: true", "allowance ELIGIBLE 100.00", "decided: true",
					"true 试例甲 1933-02-15 2013-08-01", "records: 2", "400 true");
		}
	}

}
