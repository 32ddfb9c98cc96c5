package org.huiling.recalculation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Past;
import org.huiling.policy.TinyRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A benefit by the quarter is decided, paid, made up for and taken back by the quarter.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class QuartersIntegrationTests {

	private static final String ALLOWANCE = "quarterly-allowance";

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("model-district", "379901")
			.program("model-district", ALLOWANCE, "QUARTER", 10)
			.version("model-district/" + ALLOWANCE + "/2012-01-01", "300.00")
			.version("model-district/" + ALLOWANCE + "/2013-05-15", "450.00");
		for (String version : List.of("2012-01-01", "2013-05-15")) {
			rules.file("model-district/" + ALLOWANCE + "/" + version + "/allowance.drl", """
					rule "津贴"
					    @en("Allowance")
					    @basis("津贴办法（自拟）第一条")
					when
					    Applicant( ageOnLastDay >= P.age, alive == true )
					then
					    benefit.pay(P.allowance);
					end
					""");
		}
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Desk desk;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
		this.runs = Runs.as(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private String born(String day, String account) {
		return this.people.begun("""
				{"name": "试例甲", "birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "%s", "name": "试例甲"}}""".formatted(day, account));
	}

	private People.Answer decide(String id, String period) {
		return this.people.post("/api/v1/applicants/" + id + "/decisions",
				"{\"period\": \"" + period + "\", \"jurisdiction\": \"model-district\"}");
	}

	private void died(String id, String day) {
		this.people.recorded(id,
				"{\"validFrom\": \"%1$s\", \"facts\": {\"deathDate\": \"%1$s\"}, \"reason\": \"learnt late\"}"
					.formatted(day));
	}

	private JsonNode run(String from, String to) {
		return this.runs.completed("COMMIT", from, to);
	}

	private List<String> lines(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("period").stringValue() + " " + line.get("kind").stringValue() + " "
					+ line.get("amount").decimalValue() + " " + line.path("because").asString("-"))
			.toList();
	}

	private List<String> stands(String id) {
		return StreamSupport
			.stream(this.people.get("/api/v1/applicants/" + id + "/decisions?size=200")
				.is(200)
				.body()
				.get("items")
				.spliterator(), false)
			.filter((one) -> one.get("current").booleanValue())
			.map((one) -> one.get("period").stringValue() + " " + one.get("until").asString("on") + " "
					+ one.get("outcome").stringValue() + " " + one.get("amount").decimalValue())
			.sorted()
			.toList();
	}

	@Test
	void aQuarterIsPaidOnceHoweverManyRostersItHas() {
		String id = born("1930-01-10", "6222000000000101");
		assertThat(decide(id, "2013-02").is(201).text("/items/0/period")).isEqualTo("2013-Q1");
		decide(id, "2013-Q1").is(200);
		assertThat(lines(this.desk.approved("2013-01"), id)).containsExactly("2013-Q1 REGULAR 300.00 -");
		assertThat(lines(this.desk.approved("2013-02"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-03"), id)).isEmpty();
		assertThat(run("2013-01", "2013-08").get("changed").intValue()).isPositive();
		assertThat(run("2013-02", "2013-08").get("changed").intValue()).isZero();
		assertThat(stands(id)).containsExactly("2013-Q1 2013-Q1 ELIGIBLE 300.00", "2013-Q2 2013-Q2 ELIGIBLE 300.00",
				"2013-Q3 2013-Q3 ELIGIBLE 450.00");
		assertThat(lines(this.desk.approved("2013-04"), id)).containsExactly("2013-Q2 REGULAR 300.00 -");
		assertThat(lines(this.desk.approved("2013-05"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-06"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-07"), id)).containsExactly("2013-Q3 REGULAR 450.00 -");
	}

	@Test
	void whatIsLearntLateIsMadeUpForAndTakenBackByTheQuarter() {
		String late = born("1930-01-10", "6222000000000102");
		String dead = born("1930-01-10", "6222000000000103");
		decide(dead, "2013").is(201);
		assertThat(lines(this.desk.approved("2013-01"), dead)).containsExactly("2013-Q1 REGULAR 300.00 -");
		this.desk.approved("2013-02");
		this.desk.approved("2013-03");
		assertThat(lines(this.desk.approved("2013-04"), dead)).containsExactly("2013-Q2 REGULAR 300.00 -");
		decide(late, "2013-Q1").is(201);
		decide(late, "2013-Q2").is(201);
		died(dead, "2013-03-20");
		run("2013-04", "2013-09");
		assertThat(stands(dead)).containsExactly("2013-Q1 2013-Q1 ELIGIBLE 300.00", "2013-Q2 2013-Q2 NOT_ELIGIBLE 0.00",
				"2013-Q3 2013-Q3 NOT_ELIGIBLE 0.00", "2013-Q4 2013-Q4 ELIGIBLE 450.00");
		String may = this.desk.approved("2013-05");
		assertThat(lines(may, late)).containsExactly("2013-Q1 ARREARS 300.00 REGISTERED_LATE",
				"2013-Q2 REGULAR 300.00 -");
		assertThat(lines(may, dead)).isEmpty();
		assertThat(this.desk.open(may, dead))
			.extracting((one) -> one.get("period").stringValue(),
					(one) -> one.get("amount").decimalValue().toPlainString())
			.containsExactly(tuple("2013-Q2", "-300.00"));
		this.desk.paymaster()
			.post("/api/v1/settlements", """
					{"jurisdiction": "model-district", "applicantId": "%s", "program": "quarterly-allowance",
					 "period": "2013-Q2", "kind": "COLLECTED", "amount": 300.00, "reason": "家属退回"}""".formatted(dead))
			.is(201);
		assertThat(this.desk.open(this.desk.approved("2013-06"), dead)).isEmpty();
	}

	@Test
	void theQuarterOfAFileThatWasMergedEndsWithIt() {
		String stays = born("1930-01-10", "6222000000000105");
		String merged = born("1930-01-10", "6222000000000106");
		decide(stays, "2013-Q1").is(201);
		decide(merged, "2013-Q1").is(201);
		decide(merged, "2013-Q2").is(201);
		this.jdbc
			.sql("update applicant set merged_into = cast(? as uuid), merged_at = now() where id = cast(? as uuid)")
			.params(stays, merged)
			.update();
		run("2013-02", "2013-06");
		assertThat(this.jdbc
			.sql("select period || ' ' || outcome from decision d where applicant = cast(? as uuid)"
					+ " and not exists (select from decision n where n.supersedes = d.id) order by 1")
			.param(merged)
			.query(String.class)
			.list()).containsExactly("2013-Q1 NOT_ELIGIBLE", "2013-Q2 NOT_ELIGIBLE");
	}

	@Test
	void aNoticeAndTheRequestsNameTheQuarter() {
		String id = born("1930-01-10", "6222000000000104");
		String decision = decide(id, "2013q2").is(201).text("/items/0/id");
		byte[] notice = this.client.get()
			.uri("/api/v1/decisions/" + decision + "/notice")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new String(notice, StandardCharsets.UTF_8)).contains("2013 年第 2 季度", "本季度 300.00");
		assertThat(this.jdbc.sql("select first from applicant_decided_under where applicant = cast(? as uuid)")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("2013-04");
		assertThat(decide(id, "2013-Q5").is(400).text("/errors/0/code")).isEqualTo("INVALID_PERIOD");
		assertThat(this.people.post("/api/v1/decisions/" + decision + "/replay", "{}").is(200).body().toString())
			.contains("\"same\":true");
	}

}
