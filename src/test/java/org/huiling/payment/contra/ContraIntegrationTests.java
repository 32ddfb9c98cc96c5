package org.huiling.payment.contra;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.Past;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was taken in error is taken back, by two, and the money still adds up. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ContraIntegrationTests {

	private static final String OTHER_PAYMASTER = "paymaster-2;PAYMASTER;379901";

	private static final String APPROVER = "approver;POLICY_APPROVER;379901";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Elders elders;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.elders = new Elders(this.people);
		this.desk = Desk.of(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private People.Answer contra(String what) {
		return this.desk.paymaster().post("/api/v1/" + what + "/contra", "{\"reason\": \"试例甲说钱已到账\"}");
	}

	private People.Answer confirm(String who, String proposal) {
		return People.as(this.client, who).post("/api/v1/proposals/" + proposal + "/confirm", "{}");
	}

	private People.Answer takenBack(String what) {
		return confirm(OTHER_PAYMASTER, contra(what).is(202).text("/id")).is(200);
	}

	private String line(String roster, String id) {
		return "rosters/" + roster + "/lines/" + this.desk.lines(roster, id).get(0).get("line");
	}

	private List<String> results(String roster, String id) {
		return this.desk.lines(roster, id).stream().map((line) -> line.get("result").asString("-")).toList();
	}

	private List<String> kinds(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("kind").stringValue() + " " + line.get("period").stringValue() + " "
					+ line.get("amount"))
			.toList();
	}

	private void report(String roster, String result) {
		StringBuilder file = new StringBuilder("line,result\n");
		this.desk.get(roster, "/lines?size=200").get("items").forEach((line) -> {
			if (line.get("amount").decimalValue().signum() > 0) {
				file.append(line.get("line")).append(',').append(result).append('\n');
			}
		});
		this.desk.results(roster, file.toString()).is(200);
	}

	@Test
	void aSlipOfThePaymasterIsTakenBackByTwoAndReportedAnew() {
		String id = this.elders.eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		contra("rosters/" + january + "/lines/1").is(409);
		contra("rosters/" + january + "/lines/9").is(404);
		report(january, "FAILED");
		People.as(this.client, "operator;PAYMASTER;379901")
			.post("/api/v1/rosters/" + january + "/lines/1/contra", "{\"reason\": \"x\"}")
			.is(403);
		JsonNode proposed = contra("rosters/" + january + "/lines/1").is(202).body();
		assertThat(proposed.get("state").stringValue() + " " + proposed.get("action").stringValue())
			.isEqualTo("PROPOSED RESULT_CONTRA");
		String proposal = proposed.get("id").stringValue();
		contra("rosters/" + january + "/lines/1").is(409);
		confirm(Desk.PAYMASTER, proposal).is(403);
		JsonNode seen = People.as(this.client, OTHER_PAYMASTER).get("/api/v1/proposals/" + proposal).is(200).body();
		assertThat(seen.at("/effects/fileNumber").asString(""))
			.isEqualTo(this.desk.lines(january, id).get(0).get("fileNumber").stringValue());
		assertThat(seen.at("/effects/month").asString("") + " " + seen.at("/effects/program").asString(""))
			.isEqualTo("2013-01 old-age-allowance");
		assertThat(seen.at("/effects/amount").decimalValue()).isEqualByComparingTo("100.00");
		assertThat(results(january, id)).containsExactly("FAILED");
		assertThat(confirm(OTHER_PAYMASTER, proposal).is(200).text("/takenBack")).isEqualTo("FAILED");
		assertThat(results(january, id)).containsExactly("-");
		assertThat(this.desk.results(january, "line,result\n1,PAID\n").is(200).text("/accepted")).isEqualTo("1");
		assertThat(results(january, id)).containsExactly("PAID");
		assertThat(kinds(this.desk.approved("2013-02"), id)).containsExactly("REGULAR 2013-02 100.00");
		assertThat(StreamSupport
			.stream(People.as(this.client, "auditor;AUDITOR;")
				.get("/api/v1/audit-events?subject=" + id)
				.is(200)
				.body()
				.get("items")
				.spliterator(), false)
			.filter((event) -> "RESULT_TAKEN_BACK".equals(event.get("action").stringValue()))).singleElement()
			.satisfies((event) -> assertThat(event.toString()).contains("FAILED").doesNotContain("试例甲"));
	}

	/** January is paid, comes back by mistake and is paid again: 100 too much. */
	@Test
	void aReturnThatWasNoneIsRecoveredOnceItWasPaidAgain() {
		String id = this.elders.eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		report(january, "PAID");
		report(january, "RETURNED");
		String draft = this.desk.made("2013-02").get("id").stringValue();
		assertThat(contra(line(january, id)).is(409).text("/type")).endsWith("roster-open");
		this.desk.approve(draft).is(200);
		assertThat(kinds(draft, id)).containsExactly("RETRY 2013-01 100.00", "REGULAR 2013-02 100.00");
		report(draft, "PAID");
		assertThat(takenBack(line(january, id)).text("/result")).isEqualTo("PAID");
		assertThat(kinds(this.desk.approved("2013-03"), id)).containsExactly("REGULAR 2013-03 100.00",
				"RECOVERY 2013-01 -100.00");
		assertThat(kinds(this.desk.approved("2013-04"), id)).containsExactly("REGULAR 2013-04 100.00");
	}

	@Test
	void aRecoveryFollowsThePaymentWhoseResultIsTakenBack() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.away(id, "2013-02", "2013-03");
		String march = this.desk.approved("2013-03");
		report(march, "PAID");
		contra("rosters/" + march + "/lines/2").is(409);
		takenBack("rosters/" + march + "/lines/1");
		assertThat(results(march, id)).containsExactly("-", "-");
		report(march, "FAILED");
		assertThat(results(march, id)).containsExactly("FAILED", "FAILED");
		takenBack("rosters/" + march + "/lines/1");
		report(march, "PAID");
		report(march, "RETURNED");
		assertThat(results(march, id)).containsExactly("RETURNED", "FAILED");
		takenBack("rosters/" + march + "/lines/1");
		assertThat(results(march, id)).containsExactly("PAID", "PAID");
		assertThat(kinds(this.desk.approved("2013-04"), id)).containsExactly("REGULAR 2013-04 100.00");
	}

	/**
	 * The heirs of one repaid 100; it was booked with the other, who owes 100 as well.
	 */
	@Test
	void whatWasCollectedFromTheWrongPersonIsOwedAgain() {
		String one = this.elders.eighty("6222000000000001");
		String other = this.elders.eighty("6222000000000002");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(one, "2013-01-20", "2013-02");
		this.elders.died(other, "2013-01-20", "2013-02");
		this.desk.approved("2013-03");
		String settlement = settle(other, "COLLECTED").is(201).text("/id");
		contra("settlements/" + one).is(404);
		People.as(this.client, "paymaster;PAYMASTER;110101")
			.post("/api/v1/settlements/" + settlement + "/contra", "{\"reason\": \"x\"}")
			.is(404);
		assertThat(takenBack("settlements/" + settlement).text("/kind")).isEqualTo("COLLECTED");
		contra("settlements/" + settlement).is(409);
		settle(one, "COLLECTED").is(201);
		assertThat(this.people.get("/api/v1/applicants/" + other + "/settlements").is(200).body().get("items"))
			.singleElement()
			.satisfies((settled) -> {
				assertThat(settled.get("counts").toString()).isEqualTo("0.00");
				assertThat(
						settled.at("/contra/by").stringValue() + " " + settled.at("/contra/confirmedBy").stringValue())
					.isEqualTo("paymaster paymaster-2");
			});
		String april = this.desk.approved("2013-04");
		assertThat(this.desk.open(april, one)).isEmpty();
		assertThat(this.desk.open(april, other)).singleElement()
			.satisfies((open) -> assertThat(open.get("amount").toString()).isEqualTo("-100.00"));
	}

	private People.Answer settle(String id, String kind) {
		return this.desk.paymaster().post("/api/v1/settlements", """
				{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance",
				 "period": "2013-02", "kind": "%s", "amount": 100.00, "reason": "the heirs"}""".formatted(id, kind));
	}

	@Test
	void aDebtIsGivenUpByTwoAndTheGivingUpTakenBackByTwo() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(id, "2013-01-20", "2013-02");
		settle(id, "WRITTEN_OFF").is(422);
		this.desk.approved("2013-03");
		String proposal = settle(id, "WRITTEN_OFF").is(202).text("/id");
		settle(id, "WRITTEN_OFF").is(409);
		confirm(Desk.PAYMASTER, proposal).is(403);
		assertThat(this.desk.open(this.desk.approved("2013-04"), id)).as("proposed only").hasSize(1);
		String settlement = confirm(APPROVER, proposal).is(200).text("/id");
		confirm(APPROVER, proposal).is(409);
		settle(id, "COLLECTED").is(422);
		assertThat(this.desk.open(this.desk.approved("2013-05"), id)).isEmpty();
		takenBack("settlements/" + settlement);
		assertThat(this.desk.open(this.desk.approved("2013-06"), id)).hasSize(1);
		String again = settle(id, "WRITTEN_OFF").is(202).text("/id");
		settle(id, "COLLECTED").is(201);
		confirm(APPROVER, again).is(422);
	}

	private static final String THIRD_PAYMASTER = "paymaster-3;PAYMASTER;379901";

	/** Two who do not know of each other, at the same moment. */
	private List<Integer> atOnce(String one, String other) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			Future<Integer> first = threads.submit(() -> confirm(APPROVER, one).status());
			Future<Integer> second = threads.submit(() -> confirm(THIRD_PAYMASTER, other).status());
			return List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** The same for two reasons: what each looked at is taken back once. */
	private List<String> proposedTwice(String what) {
		String first = contra(what).is(202).text("/id");
		String second = People.as(this.client, OTHER_PAYMASTER)
			.post("/api/v1/" + what + "/contra", "{\"reason\": \"the bank says so\"}")
			.is(202)
			.text("/id");
		return List.of(first, second);
	}

	@Test
	void ofTwoContraEntriesOfOneResultOneIsTaken() throws Exception {
		String id = this.elders.eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		report(january, "PAID");
		report(january, "RETURNED");
		List<String> proposals = proposedTwice(line(january, id));
		assertThat(atOnce(proposals.get(0), proposals.get(1))).containsExactlyInAnyOrder(200, 409);
		assertThat(results(january, id)).containsExactly("PAID");
		String again = contra(line(january, id)).is(202).text("/id");
		assertThat(atOnce(again, again)).containsExactlyInAnyOrder(200, 409);
		assertThat(results(january, id)).containsExactly("-");
		contra(line(january, id)).is(409);
		assertThat(kinds(this.desk.approved("2013-02"), id)).containsExactly("REGULAR 2013-02 100.00");
	}

	@Test
	void ofTwoContraEntriesOfOneSettlementOneIsTaken() throws Exception {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(id, "2013-01-20", "2013-02");
		this.desk.approved("2013-03");
		String settlement = settle(id, "COLLECTED").is(201).text("/id");
		List<String> proposals = proposedTwice("settlements/" + settlement);
		confirm(Desk.PAYMASTER, proposals.get(0)).is(403);
		assertThat(atOnce(proposals.get(0), proposals.get(1))).containsExactlyInAnyOrder(200, 409);
		contra("settlements/" + settlement).is(409);
		assertThat(this.desk.open(this.desk.approved("2013-04"), id)).singleElement()
			.satisfies((open) -> assertThat(open.get("amount").toString()).isEqualTo("-100.00"));
	}

}
