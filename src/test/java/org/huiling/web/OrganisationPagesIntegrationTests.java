package org.huiling.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of organisations, which are none of people. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class OrganisationPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@BeforeEach
	void account() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
	}

	private String page(String path) {
		return PageClient.of(this.port).signIn("worker").send("GET", path, Map.of()).body();
	}

	@Test
	void anOrganisationsPageSaysWhatItIsAndNobodyElseIsAskedForItsPrograms() {
		String id = People.as(this.client, People.WORKER)
			.begun("""
					{"subject": "organisation", "creditCode": "52379901MA0000005L", "name": "示例长青养老院", "region": "379901003",
					 "opened": "2010-05-01", "organisationKind": "CARE_HOME", "homeRating": 2, "beds": {"total": 60},
					 "residents": {"able": 10, "mild": 8, "moderate": 6, "severe": 4, "complete": 2}}""");
		assertThat(page("/people/" + id))
			.contains("52379901MA0000005L", "2010-05-01 开业", "完全失能人数", "机构等级", "二级", "养老机构")
			.contains("/people/" + id + "/change", "/facts/residents", "/facts/payee")
			.doesNotContain("residents.complete", "/facts/household");
		assertThat(page("/people/new")).contains("高龄津贴").doesNotContain("养老机构运营补贴");
	}

	private PageClient worker() {
		return PageClient.of(this.port).signIn("worker");
	}

	private static String etag(String page) {
		return page.replaceFirst("(?s).*name=\"etag\" value=\"([^\"]*)\".*", "$1").replace("&quot;", "\"");
	}

	/**
	 * Begun, changed, asked what if and given a part, by forms made of what is declared.
	 */
	@Test
	void aFormBeginsAndChangesAnOrganisation() {
		PageClient worker = worker();
		assertThat(worker.send("GET", "/people", Map.of()).body()).contains("/people/new?subject=organisation");
		String form = worker.send("GET", "/people/new?subject=organisation", Map.of()).body();
		assertThat(form)
			.contains("新建机构档案", "name=\"creditCode\"", "name=\"opened\"", "name=\"beds.building\"",
					"name=\"residents.complete\"", "养老机构运营补贴")
			.doesNotContain("name=\"birthDate\"", "name=\"residentId\"", "高龄津贴", "name=\"household.size\"");
		String at = worker
			.submit("/people/new", "subject", "organisation", "name", "示例桂花养老院", "creditCode", "52379901MA0000008X",
					"opened", "2012-03-01", "region", "379901003", "organisationKind", "CARE_HOME", "homeRating", "3",
					"residents.able", "10", "residents.mild", "8", "residents.moderate", "6", "residents.severe", "4",
					"residents.complete", "2", "beds.total", "60", "application.care-home-operation", "2023-01-05")
			.headers()
			.firstValue("Location")
			.orElseThrow();
		String id = at.substring(at.lastIndexOf('/') + 1);
		JsonNode begun = People.as(this.client, People.WORKER).get("/api/v1/applicants/" + id).is(200).body();
		assertThat(begun.path("subject").stringValue()).isEqualTo("organisation");
		assertThat(begun.path("creditCode").stringValue()).isEqualTo("52379901MA0000008X");
		assertThat(begun.at("/residents/severe").intValue()).isEqualTo(4);
		assertThat(begun.at("/applications/0/program").stringValue()).isEqualTo("care-home-operation");

		String change = worker.send("GET", at + "/change", Map.of()).body();
		assertThat(change).contains("value=\"2012-03-01\"").doesNotContain("birthDate");
		String[] known = { "opened", "2012-03-01", "region", "379901003", "organisationKind", "CARE_HOME",
				"residents.able", "10", "residents.mild", "8", "residents.moderate", "6", "residents.complete", "2",
				"beds.total", "60", "application.care-home-operation", "2023-01-05" };
		List<String> changed = new ArrayList<>(List.of(known));
		changed.addAll(List.of("homeRating", "4", "residents.severe", "5"));
		List<String> asked = new ArrayList<>(changed);
		asked.addAll(List.of("period", "2023-03"));
		// 30 × 200 and 50, 100 and 200 % of it for 8, 6 and 6 residents, by 105 and then
		// 110 %
		assertThat(worker.submit(at + "/what-if", asked.toArray(String[]::new)).body()).contains("10,920.00",
				"12,100.00");
		changed.addAll(List.of("validFrom", "2023-06-01", "reason", "核定", "etag", etag(change)));
		assertThat(worker.submit(at + "/change", changed.toArray(String[]::new)).statusCode()).isEqualTo(302);
		JsonNode after = People.as(this.client, People.WORKER)
			.get("/api/v1/applicants/" + id + "?date=2023-06-01")
			.is(200)
			.body();
		assertThat(after.path("homeRating").intValue()).isEqualTo(4);
		assertThat(after.at("/residents/severe").intValue()).isEqualTo(5);
		assertThat(after.at("/residents/able").intValue()).isEqualTo(10);

		String part = worker.send("GET", at + "/facts/payee", Map.of()).body();
		assertThat(part).contains("name=\"payee.bank\"").doesNotContain("name=\"payee.kind\"");
		assertThat(worker
			.submit(at + "/facts/payee", "validFrom", "2023-06-01", "reason", "登记", "payee.bank", "示例银行",
					"payee.account", "379901000001234", "payee.name", "示例桂花养老院", "etag", etag(part))
			.statusCode()).isEqualTo(302);
		assertThat(worker.send("GET", at + "/facts/household", Map.of()).statusCode()).isEqualTo(404);
		assertThat(worker.send("GET", at, Map.of()).body()).contains("示例银行");
	}

}
