package org.huiling.web.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who somebody is, put right; two files made one; what is still to be known. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class FileFormsIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String ID = "379901193302158016";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private PageClient worker;

	@BeforeEach
	void account() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("worker");
	}

	@Test
	void aNameRecordedWronglyIsPutRightInTheFirstRecordAndTheNumberStays() {
		String person = begun("{\"birthDate\": \"1933-02-15\", \"name\": \"试例一\", \"residentId\": \"" + ID
				+ "\", \"hukou\": {\"region\": \"379901003\"}}");
		assertThat(get("/people/" + person + "/identity")).contains("value=\"试例一\"", "379901************")
			.doesNotContain(ID);
		assertThat(send(person, "identity",
				Map.of("kind", "WRONG", "name", "试例壹", "birthDate", "1933-02-15", "reason", "核对身份证原件")))
			.isEqualTo(302);
		JsonNode facts = json("/api/v1/applicants/" + person + "?date=1933-02-15");
		assertThat(facts.path("name").asString()).isEqualTo("试例壹");
		assertThat(facts.at("/hukou/region").asString()).isEqualTo("379901003");
		JsonNode records = json("/api/v1/applicants/" + person + "/records").path("items");
		assertThat(records).hasSize(2);
		assertThat(records.get(1).path("corrects")).isEqualTo(records.get(0).path("id"));
		assertThat(this.worker.send("POST", "/people", Map.of("q", ID)).body()).contains("试例壹");
		assertThat(send(person, "identity", Map.of("kind", "WRONG", "name", "试例壹", "reason", "x"))).isEqualTo(422);
	}

	@Test
	void aBirthDateThatWasWrongMovesTheBeginningOfTheFile() {
		String person = begun("{\"birthDate\": \"1934-02-15\", \"name\": \"试例二\"}");
		assertThat(send(person, "identity",
				Map.of("kind", "WRONG", "name", "试例二", "birthDate", "1933-02-15", "reason", "户口簿")))
			.isEqualTo(302);
		JsonNode records = json("/api/v1/applicants/" + person + "/records").path("items");
		assertThat(records.get(1).path("validFrom").asString()).isEqualTo("1933-02-15");
		assertThat(json("/api/v1/applicants/" + person + "?date=1933-03-01").path("name").asString()).isEqualTo("试例二");
	}

	@Test
	void aNameThatChangedHoldsFromItsDayOn() {
		String person = begun("{\"birthDate\": \"1933-02-15\", \"name\": \"试例三\"}");
		assertThat(send(person, "identity",
				Map.of("kind", "SINCE", "validFrom", "2013-05-01", "name", "试例叁", "reason", "改名")))
			.isEqualTo(302);
		assertThat(json("/api/v1/applicants/" + person + "?date=2013-04-30").path("name").asString()).isEqualTo("试例三");
		assertThat(json("/api/v1/applicants/" + person + "?date=2013-05-01").path("name").asString()).isEqualTo("试例叁");
		assertThat(send(person, "identity", Map.of("kind", "SINCE", "name", "试例四", "reason", "x"))).isIn(400, 422);
	}

	@Test
	void theFirstRecordIsCorrectedAsAnyOther() {
		String person = begun(
				"{\"birthDate\": \"1933-02-15\", \"name\": \"试例五\", \"residentId\": \"379901193302158024\","
						+ " \"hukou\": {\"region\": \"379901003\"}, \"careLevel\": 3}");
		String first = json("/api/v1/applicants/" + person + "/records").at("/items/0/id").asString();
		assertThat(get("/people/" + person)).contains("/change?corrects=" + first);
		assertThat(get("/people/" + person + "/change?corrects=" + first)).doesNotContain("379901193302158024");
		assertThat(send(person, "change", Map.of("corrects", first, "validFrom", "1933-02-15", "reason", "评估更正",
				"birthDate", "1933-02-15", "hukou.region", "379901003", "careLevel", "2")))
			.isEqualTo(302);
		JsonNode facts = json("/api/v1/applicants/" + person);
		assertThat(facts.path("careLevel").asInt()).isEqualTo(2);
		assertThat(facts.path("name").asString()).isEqualTo("试例五");
		assertThat(facts.path("residentId").asString()).isEqualTo("379901************");
	}

	@Test
	void twoFilesOfOnePersonAreComparedAndMadeOne() {
		String person = begun("{\"birthDate\": \"1933-02-15\", \"name\": \"试例六\"}");
		String other = begun("{\"birthDate\": \"1933-02-15\", \"name\": \"试例六\", \"careLevel\": 1}");
		String number = json("/api/v1/applicants/" + other).path("fileNumber").asString();
		String own = json("/api/v1/applicants/" + person).path("fileNumber").asString();
		assertThat(get("/people/" + person + "/merge?other=" + own)).contains("没有这个编号的档案，或者就是这一份");
		assertThat(get("/people/" + person + "/merge?other=" + number)).contains("失能等级", "不一致", other);
		assertThat(send(person, "merge", Map.of("duplicate", other, "reason", ""))).isEqualTo(400);
		assertThat(send(person, "merge", Map.of("duplicate", other, "reason", "同一人两次登记"))).isEqualTo(302);
		assertThat(json("/api/v1/applicants/" + person).path("careLevel").asInt()).isEqualTo(1);
		assertThat(this.worker.send("GET", "/people/" + other, Map.of()).statusCode()).isEqualTo(410);
	}

	@Test
	void whatIsStillUnknownForWhatWasAppliedForIsLinkedWithItsForm() {
		String person = begun(
				"{\"birthDate\": \"1933-02-15\", \"name\": \"试例七\", \"hukou\": {\"region\": \"379901003\"},"
						+ " \"applications\": [{\"program\": \"low-income-top-up\", \"date\": \"2013-01-15\"}]}");
		assertThat(get("/people/" + person + "/missing")).contains("低保老年人增发", "/people/" + person + "/facts/household")
			.doesNotContain("household.dibao", "高龄津贴");
		assertThat(get("/people/" + begun("{\"birthDate\": \"1933-02-15\"}") + "/missing")).contains("还没有登记申请了哪些项目");
	}

	@Test
	void aFileBegunFromADayOnKnowsWhoAndWhereFromBirthAndTheRestSinceThen() {
		String person = Objects
			.requireNonNull(
					this.worker
						.submit("/people/new", "name", "试例八", "birthDate", "1933-02-15", "hukou.region", "379901003",
								"careLevel", "2", "validFrom", "2013-06-01")
						.headers()
						.firstValue("Location")
						.orElseThrow())
			.replaceAll(".*/", "");
		JsonNode before = json("/api/v1/applicants/" + person + "?date=2013-05-31");
		assertThat(before.at("/hukou/region").asString()).isEqualTo("379901003");
		assertThat(before.has("careLevel")).isFalse();
		assertThat(json("/api/v1/applicants/" + person + "?date=2013-06-01").path("careLevel").asInt()).isEqualTo(2);
	}

	@Test
	void theQuickCheckAnswersAClaimAndItsAnswersBeginAFile() {
		Map<String, String> answers = Map.ofEntries(Map.entry("birthDate", "1943-02-15"),
				Map.entry("period", "2013-07"), Map.entry("jurisdiction", "model-district"),
				Map.entry("asked", "hukou.region"), Map.entry("hukou.region", "379901003"),
				Map.entry("claims[0].id", "c1"), Map.entry("claims[0].kind", "INPATIENT"),
				Map.entry("claims[0].date", "2013-07-10"), Map.entry("claims[0].hospitalTier", "COUNTY"),
				Map.entry("claims[0].eligibleCost", "8181.53"));
		assertThat(this.worker.send("POST", "/check", answers).body()).contains("老年人医疗报销", "费用 c1");
		assertThat(this.worker.send("POST", "/people/new/answers", answers).body()).contains("value=\"1943-02-15\"",
				"value=\"379901003\"", "value=\"8181.53\"", "已带入快速测算中的回答",
				"name=\"validFrom\" class=\"short\" value=\"2013-07-01\"");
	}

	@Test
	void nobodyElseReachesTheForms() {
		String person = begun(
				"{\"birthDate\": \"1933-02-15\", \"name\": \"试例九\", \"hukou\": {\"region\": \"379901003\"}}");
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		PageClient stranger = PageClient.of(this.port).signIn("stranger");
		for (String form : List.of("identity", "merge", "missing")) {
			assertThat(stranger.send("GET", "/people/" + person + "/" + form, Map.of()).statusCode()).as(form)
				.isEqualTo(404);
		}
		assertThat(stranger
			.send("POST", "/people/" + person + "/identity", Map.of("kind", "WRONG", "name", "别人", "reason", "x"))
			.statusCode()).isEqualTo(404);
		assertThat(stranger
			.send("POST", "/people/" + person + "/merge",
					Map.of("duplicate", begun("{\"birthDate\": \"1933-02-15\"}"), "reason", "x"))
			.statusCode()).isEqualTo(404);
	}

	private int send(String person, String form, Map<String, String> typed) {
		return this.worker.send("POST", "/people/" + person + "/" + form, typed).statusCode();
	}

	private String get(String path) {
		return this.worker.send("GET", path, Map.of()).body();
	}

	private JsonNode json(String path) {
		return JSON.readTree(Objects.requireNonNull(this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody()));
	}

	private String begun(String facts) {
		return JSON.readTree(Objects.requireNonNull(this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body(facts.contains("hukou") ? facts : "{\"hukou\": {\"region\": \"379901003\"}, " + facts.substring(1))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody())).get("id").asString();
	}

}
