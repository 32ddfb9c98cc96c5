package org.huiling.web.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.facts.CivilTime;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** People of a street, of an age, who applied for something. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class SearchPageIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private PageClient worker;

	@BeforeEach
	void account() {
		this.accounts.add("finder", List.of("230803"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("finder");
	}

	@Test
	void peopleAreNarrowedDownByStreetAgeAndProgramAndRegionsHaveNames() {
		begun("试街一", "1933-02-15", "230803001", "");
		begun("试街二", "1943-02-15", "230803002", "");
		begun("试街三", "1933-02-15", "230803002",
				", \"applications\": [{\"program\": \"medical-reimbursement\", \"date\": \"2013-01-15\"}]");
		begun("试街四", "1933-02-15", "230804001", "");
		assertThat(found(Map.of()))
			.contains("试街一", "试街二", "试街三", "黑龙江省佳木斯市向阳区 230803001", "<option value=\"230803002\">黑龙江省佳木斯市向阳区 230803002")
			.doesNotContain("试街四", "230804001");
		assertThat(found(Map.of("region", "230803002"))).contains("试街二", "试街三").doesNotContain("试街一");
		assertThat(found(Map.of("region", "230803002", "program", "medical-reimbursement"))).contains("试街三")
			.doesNotContain("试街一", "试街二");
		int age = LocalDate.now(CivilTime.ZONE).getYear() - 1943;
		assertThat(found(Map.of("ageFrom", Integer.toString(age - 1), "ageTo", Integer.toString(age + 1))))
			.contains("试街二")
			.doesNotContain("试街一", "试街三");
		assertThat(found(Map.of("ageFrom", "", "ageTo", "", "region", ""))).contains("试街一", "试街二", "试街三");
	}

	@Test
	void whoWasGrantedSomethingIsToldFromWhoOnlyAppliedForIt() {
		this.accounts.add("district-finder", List.of("379901007"), "CASE_WORKER");
		PageClient finder = PageClient.of(this.port).signIn("district-finder");
		String applied = ", \"applications\": [{\"program\": \"old-age-allowance\", \"date\": \"2013-01-15\"}]";
		String granted = begun("试批一", "1933-01-10", "379901007", applied);
		begun("试批二", "1933-01-10", "379901007", applied);
		this.client.post()
			.uri("/api/v1/applicants/{id}/decisions", granted)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}")
			.exchange()
			.expectStatus()
			.isCreated();
		assertThat(finder.send("POST", "/people", Map.of("program", "old-age-allowance")).body()).contains("试批一",
				"试批二");
		assertThat(finder.send("POST", "/people", Map.of("program", "old-age-allowance", "granted", "true")).body())
			.contains("试批一")
			.doesNotContain("试批二");
		assertThat(finder.send("POST", "/people", Map.of("program", "living-subsidy", "granted", "true")).body())
			.doesNotContain("试批一", "试批二");
	}

	private String found(Map<String, String> asked) {
		return this.worker.send("POST", "/people", asked).body();
	}

	private String begun(String name, String birthDate, String region, String more) {
		return JSON.readTree(Objects.requireNonNull(this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"name\": \"%s\", \"birthDate\": \"%s\", \"hukou\": {\"region\": \"%s\"}%s}".formatted(name,
					birthDate, region, more))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody())).get("id").asString();
	}

}
