package org.huiling.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.DeclaredFacts;
import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages ask for and show facts that one more fact file declares, in its words. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class DeclaredFactsOnPagesIntegrationTests {

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.register(properties);
	}

	private PageClient worker() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		return PageClient.of(this.port).signIn("worker");
	}

	@Test
	void whatNoPolicyReadsWaitsBehindMore() {
		String form = worker().send("GET", "/people/new", Map.of()).body();
		String more = form.substring(form.indexOf("<details>"));
		assertThat(more).contains("name=\"joinedParty\"", "name=\"marital\"").doesNotContain("name=\"hukou.region\"");
		assertThat(form.indexOf("name=\"hukou.region\"")).isPositive();
	}

	@Test
	void whatAFormDoesNotAskOfAGroupStaysAsItWas() {
		PageClient worker = worker();
		String id = People.as(this.client, People.WORKER)
			.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}, "
					+ "\"job\": {\"employer\": \"示范厂\", \"since\": \"1950-01-01\"}}");
		String person = "/people/" + id;
		String form = worker.send("GET", person + "/change", Map.of()).body();
		assertThat(form).contains("value=\"1950-01-01\"");
		String etag = form.replaceFirst("(?s).*name=\"etag\" value=\"([^\"]*)\".*", "$1").replace("&quot;", "\"");
		worker.send("POST", person + "/change", Map.of("etag", etag, "validFrom", "2013-01-01", "reason", "核对",
				"birthDate", "1933-01-10", "hukou.region", "379901003", "job.since", "1951-02-03"));
		String recorded = this.jdbc
			.sql("select facts::text from applicant_record where applicant = ? order by recorded_at desc limit 1")
			.param(UUID.fromString(id))
			.query(String.class)
			.single();
		assertThat(recorded).contains("1951-02-03", "示范厂");
	}

	@Test
	void whatWasNotTouchedIsKeptAndSeveralCodesHaveTheirWords() {
		PageClient worker = worker();
		String id = People.as(this.client, People.WORKER)
			.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}, \"rank\": 4, "
					+ "\"aids\": [\"CANE\", \"CHAIR\"]}");
		String person = "/people/" + id;
		assertThat(worker.send("GET", person, Map.of()).body()).contains("手杖; 轮椅", ">4<");
		String form = worker.send("GET", person + "/change", Map.of()).body();
		String etag = form.replaceFirst("(?s).*name=\"etag\" value=\"([^\"]*)\".*", "$1").replace("&quot;", "\"");
		assertThat(form).contains("value=\"CANE\" checked", "手杖", "都没有").doesNotContain("value=\"[]\" checked");
		worker.submit(person + "/change", "etag", etag, "validFrom", "2013-01-01", "reason", "核对", "birthDate",
				"1933-01-10", "hukou.region", "379901003", "rank", "4", "aids", "CANE", "aids", "CHAIR", "joinedParty",
				"1960-07-01");
		String recorded = this.jdbc
			.sql("select facts::text from applicant_record where applicant = ? order by recorded_at desc limit 1")
			.param(UUID.fromString(id))
			.query(String.class)
			.single();
		assertThat(recorded).contains("1960-07-01").doesNotContain("rank", "aids");
	}

	@Test
	void severalCodesAreTickedOrNoneOfThem() {
		PageClient worker = worker();
		String person = begun(worker, "aids", "CHAIR", "aids", "CANE");
		assertThat(worker.send("GET", person, Map.of()).body()).contains("手杖; 轮椅");
		String none = begun(worker, "aids", "[]");
		assertThat(worker.send("GET", none + "/change", Map.of()).body()).contains("value=\"[]\" checked");
		assertThat(this.jdbc.sql("select facts -> 'aids' = '[]'::jsonb from applicant_record where applicant = ?")
			.param(UUID.fromString(none.substring("/people/".length())))
			.query(Boolean.class)
			.single()).isTrue();
	}

	private static String begun(PageClient worker, String... more) {
		List<String> form = new ArrayList<>(List.of("birthDate", "1933-01-10", "hukou.region", "379901003"));
		form.addAll(List.of(more));
		return worker.submit("/people/new", form.toArray(String[]::new)).headers().firstValue("Location").orElseThrow();
	}

	@Test
	void areAskedForRecordedAndShown() {
		PageClient worker = worker();
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
		String together = worker
			.send("POST", "/people/new", Map.of("birthDate", "1933-01-10", "hukou.region", "379901003", "marital",
					"SINGLE", "partySubsidy", "5001"))
			.body();
		assertThat(together).contains("未婚的补助不超过五千元（婚姻状况）").doesNotContain("marital");
	}

}
