package org.huiling.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.huiling.DeclaredFacts;
import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages ask for and show facts that one more fact file declares, in its words. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class DeclaredFactsOnPagesIntegrationTests {

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		Path rules = DeclaredFacts.rules();
		properties.add("huiling.rules", rules::toString);
	}

	@Test
	void areAskedForRecordedAndShown() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		PageClient worker = PageClient.of(this.port).signIn("worker");
		String form = worker.send("GET", "/people/new", Map.of()).body();
		assertThat(form).contains("入党时间", "党内补助（元）", "婚姻状况", "丧偶", "老年卡号", "身高")
			.contains("name=\"joinedParty\"", "name=\"marital\"", "value=\"WIDOWED\"");
		String person = worker
			.send("POST", "/people/new",
					Map.of("birthDate", "1933-01-10", "name", "试例甲", "hukou.region", "379901003", "joinedParty",
							"1960-07-01", "partySubsidy", "120.5", "marital", "WIDOWED", "cardNumber", "SC0001"))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(worker.send("GET", person, Map.of()).body()).contains("入党时间", "1960-07-01", "党内补助（元）", "120.50",
				"婚姻状况", "丧偶", "老年卡号");
		assertThat(worker.send("GET", person + "/change", Map.of()).body()).contains("value=\"1960-07-01\"");
		String wrong = worker
			.send("POST", "/people/new",
					Map.of("birthDate", "1933-01-10", "hukou.region", "379901003", "joinedParty", "1900-01-01"))
			.body();
		assertThat(wrong).contains("入党时间", "日期早于出生日期");
	}

}
