package org.huiling;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.recalculation.Runs;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program over a declared list beside one over claims, with the same ids in both lists:
 * the whole way from the record to what is paid back.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class ProgramOverAListIntegrationTests {

	private static final String VOUCHER = "nursing-voucher";

	private static final String MEDICAL = "medical-reimbursement";

	private static final String MAINTAINER = "maintainer;POLICY_APPROVER;379901";

	private static final String FACTS = """
			{"birthDate": "1938-01-10", "name": "试例甲", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
			 "household": {"size": 2, "monthlyIncome": 1900.00, "dibao": {"type": "NONE"}}, "disability": {"grade": 0},
			 "lifeCheck": {"lastPassed": "2026-01-01"},
			 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000011112222", "name": "试例甲"},
			 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
			 "claims": [{"id": "c1", "date": "2013-06-03", "admitted": "2013-05-28", "kind": "INPATIENT",
			             "hospitalTier": "COUNTY", "totalCost": 12000.00, "eligibleCost": 10000.00}],
			 "nursingBills": [%s]}""";

	private static final String FIRST = bill("c1", "2013-06-03", "200.00");

	private static final String SECOND = bill("b2", "2013-06-10", "300.00");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.registerWithNursingBills(properties);
	}

	@BeforeEach
	void worker() {
		this.people = People.as(this.client, People.WORKER);
	}

	private static String bill(String number, String day, String amount) {
		return "{\"number\": \"" + number + "\", \"day\": \"" + day + "\", \"setting\": \"HOME\", \"amount\": " + amount
				+ ", \"hours\": 8, \"respite\": false}";
	}

	private JsonNode decided(String id, String program) {
		return this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-06\", \"programs\": [\"" + program + "\"]}")
			.is(201)
			.body()
			.get("items");
	}

	private List<String> stands(String id, String program) {
		return this.people.get("/api/v1/applicants/" + id + "/decisions?size=100")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((one) -> one.get("program").stringValue().equals(program))
			.map((one) -> one.get("claim").stringValue() + " " + one.get("period").stringValue() + " "
					+ one.get("outcome").stringValue() + " " + one.get("amount").decimalValue()
					+ (one.get("current").booleanValue() ? "" : " past"))
			.sorted()
			.toList();
	}

	private List<String> lines(Desk desk, JsonNode roster, String id) {
		return desk.lines(roster.get("id").stringValue(), id)
			.stream()
			.map((line) -> line.get("program").stringValue() + " " + line.get("claim").asString() + " "
					+ line.get("period").stringValue() + " " + line.get("amount").decimalValue())
			.sorted()
			.toList();
	}

	private void corrected(String id, String bills) {
		String record = this.people.get("/api/v1/applicants/" + id + "/records").is(200).text("/items/0/id");
		this.people.recorded(id, "{\"validFrom\": \"1938-01-10\", \"facts\": " + FACTS.formatted(bills)
				+ ", \"reason\": \"the bills\", \"corrects\": \"" + record + "\"}");
	}

	@Test
	void itemsAreAnsweredByTheirListAndAskedForByIt() {
		JsonNode answers = this.people.post("/api/v1/assessments",
				"{\"jurisdiction\": \"model-district\", \"period\": \"2013-06\", \"explain\": \"WHY\", \"programs\": [\""
						+ VOUCHER + "\", \"" + MEDICAL + "\"], \"applicant\": "
						+ FACTS.formatted(FIRST
								+ ", {\"number\": \"b9\", \"day\": \"2013-06-30\", \"setting\": \"HOME\", \"hours\": 5}")
						+ "}")
			.is(200)
			.body()
			.get("assessments");
		assertThat(answers.valueStream()
			.map((one) -> one.get("program").stringValue() + " " + one.get("claim").stringValue() + " "
					+ one.get("outcome").stringValue()))
			.containsExactly(MEDICAL + " c1 ELIGIBLE", VOUCHER + " c1 ELIGIBLE", VOUCHER + " b9 NEEDS_INFORMATION");
		assertThat(answers.at("/1/why/0/values").toString()).contains("\"NursingBill.amount\":200.00");
		assertThat(answers.at("/2/missing").toString()).isEqualTo("[\"nursingBills[].amount\"]");
	}

	@Test
	void aBillThatMovesOrIsTakenBackEndsItsDecisionAndNoOther() {
		String id = this.people.begun(FACTS.formatted(FIRST + ", " + SECOND));
		JsonNode decision = decided(id, VOUCHER).get(0);
		decided(id, MEDICAL);
		String medical = stands(id, MEDICAL).get(0);
		assertThat(stands(id, VOUCHER)).containsExactly("b2 2013-06 ELIGIBLE 210.00", "c1 2013-06 ELIGIBLE 140.00");
		assertThat(medical).startsWith("c1 2013-06 ELIGIBLE ");
		Desk desk = Desk.of(this.client);
		JsonNode first = desk.made("2013-06");
		assertThat(lines(desk, first, id)).hasSize(3)
			.contains(VOUCHER + " b2 2013-06 210.00", VOUCHER + " c1 2013-06 140.00");
		desk.discard(first.get("id").stringValue());
		corrected(id, bill("b2", "2013-05-20", "300.00"));
		Runs.as(this.client).completed("COMMIT", "2013-05", "2013-06");
		assertThat(stands(id, VOUCHER)).containsExactly("b2 2013-05 ELIGIBLE 210.00", "b2 2013-06 ELIGIBLE 210.00 past",
				"b2 2013-06 NOT_ELIGIBLE 0.00", "c1 2013-06 ELIGIBLE 140.00 past", "c1 2013-06 NOT_ELIGIBLE 0.00");
		assertThat(stands(id, MEDICAL)).containsExactly(medical);
		JsonNode replay = this.people.post("/api/v1/decisions/" + decision.get("id").stringValue() + "/replay", "")
			.is(200)
			.body();
		assertThat(replay.get("same").booleanValue()).as(replay.toString()).isTrue();
	}

	@Test
	void aListThatBecomesUnknownLeavesItsDecisionsStanding() {
		String id = this.people.begun(FACTS.formatted(FIRST));
		decided(id, VOUCHER);
		this.people.recorded(id,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"nursingBills\": null}, \"reason\": \"the register is asked\"}");
		Runs.as(this.client).completed("COMMIT", "2013-06", "2013-06");
		assertThat(stands(id, VOUCHER)).containsExactly("c1 2013-06 ELIGIBLE 140.00");
	}

	@Test
	void whatIsDoubtfulOfOneListIsNotDoubtfulOfTheOther() {
		String twice = bill("x2", "2013-06-03", "200.00");
		JsonNode begun = this.people.post("/api/v1/applicants", FACTS.formatted(FIRST + ", " + twice)).is(201).body();
		assertThat(begun.get("warnings")
			.valueStream()
			.map((one) -> one.get("code").stringValue() + " " + one.get("field").stringValue()))
			.contains("SAME_ITEM nursingBills[0].day", "SAME_ITEM nursingBills[1].day");
		String id = begun.get("id").stringValue();
		decided(id, MEDICAL);
		String other = this.people.begun(FACTS.formatted(FIRST + ", " + twice));
		decided(other, VOUCHER);
		Desk desk = Desk.of(this.client);
		String roster = desk.made("2013-06").get("id").stringValue();
		List<String> flagged = desk.get(roster, "/flags?size=200")
			.get("items")
			.valueStream()
			.filter((flag) -> flag.get("code").stringValue().equals("SAME_STAY"))
			.map((flag) -> flag.get("applicantId").stringValue())
			.toList();
		assertThat(flagged).contains(other).doesNotContain(id);
		desk.discard(roster);
	}

	@Test
	void noticesAndPagesNameTheList() {
		String id = this.people.begun(FACTS.formatted(FIRST));
		String decision = decided(id, VOUCHER).get(0).get("id").stringValue();
		this.accounts.add("bills", List.of("379901"), "CASE_WORKER");
		PageClient pages = PageClient.of(this.port).signIn("bills");
		assertThat(pages.send("GET", "/decisions/" + decision + "/notice", Map.of()).body())
			.contains("2013 年 6 月的护理账单 c1", "护理小时 8");
		assertThat(pages.send("POST", "/people/" + id + "/assessment", Map.of("period", "2013-06")).body())
			.contains("护理账单 c1", "费用 c1");
	}

	@Test
	void theProgramSaysItsListAndKeepsIt() {
		JsonNode programs = this.people.get("/api/v1/programs?jurisdiction=model-district").is(200).body();
		assertThat(programs.toString()).contains("\"over\":\"nursingBills\"").doesNotContain("\"over\":\"claims\"");
		People maintainer = People.as(this.client, MAINTAINER);
		assertThat(maintainer.send(HttpMethod.PUT, "/api/v1/jurisdictions/model-district/programs/" + VOUCHER,
				program("claims"), (headers) -> {
				})
			.is(409)
			.text("/type")).endsWith("program-fixed");
		JsonNode list = this.people.get("/api/v1/facts/nursingBills").is(200).body();
		assertThat(list.get("usedBy").toString()).contains(VOUCHER);
	}

	private static String program(String over) {
		return "{\"name\": {\"zh\": \"护理补贴\", \"en\": \"Nursing voucher\"}, \"cycle\": \"CLAIM\", \"unit\": \"CNY\", \"order\": 75, \"over\": \""
				+ over + "\"}";
	}

	@ParameterizedTest
	@CsvSource({ "nursingBill, OVER_NO_LIST", "plainNotes, OVER_NO_PATTERN", "longBills, OVER_NO_KEY",
			"openBills, OVER_NO_DAY" })
	void aListThatIsNoneToGoOverIsNotProposed(String list, String code) {
		People maintainer = People.as(this.client, MAINTAINER);
		JsonNode refused = maintainer.send(HttpMethod.PUT,
				"/api/v1/jurisdictions/model-district/programs/other-voucher", program(list), (headers) -> {
				})
			.is(422)
			.body();
		assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("over");
		assertThat(refused.at("/errors/0/code").stringValue()).isEqualTo(code);
	}

}
