package org.huiling.recalculation;

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
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 层级: a program of the nation is assessed, decided, recalculated and paid where people
 * belong, once, and everybody is told whose it is.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class LayersIntegrationTests {

	private static final String VOUCHER = "elder-care-subsidy";

	private static final String ASKED = "{\"period\": \"2026-03\", \"programs\": [\"" + VOUCHER + "\"]}";

	@Autowired
	RestTestClient client;

	private People people;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, "worker;CASE_WORKER;");
		this.runs = Runs.as(this.client);
	}

	private static String person(String region) {
		return """
				{"birthDate": "1950-05-05", "hukou": {"region": "%s", "type": "URBAN"}, "careLevel": 2, "statuses": [],
				 "careBills": [{"id": "b1", "date": "2026-03-05", "setting": "HOME", "price": 1000.00, "insurancePaid": 0}]}"""
			.formatted(region);
	}

	private JsonNode assessed(String region, String asked) {
		return this.people.post("/api/v1/assessments", asked.replace("}", ", \"applicant\": " + person(region) + "}"))
			.is(200)
			.body();
	}

	@Test
	void everyDistrictAssessesTheNationsProgram() {
		for (String region : new String[] { "379901003", "110105001", "442000001" }) {
			JsonNode answer = assessed(region, ASKED).at("/assessments/0");
			assertThat(answer.path("amount").decimalValue()).as(region).isEqualByComparingTo("500.00");
			assertThat(answer.path("owner").toString())
				.isEqualTo("{\"jurisdiction\":\"china\",\"name\":\"全国\",\"nameEn\":\"The nation\"}");
		}
		JsonNode all = assessed("379901003", "{\"period\": \"2026-03\"}").path("assessments");
		assertThat(all).filteredOn((one) -> one.has("owner"))
			.extracting((one) -> one.path("program").stringValue())
			.containsExactly(VOUCHER);
		assertThat(all.size()).isGreaterThan(5);
	}

	@Test
	void nobodyBelongsToTheNationAlone() {
		this.people.post("/api/v1/assessments", ASKED.replace("}", ", \"applicant\": " + person("990000001") + "}"))
			.is(422);
	}

	@Test
	void itIsDecidedNoticedAndPaidWhereThePersonBelongs() {
		String person = this.people.begun(person("379901003"));
		JsonNode decision = this.people.post("/api/v1/applicants/" + person + "/decisions", ASKED)
			.is(201)
			.body()
			.at("/items/0");
		assertThat(decision.path("jurisdiction").stringValue()).isEqualTo("model-district");
		assertThat(decision.at("/owner/jurisdiction").stringValue()).isEqualTo("china");
		String id = decision.path("id").stringValue();
		byte[] notice = this.client.get()
			.uri("/api/v1/decisions/" + id + "/notice?lang=zh")
			.header(TestCallers.HEADER, "worker;CASE_WORKER;")
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new String(notice, StandardCharsets.UTF_8)).contains("本项待遇依据全国的规定，由本地认定和发放。");
		assertThat(
				this.people.post("/api/v1/decisions/" + id + "/replay", "").is(200).body().path("same").booleanValue())
			.isTrue();
		String run = this.runs
			.order("""
					{"jurisdiction": "model-district", "programs": ["elder-care-subsidy"], "from": "2026-03", "to": "2026-04",
					 "mode": "COMMIT", "reason": "monthly"}""")
			.is(202)
			.text("/id");
		this.runs.ended(run);
		String nation = this.people.get("/api/v1/applicants/" + person + "/decisions").body().path("items").toString();
		assertThat(nation).contains("\"period\":\"2026-04\"")
			.doesNotContain("\"jurisdiction\":\"china\",\"applicantId\"");
		JsonNode lines = this.runs.operator()
			.get("/api/v1/rosters/" + this.runs.operator()
				.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2026-03\"}")
				.is(201)
				.text("/id") + "/lines?size=200")
			.is(200)
			.body()
			.path("items");
		assertThat(lines).filteredOn((line) -> line.path("applicantId").stringValue().equals(person))
			.extracting((line) -> line.path("program").stringValue() + " " + line.path("paidTo").stringValue() + " "
					+ line.path("amount").decimalValue().toPlainString())
			.containsExactly(VOUCHER + " PROVIDER 500.00");
	}

	private static String bill(String id, String day, String price) {
		return "{\"id\": \"" + id + "\", \"date\": \"" + day + "\", \"setting\": \"HOME\", \"insurancePaid\": 0"
				+ (price.isEmpty() ? "" : ", \"price\": " + price) + "}";
	}

	private static String billed(String region, String... bills) {
		return person(region).replaceAll("\"careBills\": \\[.*]", "\"careBills\": [" + String.join(", ", bills) + "]");
	}

	private String stands(String person) {
		StringBuilder stands = new StringBuilder();
		this.people.get("/api/v1/applicants/" + person + "/decisions")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.filter((one) -> VOUCHER.equals(one.path("program").stringValue()))
			.map((one) -> one.path("jurisdiction").stringValue() + " " + one.path("period").stringValue() + " "
					+ one.path("until").asString("") + " " + one.path("outcome").stringValue() + " "
					+ one.path("amount").decimalValue())
			.sorted()
			.forEach((one) -> stands.append(one).append('\n'));
		return stands.toString();
	}

	private void run(String jurisdiction, String from, String to) throws InterruptedException {
		this.runs.ended(this.runs.order("""
				{"jurisdiction": "%s", "programs": ["elder-care-subsidy"], "from": "%s", "to": "%s",
				 "mode": "COMMIT", "reason": "monthly"}""".formatted(jurisdiction, from, to)).is(202).text("/id"));
	}

	/** A month's bills are paid for that month; the next has its own. */
	@Test
	void whatIsAddedUpOfAMonthIsDecidedForThatMonthAlone() throws InterruptedException {
		String person = this.people.begun(billed("379901003", bill("b1", "2026-05-05", "1000.00"),
				bill("b2", "2026-07-05", "600.00"), bill("b3", "2026-08-05", "")));
		this.people.post("/api/v1/applicants/" + person + "/decisions", ASKED.replace("2026-03", "2026-05")).is(201);
		assertThat(stands(person)).isEqualTo("""
				model-district 2026-05 2026-05 ELIGIBLE 500.00
				model-district 2026-06  NOT_ELIGIBLE 0.00
				""");
		run("model-district", "2026-05", "2026-08");
		assertThat(stands(person)).isEqualTo("""
				model-district 2026-05 2026-05 ELIGIBLE 500.00
				model-district 2026-06 2026-06 NOT_ELIGIBLE 0.00
				model-district 2026-07 2026-07 ELIGIBLE 300.00
				model-district 2026-08  NOT_ELIGIBLE 0.00
				""");
		this.people.post("/api/v1/applicants/" + person + "/decisions", ASKED.replace("2026-03", "2026-08")).is(422);
	}

	/**
	 * Whoever encloses a jurisdiction, or is another one, decides nothing for its people.
	 */
	@Test
	void itIsDecidedWhereTheHukouLiesAndNowhereElse() throws InterruptedException {
		String person = this.people
			.begun(billed("379901003", bill("b1", "2026-05-05", "1000.00"), bill("b2", "2026-07-05", "600.00")));
		String decide = "/api/v1/applicants/" + person + "/decisions";
		assertThat(this.people
			.post(decide, ASKED.replace("2026-03", "2026-05").replace("{", "{\"jurisdiction\": \"china\", "))
			.is(409)
			.text("/detail")).contains("model-district");
		JsonNode elsewhere = this.people
			.post(decide, ASKED.replace("2026-03", "2026-05").replace("{", "{\"jurisdiction\": \"beijing\", "))
			.is(201)
			.body()
			.at("/items/0");
		assertThat(elsewhere.path("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		JsonNode asked = assessed("379901003", ASKED.replace("{", "{\"jurisdiction\": \"beijing\", "))
			.at("/assessments/0");
		assertThat(asked.path("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(asked.at("/warnings/0/code").stringValue()).isEqualTo("HUKOU_ELSEWHERE");
		this.people.post(decide, ASKED.replace("2026-03", "2026-07")).is(201);
		this.people.recorded(person,
				"{\"validFrom\": \"2026-06-15\", \"reason\": \"moved\", \"facts\": {\"hukou\": {\"region\": \"110105001\"}}}");
		run("model-district", "2026-05", "2026-07");
		this.people.post(decide, ASKED.replace("2026-03", "2026-07")).is(201);
		assertThat(stands(person)).contains("model-district 2026-05 2026-05 ELIGIBLE 500.00")
			.contains("beijing 2026-07 2026-07 ELIGIBLE 300.00");
		assertThat(stands(person)).contains("model-district 2026-07 2026-07 NOT_ELIGIBLE 0.00");
	}

	/** The district edits its own programs alone. */
	@Test
	void onlyItsOwnerEditsIt() {
		People editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		assertThat(editor.post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "elder-care-subsidy", "effectiveFrom": "2027-01-01",
				 "title": {"zh": "试", "en": "x"}}""").status()).isIn(404, 422);
		assertThat(editor.post("/api/v1/drafts", """
				{"jurisdiction": "china", "program": "elder-care-subsidy", "effectiveFrom": "2027-01-01",
				 "title": {"zh": "试", "en": "x"}}""").status()).isEqualTo(403);
	}

}
