package org.huiling.payment.roster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.huiling.HuilingTest;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.policy.TinyRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A street that was carved out of its county pays its people, and the county no longer
 * does.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class NestedJurisdictionsIntegrationTests {

	@Autowired
	RestTestClient client;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("county", "379901")
			.jurisdiction("street", "379901003")
			.program("county", "allowance", 10)
			.program("street", "allowance", 10)
			.jurisdiction("shire", "379902")
			.jurisdiction("lane", "379902003")
			.program("shire", "allowance", 10)
			.program("lane", "allowance", 10)
			.version("shire/allowance/2012-01-01", "100.00")
			.version("lane/allowance/2014-01-01", "120.00")
			.version("county/allowance/2012-01-01", "100.00")
			.version("street/allowance/2014-01-01", "120.00");
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	private static final String WORKER = "worker;CASE_WORKER;3799";

	private static final String OPERATOR = "operator;BATCH_OPERATOR;3799";

	private static final String PAYMASTER = "paymaster;PAYMASTER;3799";

	private String eighty(String region) {
		return People.as(this.client, WORKER).begun("""
				{"birthDate": "1930-01-10", "hukou": {"region": "%s", "type": "RURAL", "since": "1950-01-01"},
				 "payee": {"kind": "CASH"}}""".formatted(region));
	}

	private void decided(String person, String jurisdiction, String month) {
		People.as(this.client, WORKER)
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"%s\", \"jurisdiction\": \"%s\"}".formatted(month, jurisdiction))
			.is(201);
	}

	@Test
	void whatBothPayIsFlaggedAndAReviewEndsWhatTheOuterOnePays() throws InterruptedException {
		String person = eighty("379901003");
		decided(person, "county", "2013-11");
		decided(person, "street", "2014-01");
		assertThat(flags("county", "2014-01", person)).doesNotContain("PAID_BY_ANOTHER");
		assertThat(flags("street", "2014-01", person)).contains("PAID_BY_ANOTHER");

		People operator = People.as(this.client, Desk.OPERATOR);
		String run = operator.post("/api/v1/recalculations",
				"""
						{"jurisdiction": "county", "from": "2013-11", "to": "2014-03", "mode": "COMMIT", "reason": "carved out"}""")
			.is(202)
			.text("/id");
		for (int tried = 0; tried < 3000; tried++) {
			if (operator.get("/api/v1/recalculations/" + run).is(200).text("/state").equals("COMPLETED")) {
				break;
			}
			Thread.sleep(20);
		}
		JsonNode changes = operator.get("/api/v1/recalculations/" + run + "/changes").is(200).body().get("items");
		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.get("period").stringValue()).isEqualTo("2014-01");
			assertThat(change.at("/after/outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
			assertThat(change.get("because").stringValue()).isEqualTo("OTHER_JURISDICTION");
		});
		JsonNode decisions = People.as(this.client, People.WORKER)
			.get("/api/v1/applicants/" + person + "/decisions")
			.is(200)
			.body()
			.get("items");
		JsonNode ended = decisions.valueStream()
			.filter((one) -> one.get("outcome").stringValue().equals("NOT_ELIGIBLE"))
			.findFirst()
			.orElseThrow();
		assertThat(this.client.get()
			.uri("/api/v1/decisions/" + ended.get("id").stringValue() + "/notice?lang=zh")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody()).contains("新设的辖区");
	}

	private JsonNode made(String jurisdiction, String month) {
		return People.as(this.client, OPERATOR)
			.post("/api/v1/rosters", "{\"jurisdiction\": \"%s\", \"month\": \"%s\"}".formatted(jurisdiction, month))
			.is(201)
			.body();
	}

	private People.Answer approve(JsonNode roster) {
		return People.as(this.client, PAYMASTER)
			.post("/api/v1/rosters/" + roster.get("id").stringValue() + "/approve", "{}");
	}

	private JsonNode items(JsonNode roster, String what) {
		return People.as(this.client, OPERATOR)
			.get("/api/v1/rosters/" + roster.get("id").stringValue() + what + "?size=200")
			.is(200)
			.body()
			.get("items");
	}

	private JsonNode madeAgain(JsonNode roster, String jurisdiction, String month) {
		People.as(this.client, OPERATOR)
			.post("/api/v1/rosters/" + roster.get("id").stringValue() + "/discard", "{}")
			.is(200);
		return made(jurisdiction, month);
	}

	private void failed(JsonNode roster, int line) {
		this.client.post()
			.uri("/api/v1/rosters/" + roster.get("id").stringValue() + "/results")
			.header(TestCallers.HEADER, PAYMASTER)
			.header("Content-Type", "text/csv")
			.body("line,result,reason\n%d,FAILED,account closed\n".formatted(line))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/**
	 * Whichever roster is approved first pays; the other one leaves the item open until
	 * what was paid has come back, and the rest of its month is paid.
	 */
	@Test
	void whatBothWouldPayIsPaidByTheOneThatIsApprovedFirst() throws Exception {
		String person = eighty("379902003");
		String neighbour = eighty("379902003");
		decided(person, "shire", "2014-01");
		decided(person, "lane", "2014-01");
		decided(neighbour, "lane", "2014-01");
		JsonNode shire = made("shire", "2014-01");
		JsonNode lane = made("lane", "2014-01");

		List<Integer> answers = atOnce(() -> approve(shire).status(), () -> approve(lane).status());
		assertThat(answers).containsExactlyInAnyOrder(200, 409);
		boolean shirePays = answers.get(0) == 200;
		String second = shirePays ? "lane" : "shire";
		People.Answer refused = approve(shirePays ? lane : shire).is(409);
		assertThat(refused.text("/type")).isEqualTo("urn:huiling:problem:roster-outdated");
		assertThat(refused.body().get("errors")).singleElement()
			.satisfies((line) -> assertThat(line.get("code").stringValue()).isEqualTo("PAID_BY_ANOTHER"));

		JsonNode again = madeAgain(shirePays ? lane : shire, second, "2014-01");
		assertThat(items(again, "/lines").valueStream().map((line) -> line.get("applicantId").stringValue()))
			.isEqualTo(shirePays ? List.of(neighbour) : List.of());
		assertThat(items(again, "/open")).singleElement().satisfies((open) -> {
			assertThat(open.get("applicantId").stringValue()).isEqualTo(person);
			assertThat(open.get("reason").stringValue()).isEqualTo("PAID_BY_ANOTHER");
		});
		approve(again).is(200);

		JsonNode paying = shirePays ? shire : lane;
		failed(paying,
				items(paying, "/lines").valueStream()
					.filter((line) -> line.get("applicantId").stringValue().equals(person))
					.findFirst()
					.orElseThrow()
					.get("line")
					.asInt());
		JsonNode next = made(second, "2014-02");
		assertThat(items(next, "/lines").valueStream()
			.filter((line) -> line.get("applicantId").stringValue().equals(person)
					&& line.get("period").stringValue().equals("2014-01")))
			.singleElement()
			.satisfies((line) -> assertThat(line.get("because").stringValue()).isEqualTo("PAID_BACK_ELSEWHERE"));
	}

	private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			Future<Integer> first = threads.submit(one);
			Future<Integer> second = threads.submit(other);
			return List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Iterable<String> flags(String jurisdiction, String month, String person) {
		People operator = People.as(this.client, Desk.OPERATOR);
		String roster = operator
			.post("/api/v1/rosters", "{\"jurisdiction\": \"%s\", \"month\": \"%s\"}".formatted(jurisdiction, month))
			.is(201)
			.text("/id");
		return operator.get("/api/v1/rosters/" + roster + "/flags?size=200")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((flag) -> person.equals(flag.get("applicantId").stringValue()))
			.map((flag) -> flag.get("code").stringValue())
			.toList();
	}

}
