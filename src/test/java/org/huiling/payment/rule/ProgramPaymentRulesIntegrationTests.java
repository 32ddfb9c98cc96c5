package org.huiling.payment.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Past;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A program that is paid by a rule of its own, beside others in the same district. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ProgramPaymentRulesIntegrationTests {

	private static final String RULES = "/api/v1/jurisdictions/model-district/payment-rules";

	private static final String ALLOWANCE = "old-age-allowance";

	private static final String SUBSIDY = "living-subsidy";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People approver;

	private People editor;

	private Desk desk;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@BeforeEach
	void signIn() {
		this.approver = People.as(this.client, "approver;POLICY_APPROVER;379901");
		this.editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		this.desk = Desk.of(this.client);
	}

	/** Each test sets its rules and pays from the beginning. */
	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
		this.jdbc.sql("alter table payment_rule disable trigger user").update();
		this.jdbc.sql("delete from payment_rule where jurisdiction = 'model-district'").update();
		this.jdbc.sql("alter table payment_rule enable trigger user").update();
	}

	private People.Answer propose(String from, String more) {
		return this.editor.send(HttpMethod.PUT, RULES, """
				{"from": "%s", "frequency": "QUARTERLY", "timing": "ARREARS", "payDay": 20, "tolerance": 0,
				 "recoveryShare": 0.50, "dueDays": 10, "basis": "§7"%s}""".formatted(from, more), (headers) -> {
		});
	}

	private void set(String from, String program, String more) {
		this.approver.confirmed(propose(from, ", \"program\": \"" + program + "\"" + more)).is(200);
	}

	private String person() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("insert into applicant (id, revision) values (?, 1)").param(id).update();
		learn(id.toString(), "{\"birthDate\": \"1930-01-01\", \"lifeCheck\": {\"lastPassed\": \"2026-01-01\"}}");
		return id.toString();
	}

	private void learn(String id, String facts) {
		this.jdbc
			.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)"
					+ " values (cast(? as uuid), gen_random_uuid(), date '1930-01-01', recorded_stamp(), 'test',"
					+ " cast(? as jsonb))")
			.params(id, facts)
			.update();
	}

	private void decide(String person, String program, String month, String amount) {
		this.jdbc.sql(
				"insert into decision (id, applicant, decided_at, known_at, book, amount, jurisdiction, program, period,"
						+ " outcome, facts, decided_by, cause, reason, reasons, supersedes) select gen_random_uuid(),"
						+ " cast(? as uuid), recorded_stamp(), now(), 1, cast(? as numeric), 'model-district', ?, ?, ?,"
						+ " '\\x00', 'test', 'CASE', 'test', '{}', (select d.id from decision d where d.applicant ="
						+ " cast(? as uuid) and d.program = ? and d.period = ? and not exists (select from decision n"
						+ " where n.supersedes = d.id))")
			.param(person)
			.param(amount)
			.param(program)
			.param(month)
			.param("0.00".equals(amount) ? "NOT_ELIGIBLE" : "ELIGIBLE")
			.param(person)
			.param(program)
			.param(month)
			.update();
	}

	private List<String> lines(String roster, String person) {
		return this.desk.lines(roster, person)
			.stream()
			.map((line) -> line.get("payDay").stringValue() + " " + line.get("program").stringValue() + " "
					+ line.get("period").stringValue() + " " + line.get("kind").stringValue() + " "
					+ line.get("amount"))
			.toList();
	}

	private List<String> open(String roster, String person) {
		return this.desk.open(roster, person)
			.stream()
			.map((one) -> one.get("program").stringValue() + " " + one.get("period").stringValue() + " "
					+ one.get("reason").stringValue() + " " + one.get("amount") + " "
					+ one.get("due").asString("never"))
			.toList();
	}

	@Test
	void aRuleOfAProgramIsProposedConfirmedAndListedBesideTheJurisdictions() {
		assertThat(Desk.errors(propose("2013-04", ", \"program\": \"no-such\"")))
			.containsExactly("program NO_SUCH_PROGRAM");
		People.Answer proposal = propose("2013-04", ", \"program\": \"living-subsidy\"").is(202);
		assertThat(proposal.text("/values/rule/program")).isEqualTo(SUBSIDY);
		this.approver.confirmed(proposal).is(200);
		set("2013-04", SUBSIDY, ", \"writeOffLimit\": 5, \"onDeath\": \"WRITE_OFF\"");
		this.approver.confirmed(propose("2013-04", "")).is(200);
		assertThat(this.desk.operator().get(RULES).is(200).body().get("items").valueStream())
			.extracting((one) -> one.get("jurisdiction").stringValue() + " " + one.get("program").asString("all") + " "
					+ one.get("from").stringValue() + " " + one.get("onDeath").stringValue())
			.containsExactly("* all 1900-01 ESTATE", "model-district all 2013-04 ESTATE",
					"model-district living-subsidy 2013-04 WRITE_OFF");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update payment_rule set program = null where program is not null").update());
		this.desk.made("2013-06");
		assertThat(propose("2013-06", ", \"program\": \"living-subsidy\"").is(409).text("/detail")).contains("2013-06");
	}

	@Test
	void aRuleThatSaysNothingOfLifeChecksLeavesThemToTheVersionInForce() {
		set("2013-01", SUBSIDY, "");
		String person = person();
		learn(person, "{\"lifeCheck\": {\"lastPassed\": \"2012-01-31\"}}");
		decide(person, SUBSIDY, "2013-01", "50.00");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		String march = this.desk.approved("2013-03");
		assertThat(lines(march, person)).containsExactly("2013-03-20 living-subsidy 2013-01 REGULAR 50.00");
		assertThat(open(march, person)).containsExactly("living-subsidy 2013-02 SUSPENDED 50.00 never",
				"living-subsidy 2013-03 SUSPENDED 50.00 never");
	}

	@Test
	void aQuarterIsPaidBesideTheMonthsInATransferOfItsOwnDay() {
		set("2013-01", SUBSIDY, "");
		String person = person();
		decide(person, ALLOWANCE, "2013-01", "100.00");
		decide(person, SUBSIDY, "2013-01", "50.00");
		JsonNode ahead = this.desk.operator()
			.get("/api/v1/rosters/forecast?jurisdiction=model-district&month=2013-01")
			.is(200)
			.body();
		String january = this.desk.approved("2013-01");
		assertThat(lines(january, person)).containsExactly("2013-01-10 old-age-allowance 2013-01 REGULAR 100.00");
		assertThat(open(january, person)).containsExactly("living-subsidy 2013-01 NOT_ITS_MONTH 50.00 never");
		assertThat(ahead.get("total").decimalValue()).isEqualByComparingTo("100.00");
		this.desk.approved("2013-02");
		JsonNode march = this.desk.made("2013-03");
		String id = march.get("id").stringValue();
		assertThat(march.get("programDays").toString())
			.isEqualTo("[{\"program\":\"living-subsidy\",\"payDay\":\"2013-03-20\"}]");
		assertThat(march.get("from").stringValue() + " " + march.get("to").stringValue() + " "
				+ march.get("payDay").stringValue())
			.isEqualTo("2013-01 2013-03 2013-03-10");
		assertThat(lines(id, person)).containsExactly("2013-03-20 living-subsidy 2013-01 REGULAR 50.00",
				"2013-03-20 living-subsidy 2013-02 REGULAR 50.00", "2013-03-20 living-subsidy 2013-03 REGULAR 50.00",
				"2013-03-10 old-age-allowance 2013-03 REGULAR 100.00");
		assertThat(open(id, person)).isEmpty();
		assertThat(transfers(id)).containsExactly("2013-03-20 150.00 3", "2013-03-10 100.00 1");
		String csv = new String(this.desk.file(id, "transfers", Desk.PAYMASTER, "text/csv"),
				java.nio.charset.StandardCharsets.UTF_8);
		assertThat(csv.lines().map((line) -> line.replaceAll(".*,", ""))).containsExactly("payDay", "2013-03-20",
				"2013-03-10");
		this.desk.discard(id).is(200);
		JsonNode again = this.desk.made("2013-03");
		assertThat(again.get("digest")).as("made again it is the same").isEqualTo(march.get("digest"));
		this.desk.approve(again.get("id").stringValue()).is(200);
		assertThat(this.desk.made("2013-04").get("arrears").decimalValue()).isEqualByComparingTo("0.00");
	}

	@Test
	void theRostersPageSaysWhenTheProgramIsPaid() {
		set("2013-02", SUBSIDY, "");
		this.accounts.add("reader", List.of("379901"), "BATCH_OPERATOR");
		PageClient reader = PageClient.of(this.port).signIn("reader");
		for (String[] shown : new String[][] { { "2013-02", "本月不发放" }, { "2013-03", "2013-03-20" } }) {
			String roster = this.desk.approved(shown[0]);
			assertThat(reader.send("GET", "/rosters/" + roster, Map.of()).body()).contains("发放日：", shown[1]);
		}
	}

	private List<String> transfers(String roster) {
		return this.desk.get(roster, "/transfers")
			.get("items")
			.valueStream()
			.map((one) -> one.get("payDay").stringValue() + " " + one.get("amount") + " " + one.get("lineCount"))
			.toList();
	}

	@Test
	void aRecoveryFollowsThePaymentsOfItsDayAlone() {
		set("2013-01", SUBSIDY, "");
		String person = person();
		decide(person, ALLOWANCE, "2012-12", "130.00");
		this.desk.approved("2012-12");
		decide(person, ALLOWANCE, "2012-12", "0.00");
		decide(person, ALLOWANCE, "2013-03", "100.00");
		decide(person, SUBSIDY, "2013-03", "50.00");
		assertThat(open(this.desk.approved("2013-01"), person))
			.containsExactly("old-age-allowance 2012-12 CAPPED -130.00 2013-02-09");
		this.desk.approved("2013-02");
		String march = this.desk.approved("2013-03");
		assertThat(lines(march, person)).containsExactly("2013-03-20 living-subsidy 2013-03 REGULAR 50.00",
				"2013-03-10 old-age-allowance 2013-03 REGULAR 100.00",
				"2013-03-10 old-age-allowance 2012-12 RECOVERY -100.00",
				"2013-03-20 old-age-allowance 2012-12 RECOVERY -25.00");
		assertThat(open(march, person)).containsExactly("old-age-allowance 2012-12 CAPPED -5.00 2013-04-09");
		this.desk.results(march, "line,result,reason\n1,FAILED,account closed\n2,PAID,\n").is(200);
		assertThat(this.desk.lines(march, person)).extracting((line) -> line.get("result").stringValue())
			.containsExactly("FAILED", "PAID", "PAID", "FAILED");
		String april = this.desk.approved("2013-04");
		assertThat(open(april, person)).as("the failed transfer waits for the next quarter, the debt does not")
			.containsExactly("living-subsidy 2013-03 NOT_ITS_MONTH 50.00 never",
					"living-subsidy 2013-04 NOT_ITS_MONTH 50.00 never");
		assertThat(lines(april, person)).containsExactly("2013-04-10 old-age-allowance 2013-04 REGULAR 100.00",
				"2013-04-10 old-age-allowance 2012-12 RECOVERY -30.00");
	}

	@Test
	void aProgramsOwnRuleSaysWhatBecomesOfItsDebtOnDeathAndWhatIsOldArrears() {
		set("2013-01", SUBSIDY, ", \"onDeath\": \"WRITE_OFF\", \"writeOffLimit\": 150.00, \"arrearsFlagMonths\": 1");
		String dead = person();
		String late = person();
		for (String program : List.of(ALLOWANCE, SUBSIDY)) {
			decide(dead, program, "2013-01", "50.00");
		}
		for (String month : List.of("2013-01", "2013-02", "2013-03")) {
			this.desk.approved(month);
		}
		learn(dead, "{\"deathDate\": \"2012-12-20\"}");
		for (String program : List.of(ALLOWANCE, SUBSIDY)) {
			decide(dead, program, "2013-01", "0.00");
			decide(late, program, "2013-01", "50.00");
		}
		this.desk.approved("2013-04");
		assertThat(this.jdbc.sql("select program, sum(amount) as amount from payment_settlement group by program")
			.query((row, number) -> row.getString("program") + " " + row.getBigDecimal("amount"))
			.list()).containsExactly(SUBSIDY + " 150.00");
		this.desk.approved("2013-05");
		JsonNode june = this.desk.made("2013-06");
		assertThat(open(june.get("id").stringValue(), dead)).hasSize(3)
			.allMatch((open) -> open.startsWith(ALLOWANCE) && open.contains("DECEASED"));
		assertThat(flags(june)).as("by the quarter March is old in June").containsExactly(late);
		assertThat(june.get("total").decimalValue()).isEqualByComparingTo(new BigDecimal("350.00"));
	}

	private List<String> flags(JsonNode roster) {
		return this.desk.get(roster.get("id").stringValue(), "/flags?size=200")
			.get("items")
			.valueStream()
			.filter((flag) -> "OLD_ARREARS".equals(flag.get("code").stringValue()))
			.map((flag) -> flag.get("applicantId").stringValue())
			.toList();
	}

	@Test
	void whereThingsArePaidByTheQuarterAProgramByTheMonthHasItsRosters() {
		this.approver.confirmed(propose("2013-01", "")).is(200);
		this.desk.order("2013-01").is(422);
		this.approver.confirmed(propose("2013-01", ", \"program\": \"living-subsidy\"")).is(200);
		this.desk.order("2013-01").is(422);
		People.Answer monthly = this.editor.send(HttpMethod.PUT, RULES, """
				{"from": "2013-01", "frequency": "MONTHLY", "timing": "ARREARS", "payDay": 5, "tolerance": 0,
				 "recoveryShare": 1.00, "dueDays": 10, "basis": "§7", "program": "living-subsidy"}""", (headers) -> {
		});
		this.approver.confirmed(monthly).is(200);
		String person = person();
		decide(person, ALLOWANCE, "2013-01", "100.00");
		decide(person, SUBSIDY, "2013-01", "50.00");
		JsonNode january = this.desk.made("2013-01");
		assertThat(january.get("payDay").stringValue()).isEqualTo("2013-01-05");
		assertThat(lines(january.get("id").stringValue(), person))
			.containsExactly("2013-01-05 living-subsidy 2013-01 REGULAR 50.00");
		this.desk.approve(january.get("id").stringValue()).is(200);
		assertThat(this.desk.order("2013-03").is(409).text("/detail")).contains("2013-02");
	}

}
