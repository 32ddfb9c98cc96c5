package org.huiling.recalculation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 机构: a care home is kept on file, decided about, recalculated, noticed and paid on the
 * way of people, and never mistaken for one.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class OrganisationsIntegrationTests {

	private static final String PROGRAM = "care-home-operation";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, "worker;CASE_WORKER;");
		this.runs = Runs.as(this.client);
	}

	private static String home(String code) {
		return """
				{"subject": "organisation", "creditCode": "%s", "name": "示例松鹤养老院", "region": "379901003", "opened": "2010-05-01",
				 "organisationKind": "CARE_HOME", "homeRating": 2, "beds": {"total": 60},
				 "residents": {"able": 10, "mild": 8, "moderate": 6, "severe": 4, "complete": 2},
				 "payee": {"bank": "示例银行", "account": "37990100000%s", "name": "示例松鹤养老院"}}"""
			.formatted(code, Integer.toString(100000 + code.hashCode() % 1000 + 1000));
	}

	private JsonNode get(String path) {
		return this.people.get(path).is(200).body();
	}

	@Test
	void itsFileIsKeptFoundAndCorrected() {
		String id = this.people.begun(home("52379901MA00000018"));
		JsonNode file = get("/api/v1/applicants/" + id);
		assertThat(file.path("subject").stringValue()).isEqualTo("organisation");
		assertThat(file.path("creditCode").stringValue()).isEqualTo("52379901MA00000018");
		assertThat(file.at("/payee/account").stringValue()).startsWith("****");
		for (String q : new String[] { "52379901ma00000018", "示例松鹤养老院", file.path("fileNumber").stringValue() }) {
			assertThat(get("/api/v1/applicants?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).path("items")).as(q)
				.singleElement()
				.satisfies((one) -> {
					assertThat(one.path("id").stringValue()).isEqualTo(id);
					assertThat(one.path("creditCode").stringValue()).isEqualTo("52379901MA00000018");
					assertThat(one.path("region").stringValue()).isEqualTo("379901003");
				});
		}
		assertThat(this.people.post("/api/v1/applicants", home("52379901MA00000018")).is(409).text("/detail"))
			.contains("机构 " + id);
		this.people.recorded(id,
				"""
						{"validFrom": "2023-06-01", "reason": "核定", "facts": {"residents": {"able": 12, "mild": 8, "moderate": 6, "severe": 4, "complete": 2}}}""");
		assertThat(get("/api/v1/applicants/" + id + "?date=2023-06-01").at("/residents/able").intValue()).isEqualTo(12);
		assertThat(get("/api/v1/applicants/" + id + "?date=2023-05-31").at("/residents/able").intValue()).isEqualTo(10);
		assertThat(get("/api/v1/applicants/" + id + "?date=2000-01-01").path("opened").stringValue())
			.isEqualTo("2010-05-01");
		this.people
			.record(id,
					"{\"validFrom\": \"2023-06-01\", \"reason\": \"x\", \"facts\": {\"hukou\": {\"type\": \"RURAL\"}}}")
			.is(400);
		assertThat(this.people
			.record(id, "{\"validFrom\": \"2023-06-01\", \"reason\": \"x\", \"facts\": {\"subject\": \"person\"}}")
			.is(422)
			.text("/errors/0/code")).isEqualTo("SUBJECT_KEPT");
		assertThat(this.jdbc.sql("select subject from applicant where id = cast(? as uuid)")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("ORGANISATION");
		assertThat(this.jdbc
			.sql("select string_agg(facts::text, '') from applicant_record where applicant = cast(? as uuid)")
			.param(id)
			.query(String.class)
			.single()).contains("52379901MA00000018").doesNotContain("37990100000").doesNotContain("示例银行");
	}

	@Test
	void aHomeMovesToAnotherDistrictAndIsMergedWithAnotherOrganisationAlone() {
		String id = this.people.begun(home("52379901MA0000002B"));
		String person = this.people
			.begun("{\"birthDate\": \"1940-05-05\", \"name\": \"示例甲\", \"hukou\": {\"region\": \"379901003\"}}");
		assertThat(this.people
			.post("/api/v1/applicants/" + id + "/merge", "{\"duplicate\": \"" + person + "\", \"reason\": \"x\"}")
			.is(422)
			.text("/errors/0/code")).isEqualTo("SUBJECT_KEPT");
		String twin = this.people.begun(home("52379901MA0000002B").replaceAll("\"creditCode\": \"[^\"]*\", ", ""));
		this.people
			.post("/api/v1/applicants/" + id + "/merge", "{\"duplicate\": \"" + twin + "\", \"reason\": \"同一机构\"}")
			.is(200);
		this.people.recorded(id,
				"{\"validFrom\": \"2024-01-01\", \"reason\": \"迁址\", \"facts\": {\"region\": \"110105001\"}}");
		People elsewhere = People.as(this.client, "other;CASE_WORKER;110105");
		assertThat(elsewhere.get("/api/v1/applicants/" + id).is(200).body().path("region").stringValue())
			.isEqualTo("110105001");
		assertThat(People.as(this.client, "third;CASE_WORKER;4420").get("/api/v1/applicants/" + id).status())
			.isEqualTo(404);
	}

	@Test
	void whoeverBeginsAFileElsewhereIsToldWhichRegionLiesOutside() {
		JsonNode refused = People.as(this.client, "elsewhere;CASE_WORKER;4420")
			.post("/api/v1/applicants", home("52379901MA0000007T"))
			.is(403)
			.body();
		assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("region");
		assertThat(refused.at("/errors/0/message").stringValue()).isEqualTo("机构所在地不在您的区域内。");
	}

	@Test
	void itIsDecidedRecalculatedNoticedReplayedAndPaid() throws Exception {
		String id = this.people.begun(home("52379901MA0000003E"));
		JsonNode decision = this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2023-03\", \"programs\": [\"" + PROGRAM + "\"]}")
			.is(201)
			.body()
			.at("/items/0");
		assertThat(decision.path("amount").decimalValue()).isEqualByComparingTo("10400.00");
		String decided = decision.path("id").stringValue();
		assertThat(notice(decided, "zh")).contains("机构补助认定通知书", "示例松鹤养老院", "统一社会信用代码：52379901MA0000003E", "贵单位")
			.doesNotContain("身份证");
		assertThat(notice(decided, "en")).contains("Notice of a grant to an organisation",
				"unified social credit code 52379901MA0000003E");
		assertThat(this.people.post("/api/v1/decisions/" + decided + "/replay", "")
			.is(200)
			.body()
			.path("same")
			.booleanValue()).isTrue();
		this.people.recorded(id,
				"{\"validFrom\": \"2023-05-10\", \"reason\": \"停办\", \"facts\": {\"closed\": \"2023-05-10\"}}");
		String run = this.runs
			.order("""
					{"jurisdiction": "model-district", "from": "2023-03", "to": "2023-07", "mode": "COMMIT", "reason": "monthly"}""")
			.is(202)
			.text("/id");
		this.runs.ended(run);
		// thirteen years since the opening are no age
		assertThat(this.runs.operator().get("/api/v1/recalculations/" + run + "/report").is(200).body().path("ages"))
			.isNotEmpty()
			.noneSatisfy((one) -> assertThat(one.path("ages").asString(null)).isEqualTo("0-59"));
		JsonNode stands = get("/api/v1/applicants/" + id + "/decisions").path("items");
		assertThat(stands).allSatisfy((one) -> assertThat(one.path("program").stringValue()).isEqualTo(PROGRAM));
		assertThat(stands)
			.extracting((one) -> one.path("period").stringValue() + " " + one.path("outcome").stringValue() + " "
					+ one.path("amount").decimalValue().toPlainString())
			.contains("2023-03 ELIGIBLE 10400.00", "2023-06 NOT_ELIGIBLE 0.00");
		String roster = this.runs.operator()
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2023-05\"}")
			.is(201)
			.text("/id");
		JsonNode lines = this.runs.operator()
			.get("/api/v1/rosters/" + roster + "/lines?size=200")
			.is(200)
			.body()
			.path("items");
		assertThat(lines).filteredOn((line) -> line.path("applicantId").stringValue().equals(id))
			.extracting((line) -> line.path("period").stringValue() + " " + line.path("paidTo").stringValue() + " "
					+ line.path("amount").decimalValue().toPlainString())
			.containsExactlyInAnyOrder("2023-03 ORGANISATION 10400.00", "2023-04 ORGANISATION 10400.00",
					"2023-05 ORGANISATION 10400.00");
		JsonNode sections = this.runs.operator().get("/api/v1/rosters/" + roster).is(200).body().path("sections");
		assertThat(sections).anySatisfy((one) -> {
			assertThat(one.path("paidTo").stringValue()).isEqualTo("ORGANISATION");
			assertThat(one.path("program").stringValue()).isEqualTo(PROGRAM);
		});
		JsonNode transfers = this.runs.operator()
			.get("/api/v1/rosters/" + roster + "/transfers")
			.is(200)
			.body()
			.path("items");
		assertThat(transfers).anySatisfy((one) -> {
			assertThat(one.path("paidTo").stringValue()).isEqualTo("ORGANISATION");
			assertThat(one.path("amount").decimalValue()).isEqualByComparingTo("31200.00");
			assertThat(one.path("payee").toString()).contains("示例松鹤养老院");
		});
	}

	private String notice(String decision, String language) {
		byte[] page = this.client.get()
			.uri("/api/v1/decisions/" + decision + "/notice?lang=" + language)
			.header(TestCallers.HEADER, "worker;CASE_WORKER;")
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new String(page, StandardCharsets.UTF_8);
	}

	@Test
	void aListOfOrganisationsHasColumnsOfItsOwn() {
		String template = text("/api/v1/applicants/import/template?subject=organisation");
		assertThat(template).contains("统一社会信用代码", "机构名称", "开业日期", "完全失能人数").doesNotContain("身份证号码", "户籍");
		assertThat(text("/api/v1/applicants/import/template")).contains("身份证号码").doesNotContain("统一社会信用代码");
		String table = "统一社会信用代码,机构名称,机构所在地,开业日期,机构类别,机构等级,能力完好人数,轻度失能人数,中度失能人数,重度失能人数,完全失能人数\n";
		JsonNode answer = imported("", table + "52379901MA0000004H,示例一院,379901004,2012-03-01,养老机构,三级,5,4,3,2,1\n"
				+ "52379901MA0000004J,示例二院,379901004,2012-03-01,养老机构,三级,5,4,3,2,1\n");
		assertThat(answer.path("accepted").intValue()).isEqualTo(1);
		assertThat(answer.path("refused").intValue()).isEqualTo(1);
		assertThat(answer.at("/lines/0/code").stringValue()).isEqualTo("CREDIT_CODE_CHECK");
		JsonNode found = get("/api/v1/applicants?q=52379901MA0000004H").at("/items/0");
		assertThat(found.path("subject").stringValue()).isEqualTo("organisation");
		assertThat(imported("?mode=UPDATE&dryRun=true&validFrom=2023-07-01", "统一社会信用代码,能力完好人数\n52379901MA0000004H,6\n")
			.at("/changes/0/residentId")
			.stringValue()).isEqualTo("52379901MA0000004H");
		JsonNode updated = imported("?mode=UPDATE&validFrom=2023-07-01", "统一社会信用代码,能力完好人数\n52379901MA0000004H,6\n");
		assertThat(updated.path("updated").intValue()).isEqualTo(1);
		assertThat(
				get("/api/v1/applicants/" + found.path("id").stringValue() + "?date=2023-07-01").at("/residents/able")
					.intValue())
			.isEqualTo(6);
	}

	private JsonNode imported(String query, String table) {
		return tools.jackson.databind.json.JsonMapper.shared()
			.readTree(this.client.post()
				.uri("/api/v1/applicants/import" + query)
				.header(TestCallers.HEADER, "worker;CASE_WORKER;")
				.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
				.body(table.getBytes(StandardCharsets.UTF_8))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(byte[].class)
				.returnResult()
				.getResponseBody());
	}

	private String text(String path) {
		byte[] body = this.client.get()
			.uri(path)
			.header(TestCallers.HEADER, "worker;CASE_WORKER;")
			.header("Accept-Language", "zh")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new String(body, StandardCharsets.UTF_8);
	}

}
