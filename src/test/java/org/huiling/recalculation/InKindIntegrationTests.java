package org.huiling.recalculation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

/** 优待 on every way through the service: answered, decided, noticed, recalculated. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class InKindIntegrationTests {

	private static final String ASKED = "{\"period\": \"2018\", \"programs\": [\"elder-privileges\"]}";

	@Autowired
	RestTestClient client;

	private People people;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
	}

	private String born(String day) {
		return this.people.begun("""
				{"birthDate": "%s", "residence": {"region": "379901003", "since": "2000-01-01"},
				 "hukou": {"region": "379901003", "type": "RURAL"}}""".formatted(day));
	}

	private JsonNode decided(String person) {
		return this.people.post("/api/v1/applicants/" + person + "/decisions", ASKED).body().at("/items/0");
	}

	private String read(String uri) {
		return new String(this.client.get()
			.uri(uri)
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
	}

	@Test
	void anAnswerHasThingsAndNoMoney() {
		JsonNode answer = this.people
			.post("/api/v1/assessments",
					ASKED.replace("}", ", \"explain\": \"FULL\", \"applicantId\": \"" + born("1938-06-01") + "\"}"))
			.is(200)
			.body()
			.at("/assessments/0");
		assertThat(answer.path("outcome").stringValue()).isEqualTo("ELIGIBLE");
		assertThat(answer.path("amount").isNull()).isTrue();
		assertThat(answer.path("inKind").toString()).isEqualTo(
				"""
						{"what":"免费乘车卡","whatEn":"free bus card","quantity":1,"unit":"cards","more":[{"what":"公园年票","whatEn":"yearly park ticket","quantity":1,"unit":"cards"},{"what":"免费体检","whatEn":"free health check","quantity":2,"unit":"visits"}]}""");
		assertThat(answer.at("/why/3/inKind/quantity").intValue()).isEqualTo(1);
		assertThat(answer.at("/why/3/amount").isNull()).isTrue();
	}

	@Test
	void aDecisionKeepsThemAndItsNoticeNamesThem() {
		String person = born("1938-06-01");
		JsonNode decision = decided(person);
		assertThat(decision.path("outcome").stringValue()).isEqualTo("ELIGIBLE");
		assertThat(decision.path("amount").isNull()).isTrue();
		assertThat(decision.at("/inKind/more/1/quantity").intValue()).isEqualTo(2);
		String id = decision.path("id").stringValue();
		JsonNode kept = this.people.get("/api/v1/decisions/" + id).is(200).body();
		assertThat(kept.path("inKind")).isEqualTo(decision.path("inKind"));
		assertThat(kept.at("/why/2/inKind/what").stringValue()).isEqualTo("免费体检");
		assertThat(read("/api/v1/decisions/" + id + "/notice?lang=zh")).contains("本年度 免费乘车卡 1 张、公园年票 1 张、免费体检 2 次")
			.doesNotContain("0.00");
		assertThat(read("/api/v1/decisions/" + id + "/notice?lang=en"))
			.contains("free bus card: 1 card; yearly park ticket: 1 card; free health check: 2 visits for the year");
		assertThat(
				this.people.post("/api/v1/decisions/" + id + "/replay", "").is(200).body().path("same").booleanValue())
			.isTrue();
		assertThat(decided(person).path("id").stringValue()).isEqualTo(id);
	}

	private JsonNode roster(String month) {
		String id = this.runs.operator()
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}")
			.is(201)
			.text("/id");
		return this.runs.operator().get("/api/v1/rosters/" + id).is(200).body();
	}

	private List<String> listed(JsonNode roster, String person) {
		List<String> listed = new ArrayList<>();
		this.runs.operator()
			.get("/api/v1/rosters/" + roster.path("id").stringValue() + "/in-kind?size=200")
			.is(200)
			.body()
			.path("items")
			.forEach((line) -> {
				if (line.path("applicantId").stringValue().equals(person)) {
					listed.add(line.path("kind").stringValue() + " " + line.path("what").stringValue() + " "
							+ line.path("quantity").intValue() + " " + line.path("unit").stringValue());
				}
			});
		return listed;
	}

	@Test
	void aRosterListsThingsOnceAndPaysNothingForThem() {
		String person = born("1938-06-01");
		decided(person);
		JsonNode january = roster("2018-01");
		assertThat(january.path("total").decimalValue()).isEqualByComparingTo("0.00");
		assertThat(january.path("lines").intValue()).isZero();
		assertThat(january.path("sections"))
			.extracting((one) -> one.path("paidTo").stringValue() + " " + one.path("program").stringValue() + " "
					+ one.path("total").isNull() + " " + one.at("/inKind/what").stringValue())
			.contains("PROVIDER elder-privileges true 免费体检", "PROVIDER elder-privileges true 免费乘车卡");
		assertThat(listed(january, person)).containsExactlyInAnyOrder("REGULAR 免费乘车卡 1 cards", "REGULAR 公园年票 1 cards",
				"REGULAR 免费体检 2 visits");
		String id = january.path("id").stringValue();
		assertThat(new String(this.client.get()
			.uri("/api/v1/rosters/" + id + "/in-kind")
			.header(TestCallers.HEADER, "operator;BATCH_OPERATOR;379901")
			.header("Accept", "text/csv")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8)).contains("免费体检,2,visits,PROVIDER");
		People.as(this.client, "paymaster;PAYMASTER;379901").post("/api/v1/rosters/" + id + "/approve", "{}").is(200);
		assertThat(listed(roster("2018-02"), person)).isEmpty();
	}

	@Test
	void aRunFindsWhatChangesAndNothingElse() {
		String person = born("1938-06-01");
		String same = born("1937-06-01");
		decided(person);
		decided(same);
		this.people.recorded(person,
				"{\"validFrom\": \"1938-06-01\", \"facts\": {\"birthDate\": \"1939-06-01\"}, \"reason\": \"corrected\"}");
		String run = this.runs.order("""
				{"jurisdiction": "model-district", "programs": ["elder-privileges"], "from": "2018-01", "to": "2018-12",
				 "mode": "COMMIT", "reason": "corrected"}""").is(202).text("/id");
		this.runs.ended(run);
		JsonNode changes = this.runs.operator().get("/api/v1/recalculations/" + run + "/changes?size=200").body();
		JsonNode change = null;
		for (JsonNode one : changes.path("items")) {
			assertThat(one.path("applicantId").stringValue()).isNotEqualTo(same);
			change = one.path("applicantId").stringValue().equals(person) ? one : change;
		}
		assertThat(change).isNotNull();
		assertThat(change.at("/before/inKind/more/1/quantity").intValue()).isEqualTo(2);
		assertThat(change.at("/after/inKind/more/1/quantity").intValue()).isEqualTo(1);
		assertThat(change.at("/after/amount").isNull()).isTrue();
		assertThat(change.path("difference").decimalValue()).isEqualByComparingTo("0.00");
		assertThat(this.people.get("/api/v1/applicants/" + person + "/decisions").body().path("items").toString())
			.contains("\"quantity\":2", "\"quantity\":1");
	}

}
