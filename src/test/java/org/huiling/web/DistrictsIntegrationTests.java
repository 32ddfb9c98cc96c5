package org.huiling.web;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages speak of programs as the district calls them where the account works, and choose
 * that district when nothing is chosen.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DistrictsIntegrationTests {

	/** What Beijing and Zhongshan call the old-age allowance. */
	private static final String[] OTHERS = { "高龄老年人津贴", "高龄老人津贴" };

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@LocalServerPort
	int port;

	@Test
	void aNewFileOffersTheProgramsOfTheAccountsDistrict() {
		for (String region : List.of("379901", "379901003", "3799")) {
			String page = as("worker" + region, region, "CASE_WORKER").get("/people/new");
			assertThat(page).as(region)
				.contains("参合费减免", "安康工程", "救助工程", "高龄津贴")
				.doesNotContain(OTHERS)
				.doesNotContain("城乡居民基本医疗保险报销");
		}
		assertThat(as("worker110101", "110101", "CASE_WORKER").get("/people/new")).contains("高龄老年人津贴")
			.doesNotContain("参合费减免");
	}

	@Test
	void theQuickCheckAndTheListsChooseIt() {
		String chosen = "<option value=\"model-district\" selected=\"selected\">";
		assertThat(as("street", "379901003", "CASE_WORKER").get("/check")).contains(chosen);
		assertThat(as("editor", "379901", "POLICY_EDITOR").get("/policies")).contains(chosen);
		for (String page : List.of("/runs", "/rosters")) {
			assertThat(as("operator", "379901", "BATCH_OPERATOR").get(page).split("<option", 3)[1])
				.contains("value=\"model-district\"");
		}
	}

	@Test
	void aRunAndARosterNameProgramsAsTheirDistrictDoes() throws InterruptedException {
		Desk worker = as("clerk", "379901", "CASE_WORKER");
		JsonNode person = worker.post("/api/v1/applicants", """
				{"birthDate": "1933-01-10", "name": "试例", "hukou": {"region": "379901003", "type": "RURAL"},
				 "residence": {"region": "379901003", "since": "1990-01-01"}, "statuses": [],
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		Desk operator = as("operator2", "379901", "BATCH_OPERATOR");
		String run = operator.post("/api/v1/recalculations",
				"""
						{"jurisdiction": "model-district", "from": "2013-01", "to": "2013-01", "mode": "COMMIT", "reason": "x"}""")
			.get("id")
			.asString();
		String page = operator.get("/runs/" + run);
		for (int i = 0; i < 100 && !page.contains(run + "/undecided"); i++) {
			Thread.sleep(200);
			page = operator.get("/runs/" + run);
		}
		assertThat(page).contains("高龄津贴").doesNotContain(OTHERS);
		assertThat(operator.get("/runs/" + run + "/changes")).contains("id=\"program\"", "高龄津贴").doesNotContain(OTHERS);
		assertThat(worker.get("/people/" + person.get("id").asString() + "/payments")).contains("高龄津贴")
			.doesNotContain(OTHERS);
		String roster = operator.post("/api/v1/rosters", """
				{"jurisdiction": "model-district", "month": "2013-01"}""").get("id").asString();
		assertThat(operator.get("/rosters/" + roster)).contains("示范区", "高龄津贴", person.get("fileNumber").asString())
			.doesNotContain(OTHERS);
		assertThat(operator.get("/rosters")).contains("<td>示范区</td>");
	}

	private Desk as(String name, String region, String role) {
		this.accounts.add(name, List.of(region), role);
		return new Desk(name, PageClient.of(this.port).signIn(name));
	}

	/** Somebody at work. */
	private final class Desk {

		private final String name;

		private final PageClient pages;

		Desk(String name, PageClient pages) {
			this.name = name;
			this.pages = pages;
		}

		public String get(String page) {
			return this.pages.send("GET", page, Map.of()).body();
		}

		JsonNode post(String path, String body) {
			byte[] answer = DistrictsIntegrationTests.this.client.mutate()
				.defaultHeaders((headers) -> headers.set("Authorization", TestAccounts.basic(this.name)))
				.build()
				.post()
				.uri(path)
				.contentType(MediaType.APPLICATION_JSON)
				.body(body)
				.exchange()
				.expectStatus()
				.is2xxSuccessful()
				.expectBody(byte[].class)
				.returnResult()
				.getResponseBody();
			return new JsonMapper().readTree(answer);
		}

	}

}
