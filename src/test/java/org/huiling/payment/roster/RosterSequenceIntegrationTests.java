package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Month follows month: none is left out without a word, and none waits unseen. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RosterSequenceIntegrationTests {

	private static final String FORECAST = "/api/v1/rosters/forecast?jurisdiction=model-district&month=";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
	}

	/** Each test pays from the beginning: what it made stays and is out of the way. */
	@AfterEach
	void moveAway() {
		Stream.of("roster", "decision").forEach((table) -> {
			this.jdbc.sql("alter table " + table + " disable trigger user").update();
			this.jdbc.sql("update " + table + " set jurisdiction = 'past-' || id where jurisdiction = 'model-district'")
				.update();
			this.jdbc.sql("alter table " + table + " enable trigger user").update();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "1899-12", "0001-01", "2200-01" })
	void aMonthFarAwayIsNone(String month) {
		assertThat(this.desk.order(month).is(400).text("/errors/0/code")).isEqualTo("INVALID_MONTH");
		assertThat(this.desk.operator().get(FORECAST + month).is(400).text("/errors/0/code"))
			.isEqualTo("INVALID_MONTH");
	}

	@Test
	void aGapNamesTheMissingMonthsUnlessItIsMeant() {
		String id = eighty();
		this.desk.approved("2013-01");
		People.Answer gap = this.desk.order("2013-05").is(409);
		assertThat(gap.text("/type")).isEqualTo("urn:huiling:problem:roster-gap");
		assertThat(gap.text("/detail")).contains("2013-02, 2013-03, 2013-04").doesNotContain("2013-05,");
		assertThat(this.desk.order("2013-02", "nothing is missing").is(422).text("/errors/0/field"))
			.isEqualTo("skipping");
		assertThat(this.desk.order("2013-05", " ").is(400).text("/errors/0/field")).isEqualTo("skipping");

		JsonNode may = this.desk.order("2013-05", "paid on paper until April").is(201).body();
		assertThat(may.get("skipping").stringValue()).isEqualTo("paid on paper until April");
		// May and three months of arrears at 100 yuan each
		assertThat(may.get("total").decimalValue()).isEqualByComparingTo("400.00");
		assertThat(may.get("arrears").decimalValue()).isEqualByComparingTo("300.00");
		assertThat(this.desk.lines(may.get("id").stringValue(), id))
			.extracting((line) -> line.get("period").stringValue() + line.get("kind").stringValue())
			.containsExactly("2013-02ARREARS", "2013-03ARREARS", "2013-04ARREARS", "2013-05REGULAR");
		assertThat(this.jdbc.sql("select details::text from audit_event where action = 'ROSTER_MADE' and subject = ?")
			.param(may.get("id").stringValue())
			.query(String.class)
			.single()).contains("2013-02", "2013-04").doesNotContain("on paper");
		this.desk.order("2013-02").is(409);
	}

	@Test
	void discardedRostersAreNeitherTheFirstNorTheMonthBefore() {
		eighty();
		this.desk.discard(this.desk.made("2013-09").get("id").stringValue()).is(200);
		this.desk.approved("2013-03");
		this.desk.discard(this.desk.made("2013-04").get("id").stringValue()).is(200);
		assertThat(this.desk.order("2013-05").is(409).text("/detail")).contains("2013-04");
		assertThat(this.desk.order("2013-04").is(201).text("/skipping")).isEmpty();
	}

	@Test
	void arrearsOfLongAgoAreFlaggedByTheRuleOfPayment() {
		String old = eighty();
		String recent = begun("1933-03-10", "2013-03");
		String june = this.desk.made("2013-08").get("id").stringValue();
		assertThat(flagged(june)).containsExactly(old);
		this.desk.discard(june).is(200);
		assertThat(this.desk.operator()
			.get("/api/v1/jurisdictions/model-district/payment-rules")
			.is(200)
			.text("/items/0/arrearsFlagMonths")).isEqualTo("6");
		this.jdbc.sql("""
				insert into payment_rule (jurisdiction, from_month, frequency, timing, pay_day, tolerance,
					recovery_share, due_days, life_check_months, arrears_flag_months, basis)
				values ('model-district', '2013-08', 'MONTHLY', 'ARREARS', 10, 0, 1, 30, 12, 3, 'test')""").update();
		assertThat(flagged(this.desk.made("2013-08").get("id").stringValue())).containsExactlyInAnyOrder(old, recent);
	}

	private List<String> flagged(String roster) {
		return items(this.desk.get(roster, "/flags?size=200"))
			.filter((flag) -> "OLD_ARREARS".equals(flag.get("code").stringValue()))
			.map((flag) -> flag.get("applicantId").stringValue())
			.toList();
	}

	@Test
	void rostersAreListedByJurisdictionMonthAndStatePageByPage() {
		eighty();
		this.desk.discard(this.desk.made("2013-01").get("id").stringValue()).is(200);
		String january = this.desk.approved("2013-01");
		String february = this.desk.made("2013-02").get("id").stringValue();
		assertThat(listed("jurisdiction=model-district&month=2013-01")).hasSize(2).contains(january);
		assertThat(listed("jurisdiction=model-district&state=APPROVED")).containsExactly(january);
		assertThat(listed("month=2013-02&state=DRAFT")).containsExactly(february);
		JsonNode page = this.desk.operator()
			.get("/api/v1/rosters?jurisdiction=model-district&size=1&page=1")
			.is(200)
			.body();
		assertThat(page.get("total").intValue()).isEqualTo(3);
		assertThat(items(page)).hasSize(1);
		JsonNode errors = this.desk.operator().get("/api/v1/rosters?month=2013-7&state=OPEN").is(400).body();
		assertThat(StreamSupport.stream(errors.get("errors").spliterator(), false)
			.map((error) -> error.get("field").stringValue())).containsExactly("month", "state");
		this.desk.operator().get("/api/v1/rosters?jurisdiction=nowhere").is(422);
		People elsewhere = People.as(this.client, "operator;BATCH_OPERATOR;110101");
		elsewhere.get("/api/v1/rosters?jurisdiction=model-district").is(403);
		assertThat(items(elsewhere.get("/api/v1/rosters").is(200).body())).isEmpty();
	}

	private List<String> listed(String query) {
		return items(this.desk.operator().get("/api/v1/rosters?" + query).is(200).body())
			.map((one) -> one.get("id").stringValue())
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0000-01", "-0001-01", "%2B12013-01", "2013-1", "2013-13", "" })
	void whatIsNoMonthIsRefused(String month) {
		assertThat(this.desk.operator().get(FORECAST + month).is(400).text("/errors/0/field")).isEqualTo("month");
	}

	@Test
	void aForecastOfAFarMonthIsRefused() {
		assertThat(this.desk.operator().get(FORECAST + "2199-12").is(422).text("/errors/0/code"))
			.isEqualTo("TOO_FAR_AHEAD");
	}

	@Test
	void aRosterWaitsForARunThatIsHalfThroughItsDecisions() {
		eighty();
		this.jdbc
			.sql("""
					insert into recalculation (id, mode, jurisdictions, from_month, to_month, current_month, reason,
						ordered_by, ordered_at, known_at, state)
					values (gen_random_uuid(), ?, ?, '2013-01', '2013-02', '2013-02', 'x', 'operator', now(), now(), 'RUNNING')""")
			.params("COMMIT", new String[] { "model-district" })
			.update();
		assertThat(this.desk.order("2013-01").is(409).text("/type")).isEqualTo("urn:huiling:problem:run-underway");
		this.desk.operator().get(FORECAST + "2013-01").is(200);
		this.jdbc.sql("update recalculation set state = 'STOPPED', finished_at = now()").update();
		this.desk.order("2013-01").is(201);
	}

	@Test
	void aHoldOverFiveMonthsOfArrearsPaysNothingUntilItIsReleased() {
		this.desk.approved("2013-01");
		String id = begun("1933-02-10", "2013-02");
		String holds = "/api/v1/applicants/" + id + "/payment-holds";
		String hold = this.people
			.post(holds, "{\"from\": \"2013-07\", \"code\": \"GIVEN_UP\", \"reason\": \"signed on Monday\"}")
			.is(201)
			.text("/id");
		// the roster of July is the first that is made after January
		String july = this.desk.order("2013-07", "made at once").is(201).text("/id");
		assertThat(this.desk.lines(july, id)).isEmpty();
		assertThat(this.desk.open(july, id)).hasSize(6)
			.allMatch((open) -> "GIVEN_UP".equals(open.get("reason").stringValue()));
		assertThat(sum(this.desk.open(july, id))).isEqualByComparingTo("600.00");
		this.desk.approve(july).is(200);
		String august = this.desk.approved("2013-08");
		assertThat(sum(this.desk.open(august, id))).isEqualByComparingTo("700.00");
		this.people.post(holds + "/" + hold + "/release", "{\"reason\": \"taken back\"}").is(200);
		String september = this.desk.approved("2013-09");
		assertThat(this.desk.open(september, id)).isEmpty();
		assertThat(sum(this.desk.lines(september, id))).isEqualByComparingTo("800.00");
	}

	@Test
	void aHoldFromALaterMonthLeavesTheRostersBeforeItAlone() {
		String id = eighty();
		this.people
			.post("/api/v1/applicants/" + id + "/payment-holds",
					"{\"from\": \"2013-03\", \"code\": \"PAID_ELSEWHERE\", \"reason\": \"moves in March\"}")
			.is(201);
		assertThat(sum(this.desk.lines(this.desk.approved("2013-02"), id))).isEqualByComparingTo("200.00");
		assertThat(sum(this.desk.open(this.desk.approved("2013-03"), id))).isEqualByComparingTo("100.00");
	}

	@Test
	void theDeadAreNotPaidForMonthsAfterTheirDeathThoughNobodyDecidedAgain() {
		String id = eighty();
		this.desk.approved("2013-01");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-02-20\", \"facts\": {\"deathDate\": \"2013-02-20\"}, \"reason\": \"told\"}");
		String april = this.desk.order("2013-04", "made at once").is(201).text("/id");
		assertThat(this.desk.lines(april, id)).singleElement()
			.satisfies((line) -> assertThat(line.get("period").stringValue()).isEqualTo("2013-02"));
		assertThat(this.desk.open(april, id))
			.extracting((open) -> open.get("period").stringValue() + " " + open.get("reason").stringValue() + " "
					+ open.get("amount"))
			.containsExactly("2013-03 DECEASED 100.00", "2013-04 DECEASED 100.00");
	}

	@Test
	void aKeyForAnotherOrderIsRefused() {
		eighty();
		String order = "{\"jurisdiction\": \"model-district\", \"month\": \"2013-01\"}";
		String made = keyed(order).is(201).text("/id");
		assertThat(keyed(order).is(201).text("/id")).isEqualTo(made);
		assertThat(keyed(order.replace("01\"", "02\"")).is(422).text("/type"))
			.isEqualTo("urn:huiling:problem:idempotency-key-reused");
	}

	private People.Answer keyed(String body) {
		return this.desk.operator()
			.send(HttpMethod.POST, "/api/v1/rosters", body, (headers) -> headers.set("Idempotency-Key", "january"));
	}

	private static BigDecimal sum(List<JsonNode> lines) {
		return lines.stream().map((line) -> line.get("amount").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static Stream<JsonNode> items(JsonNode list) {
		return StreamSupport.stream(Objects.requireNonNull(list.get("items")).spliterator(), false);
	}

	private String eighty() {
		return begun("1933-01-10", "2013-01");
	}

	/** Somebody who has 100 yuan a month from the month of the eightieth birthday on. */
	private String begun(String birthDate, String since) {
		String id = this.people.begun("""
				{"birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "%s-15"}]}""".formatted(birthDate, since));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"%s\", \"programs\": [\"old-age-allowance\"]}".formatted(since))
			.is(201);
		return id;
	}

}
