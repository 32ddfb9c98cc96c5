package org.huiling.recalculation;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
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

/**
 * What a city gives once in a life is decided and paid by its districts: whoever moves
 * from one to the other gets it once.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class OnceBelowIntegrationTests {

	private static final String GRANT = "centenarian-grant";

	private static final String EAST = "east-district";

	private static final String WEST = "west-district";

	private static final List<String> DISTRICTS = List.of(EAST, WEST);

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("the-city", "3799")
			.jurisdiction(EAST, "379901")
			.jurisdiction(WEST, "379902")
			.program(EAST, "allowance", 10)
			.version(EAST + "/allowance/2012-01-01", "10.00")
			.program(WEST, "allowance", 10)
			.version(WEST + "/allowance/2012-01-01", "10.00")
			.file("the-city/" + GRANT + "/program.yaml", """
					name: {zh: 百岁贺金, en: Centenarian grant}
					cycle: ONCE
					unit: CNY
					order: 20
					paidTo: PERSON
					appliesBelow: true
					""");
		String version = "the-city/" + GRANT + "/2012-01-01";
		rules.version(version, "1000.00").file(version + "/allowance.drl", """
				rule "贺金"
				    @en("Grant")
				    @basis("办法（自拟）第一条")
				when
				    Applicant( ageOnLastDay >= 100, alive == true )
				then
				    benefit.pay(P.allowance);
				end
				""");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private People operator;

	private People paymaster;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, "worker;CASE_WORKER;");
		this.operator = People.as(this.client, "operator;BATCH_OPERATOR;");
		this.paymaster = People.as(this.client, "paymaster;PAYMASTER;");
		this.runs = new Runs(this.operator);
	}

	@AfterEach
	void moveAway() {
		DISTRICTS.forEach((district) -> Past.moveAway(this.jdbc, district));
	}

	private String born(String account) {
		return this.people.begun("""
				{"name": "试例甲", "birthDate": "1913-03-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "%s", "name": "试例甲"}}""".formatted(account));
	}

	private void moves(String id, String day, String region) {
		this.people.recorded(id,
				"{\"validFrom\": \"%s\", \"reason\": \"moved\", \"facts\": {\"hukou\": {\"region\": \"%s\"}}}"
					.formatted(day, region));
	}

	private People.Answer decide(String id, String district, String period) {
		return this.people.post("/api/v1/applicants/" + id + "/decisions",
				"{\"period\": \"%s\", \"jurisdiction\": \"%s\", \"programs\": [\"%s\"]}".formatted(period, district,
						GRANT));
	}

	private void run(String district, String from, String to) {
		JsonNode run = this.runs.ended(this.runs.order("""
				{"jurisdiction": "%s", "programs": ["%s"], "from": "%s", "to": "%s", "mode": "COMMIT",
				 "reason": "monthly"}""".formatted(district, GRANT, from, to)).is(202).text("/id"));
		assertThat(run.get("state").stringValue()).as("%s", run).isEqualTo("COMPLETED");
	}

	private List<String> granted(String id) {
		return this.people.get("/api/v1/applicants/" + id + "/decisions?size=200")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((one) -> one.get("current").booleanValue() && "ELIGIBLE".equals(one.get("outcome").stringValue()))
			.map((one) -> one.get("jurisdiction").stringValue() + " " + one.get("period").stringValue() + " "
					+ one.get("amount").decimalValue())
			.sorted()
			.toList();
	}

	/** What the approved rosters of a month pay somebody for it. */
	private List<String> paid(String id, String month) {
		List<String> paid = new ArrayList<>();
		for (String district : DISTRICTS) {
			String order = "{\"jurisdiction\": \"%s\", \"month\": \"%s\"".formatted(district, month);
			People.Answer made = this.operator.post("/api/v1/rosters", order + "}");
			String roster = ((made.status() == 409)
					? this.operator.post("/api/v1/rosters", order + ", \"skipping\": \"nobody was paid\"}") : made)
				.is(201)
				.text("/id");
			this.operator.get("/api/v1/rosters/" + roster + "/lines?size=200")
				.is(200)
				.body()
				.get("items")
				.valueStream()
				.filter((line) -> id.equals(line.get("applicantId").stringValue())
						&& GRANT.equals(line.get("program").stringValue()))
				.forEach((line) -> paid.add(district + " " + line.get("period").stringValue() + " "
						+ line.get("kind").stringValue() + " " + line.get("amount").decimalValue()));
			this.paymaster.post("/api/v1/rosters/" + roster + "/approve", "{}").is(200);
		}
		return paid;
	}

	@Test
	void whoHasItInOneDistrictIsToldSoInTheOther() {
		String id = born("6222000000000301");
		JsonNode march = decide(id, EAST, "2013-03").is(201).body().at("/items/0");
		assertThat(march.get("jurisdiction").stringValue()).isEqualTo(EAST);
		assertThat(march.at("/owner/jurisdiction").stringValue()).isEqualTo("the-city");
		moves(id, "2013-06-15", "379902004");
		JsonNode july = decide(id, WEST, "2013-07").is(200).body();
		assertThat(july.at("/items/0/id")).isEqualTo(march.get("id"));
		assertThat(july.at("/given/0/month").stringValue()).isEqualTo("2013-03");
		for (String district : DISTRICTS) {
			run(district, "2013-01", "2013-12");
			run(district, "2013-07", "2014-06");
		}
		assertThat(granted(id)).containsExactly(EAST + " 2013-03 1000.00");
		assertThat(this.people.post("/api/v1/assessments",
				"{\"period\": \"2013-08\", \"applicantId\": \"%s\", \"jurisdiction\": \"%s\", \"programs\": [\"%s\"]}"
					.formatted(id, WEST, GRANT))
			.is(200)
			.body()
			.at("/assessments/0")
			.toString()).contains("NOT_ELIGIBLE", "GIVEN_ALREADY");
	}

	@Test
	void whicheverDistrictLooksFirstItIsGrantedOnce() {
		String id = born("6222000000000302");
		String other = born("6222000000000303");
		moves(id, "2013-06-15", "379902004");
		moves(other, "2013-06-15", "379902004");
		run(WEST, "2013-07", "2013-12");
		assertThat(granted(id)).containsExactly(WEST + " 2013-07 1000.00");
		run(EAST, "2013-01", "2013-12");
		run(WEST, "2013-01", "2013-12");
		assertThat(granted(id)).containsExactly(WEST + " 2013-07 1000.00");
		assertThat(granted(other)).containsExactly(WEST + " 2013-07 1000.00");
		List<String> paid = new ArrayList<>();
		for (String month : List.of("2013-07", "2013-08", "2013-09")) {
			paid.addAll(paid(id, month));
		}
		assertThat(paid).containsExactly(WEST + " 2013-07 REGULAR 1000.00");
	}

	@Test
	void aMoveThatIsLearntLateMovesItAndPaysItOnce() {
		String id = born("6222000000000304");
		decide(id, EAST, "2013-03").is(201);
		List<String> paid = new ArrayList<>(paid(id, "2014-03"));
		moves(id, "1950-01-01", "379902004");
		for (String district : DISTRICTS) {
			run(district, "2013-01", "2013-12");
		}
		for (String district : DISTRICTS) {
			run(district, "2013-01", "2013-12");
		}
		assertThat(granted(id)).hasSize(1).allMatch((one) -> one.startsWith(WEST));
		for (String month : List.of("2014-04", "2014-05", "2014-06")) {
			paid.addAll(paid(id, month));
		}
		assertThat(paid.stream()
			.map((line) -> new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
			.reduce(BigDecimal.ZERO, BigDecimal::add)).as("%s", paid).isEqualByComparingTo("1000.00");
	}

}
