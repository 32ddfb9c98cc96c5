package org.huiling.operation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The alert rules for Prometheus watch what the service really measures. */
@HuilingTest(properties = "huiling.rules-import=NEVER")
class AlertRulesIntegrationTests {

	private static final Path RULES = Path.of("docs/operations/alerts.yaml");

	private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Test
	void everyMetricOfARuleIsMeasuredAndEveryRuleSaysWhatToDo() throws Exception {
		this.accounts.add("prometheus", List.of(), "AUDITOR");
		measured();
		String measured = measured();
		JsonNode rules = new JsonMapper().valueToTree(new Yaml().<Object>load(Files.readString(RULES)));
		List<String> metrics = new ArrayList<>();
		for (JsonNode rule : rules.at("/groups/0/rules")) {
			assertThat(rule.at("/annotations/action").asString()).as(rule.path("alert").asString()).isNotEmpty();
			METRIC.matcher(rule.path("expr").asString()).results().map((found) -> found.group(1)).forEach(metrics::add);
		}
		assertThat(metrics).hasSizeGreaterThan(8);
		assertThat(metrics.stream().distinct().filter((one) -> !"up".equals(one)))
			.allSatisfy((metric) -> assertThat(measured).contains("\n" + metric));
	}

	private String measured() {
		return new String(this.client.get()
			.uri("/actuator/prometheus")
			.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION, TestAccounts.basic("prometheus")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
	}

}
