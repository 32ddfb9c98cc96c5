package org.huiling.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.DeclaredFacts;
import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Small forms of one group of facts, and of one item of a list. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class PartPagesIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private PageClient worker = PageClient.of(0);

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.register(properties);
	}

	@BeforeEach
	void signIn() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("worker");
	}

	private String begun(String facts) {
		return "/people/" + People.as(this.client, People.WORKER)
			.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}" + facts + "}");
	}

	private String open(String path) {
		HttpResponse<String> page = this.worker.send("GET", path, Map.of());
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		return page.body();
	}

	/** Fills the form in as it is shown, and sends it. */
	private HttpResponse<String> send(String path, String... namesAndValues) {
		String etag = open(path).replaceFirst("(?s).*name=\"etag\" value=\"([^\"]*)\".*", "$1").replace("&quot;", "\"");
		List<String> form = new ArrayList<>(List.of("etag", etag, "reason", "核对"));
		form.addAll(List.of(namesAndValues));
		return this.worker.submit(path.replaceFirst("\\?.*", ""), form.toArray(String[]::new));
	}

	private JsonNode recorded(String person) {
		return JSON
			.readTree(this.client.get()
				.uri("/api/v1/applicants/{id}/records?size=100", person.substring("/people/".length()))
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody())
			.path("items")
			.valueStream()
			.reduce((one, other) -> other)
			.orElseThrow();
	}

	@Test
	void aGroupIsChangedAloneWithWhatNoConversationAsksFor() {
		String person = begun(", \"job\": {\"since\": \"1950-01-01\"}");
		assertThat(open(person)).contains(person + "/facts/job", person + "/facts/relatives");
		assertThat(open(person + "/facts/job")).contains("工作单位", "value=\"1950-01-01\"").doesNotContain("入党时间");
		HttpResponse<String> sent = send(person + "/facts/job", "validFrom", "2013-01-01", "job.since", "1950-01-01",
				"job.employer", "示范厂");
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
		assertThat(recorded(person).path("facts"))
			.isEqualTo(JSON.readTree("{\"job\":{\"employer\":\"示范厂\",\"since\":\"1950-01-01\"}}"));
		assertThat(
				send(person + "/facts/job", "validFrom", "2013-02-01", "job.since", "1950-01-01", "job.employer", "示范厂")
					.body())
			.contains("没有任何改动");
	}

	@Test
	void anItemIsAddedAndChangedBesideThoseOnFile() {
		String person = begun("");
		String relatives = person + "/facts/relatives";
		send(relatives, "validFrom", "2013-01-01", "relatives[].id", "1", "relatives[].name", "试例甲",
				"relatives[].birthDate", "1950-02-01", "relatives[].monthlyIncome", "800");
		send(relatives, "validFrom", "2013-01-01", "relatives[].id", "2", "relatives[].name", "试例乙");
		assertThat(open(person)).as("every field of every item").contains("试例甲", "1950-02-01", "800.00", "试例乙");
		assertThat(open(relatives + "?item=0")).contains("value=\"试例甲\"", "value=\"800.00\"")
			.doesNotContain("name=\"relatives[].id\"");
		HttpResponse<String> sent = send(relatives + "?item=0", "item", "0", "validFrom", "2013-02-01",
				"relatives[].id", "7", "relatives[].name", "试例甲", "relatives[].birthDate", "1950-02-01",
				"relatives[].monthlyIncome", "900");
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
		assertThat(open(person)).contains("900.00", "试例乙");
		assertThat(recorded(person).path("facts").path("relatives").findValuesAsString("id"))
			.as("the item that was chosen, whatever is sent")
			.containsExactly("1");
		assertThat(
				send(relatives, "validFrom", "2013-01-01", "relatives[].id", "3", "relatives[].birthDate", "2033-02-01")
					.body())
			.contains("出生日期", "日期在今天之后");
	}

	@Test
	void ofAListThatIsReplacedWholeTheOthersStay() {
		String person = begun(", \"statuses\": [{\"kind\": \"VETERAN\", \"from\": \"1950-01-01\"}]");
		String statuses = person + "/facts/statuses";
		send(statuses, "validFrom", "2013-01-01", "statuses[].kind", "SEVERE_ILLNESS", "statuses[].from", "2013-01-01");
		assertThat(recorded(person).path("facts").path("statuses")).hasSize(2);
		assertThat(open(statuses + "?item=0&end=true")).contains("最后一天");
		HttpResponse<String> ended = send(statuses + "?item=0&end=true", "item", "0", "end", "true", "validFrom",
				"2013-06-30");
		assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
		assertThat(recorded(person).path("facts").path("statuses"))
			.isEqualTo(JSON.readTree("[{\"kind\":\"VETERAN\",\"from\":\"1950-01-01\",\"to\":\"2013-06-30\"},"
					+ "{\"kind\":\"SEVERE_ILLNESS\",\"from\":\"2013-01-01\"}]"));
	}

	@Test
	void programsAreChosenByTheirNames() {
		String person = begun("");
		assertThat(open(person + "/facts/choices")).contains("高龄津贴", "没有。").doesNotContain("还不知道");
		send(person + "/facts/choices", "validFrom", "2013-01-01", "choices[].program", "old-age-allowance",
				"choices[].from", "2013-01-01");
		assertThat(open(person)).contains("高龄津贴 (2013-01-01)");
		assertThat(open(person + "/facts/applications")).contains("还不知道", "登记为没有");
		send(person + "/facts/applications", "validFrom", "2013-01-01", "none", "true");
		assertThat(recorded(person).path("facts").toString()).isEqualTo("{\"applications\":[]}");
	}

	@Test
	void maskedNumbersAreFilledInAnew() {
		String person = begun(
				", \"payee\": {\"kind\": \"BANK\", \"bank\": \"示范银行\", \"account\": \"6217000000000000003\"}");
		assertThat(open(person + "/facts/payee")).contains("********0003", "重新填写").doesNotContain("6217000");
		send(person + "/facts/payee", "validFrom", "2013-01-01", "payee.kind", "CASH");
		assertThat(recorded(person).path("facts").toString()).isEqualTo("{\"payee\":{\"kind\":\"CASH\"}}");
	}

	@Test
	void aCardWhoseCheckDigitDoesNotFitIsAskedAboutBeforeItIsRecorded() {
		String person = begun("");
		String[] typed = { "validFrom", "2013-01-01", "reason", "开户", "payee.kind", "BANK", "payee.bank", "示范银行",
				"payee.account", "6222 0000 1111 2222" };
		HttpResponse<String> asked = this.worker.submit(person + "/facts/payee", typed);
		assertThat(asked.statusCode()).isEqualTo(422);
		assertThat(asked.body()).contains("校验位不符", "还没有登记");
		assertThat(open(person)).doesNotContain("********2222");
		String part = this.worker.send("POST", person + "/facts/payee", fields(typed), "HX-Request", "true").body();
		assertThat(part).contains("name=\"account.compared\"", "form=\"record\"").doesNotContain("11112222");
		assertThat(open(person + "/facts/payee")).contains("id=\"record\"")
			.containsPattern("<noscript><label><input type=\"checkbox\" name=\"account.compared\"");
		Map<String, String> compared = fields(typed);
		compared.put("account.compared", "true");
		assertThat(this.worker.send("POST", person + "/facts/payee", compared).statusCode()).isEqualTo(302);
		assertThat(open(person)).contains("********2222");
	}

	@Test
	void aNewFileWithSuchACardIsAskedAboutToo() {
		HttpResponse<String> asked = this.worker.submit("/people/new", "birthDate", "1933-01-10", "payee.kind", "BANK",
				"payee.bank", "示范银行", "payee.account", "6222000011112222");
		assertThat(asked.statusCode()).isEqualTo(422);
		assertThat(asked.body()).contains("校验位不符");
	}

	private static Map<String, String> fields(String... namesAndValues) {
		Map<String, String> fields = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			fields.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return fields;
	}

	@Test
	void aNewFileAsksForTheItemsOfAList() {
		assertThat(open("/people/new")).contains("name=\"relatives[0].id\"", "name=\"relatives[7].birthDate\"");
		String person = this.worker
			.submit("/people/new", "birthDate", "1933-01-10", "hukou.region", "379901003", "relatives[0].id", "1",
					"relatives[2].id", "3", "relatives[2].name", "试例丙")
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(this.jdbc.sql("select count(*) from applicant_record where applicant = ?")
			.param(UUID.fromString(person.substring("/people/".length())))
			.query(Integer.class)
			.single()).isOne();
		assertThat(recorded(person).path("facts").path("relatives").toString())
			.isEqualTo("[{\"id\":\"1\"},{\"id\":\"3\",\"name\":\"试例丙\"}]");
	}

	@Test
	void whatIsNoGroupAndNoListHasNoForm() {
		String person = begun("");
		assertThat(this.worker.send("GET", person + "/facts/nothing", Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.worker.send("GET", person + "/facts/birthDate", Map.of()).statusCode()).isEqualTo(404);
		assertThat(open(person + "/facts/relatives?item=9")).doesNotContain("name=\"item\"");
	}

	private String wife() {
		return People.as(this.client, People.WORKER)
			.begun("{\"birthDate\": \"1935-05-05\", \"name\": \"试例妻\", \"hukou\": {\"region\": \"379901001\"},"
					+ " \"disability\": {\"grade\": 2, \"category\": \"VISUAL\"}, \"pension\": {\"monthlyAmount\": 7654.32}}");
	}

	private int reads(String person) {
		return this.jdbc.sql("select count(*) from audit_event where action = 'APPLICANT_READ' and subject = ?")
			.param(person)
			.query(Integer.class)
			.single();
	}

	private String number(String person) {
		return JSON
			.readTree(this.client.get()
				.uri("/api/v1/applicants/{id}", person)
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody())
			.path("fileNumber")
			.stringValue();
	}

	@Test
	void aMemberIsFilledInFromTheirOwnFileWhichIsNotedAndNothingIsKept() {
		String person = begun("");
		String wife = wife();
		String number = number(wife);
		int before = reads(wife);
		assertThat(open(person + "/facts/members")).contains("按本人档案填写").doesNotContain("1935-05-05");
		for (String file : List.of(wife, number)) {
			String form = open(person + "/facts/members?file=" + file);
			assertThat(form).contains("value=\"1935-05-05\"", "value=\"试例妻\"", "value=\"" + wife + "\"")
				.containsPattern(
						"value=\"2\"[^>]* selected|value=\"2\"[^>]*checked|name=\"members\\[\\].disabilityGrade\"[^>]*value=\"2\"")
				.doesNotContain("7654");
		}
		assertThat(reads(wife)).isEqualTo(before + 2);
		assertThat(recorded(person).path("facts").has("members")).isFalse();
	}

	@Test
	void aFileElsewhereOrNoneFillsInNothingAndIsToldAlike() {
		String person = begun("");
		String elsewhere = wife();
		String number = number(elsewhere);
		this.jdbc.sql("update applicant_region set region = '110101' where applicant = cast(? as uuid)")
			.param(elsewhere)
			.update();
		int before = reads(elsewhere);
		for (String file : List.of(elsewhere, UUID.randomUUID().toString(), number, "nothing",
				person.substring("/people/".length()))) {
			HttpResponse<String> page = this.worker.send("GET", person + "/facts/members?file=" + file, Map.of());
			assertThat(page.statusCode()).as(file).isEqualTo(422);
			assertThat(page.body()).contains("本地区没有这份档案").doesNotContain("1935");
		}
		assertThat(reads(elsewhere)).isEqualTo(before);
	}

}
