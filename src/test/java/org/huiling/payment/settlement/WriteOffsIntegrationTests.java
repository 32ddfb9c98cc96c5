package org.huiling.payment.settlement;

import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the rule says so, what a dead person owes is written off, once. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class WriteOffsIntegrationTests {

	private static final String RULES = "/api/v1/jurisdictions/model-district/payment-rules";

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

	@Test
	void upToTheLimitADebtIsWrittenOffOnceAndNeverBecomesAPayment() {
		String little = eighty();
		String much = eighty();
		String alive = eighty();
		String waiting = eighty();
		String january = this.desk.approved("2013-01");
		for (String month : List.of("2013-02", "2013-03", "2013-04")) {
			this.desk.approved(month);
		}
		failedAndHeld(january, waiting);
		set("2013-05", "\"onDeath\": \"WRITE_OFF\", \"writeOffLimit\": 199.99, ").is(200);
		String death = died(little, "2013-03-20", "2013-04");
		died(much, "2013-02-20", "2013-03");
		died(waiting, "2013-03-20", "2013-04");
		String wrong = died(alive, "2013-03-20", "2013-04");
		String may = this.desk.made("2013-05").get("id").stringValue();
		assertThat(settled()).isEmpty();
		reversed(alive, wrong, "2013-03-20");
		this.desk.approve(may).is(200);
		assertThat(this.desk.open(may, little)).hasSize(1);
		assertThat(this.desk.open(may, waiting)).as("what is held back may still be set off")
			.extracting((open) -> open.get("reason").stringValue() + " " + open.get("amount"))
			.containsExactlyInAnyOrder("CHECK_FAILED 100.00", "DECEASED -100.00");
		assertThat(settled()).containsExactly(little
				+ " 2013-04 WRITTEN_OFF 100.00 死亡核销 · written off on death, by the payment rule from 2013-05: §7 paymaster");
		this.desk.paymaster().post("/api/v1/settlements", """
				{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance",
				 "period": "2013-04", "kind": "COLLECTED", "amount": 0.01, "reason": "x"}""".formatted(little)).is(422);

		String june = this.desk.approved("2013-06");
		assertThat(this.desk.open(june, little)).isEmpty();
		assertThat(this.desk.open(june, much)).hasSize(2)
			.allMatch((open) -> "DECEASED".equals(open.get("reason").stringValue()));
		assertThat(settled()).hasSize(1);

		reversed(little, death, "2013-03-20");
		new Elders(this.people).decide(little, "2013-04");
		String july = this.desk.approved("2013-07");
		assertThat(this.desk.lines(july, little))
			.extracting((line) -> line.get("period").stringValue() + " " + line.get("amount"))
			.containsExactly("2013-05 100.00", "2013-06 100.00", "2013-07 100.00");
		assertThat(StreamSupport.stream(this.desk.get(july, "/flags?size=200").get("items").spliterator(), false)
			.filter((flag) -> "WRITE_OFF_LAPSED".equals(flag.get("code").stringValue()))
			.map((flag) -> flag.get("applicantId").stringValue())).containsExactly(little);
		assertThat(this.people.get("/api/v1/applicants/" + little + "/settlements").is(200).body().get("items"))
			.singleElement()
			.satisfies((one) -> assertThat(one.get("amount") + " " + one.get("lapsed") + " " + one.get("counts"))
				.isEqualTo("100.00 100.00 0.00"));
		died(little, "2013-03-20", "2013-04");
		String august = this.desk.approved("2013-08");
		assertThat(this.desk.open(august, little)).as("the debt of a second death is another one, and above the limit")
			.extracting((open) -> open.get("period").stringValue())
			.containsExactly("2013-04", "2013-05", "2013-06", "2013-07");
		assertThat(settled()).hasSize(1);
	}

	@Test
	void theRuleShowsWhatBecomesOfADebtAndALimitNeedsAWriteOff() {
		assertThat(set("2040-01", "").is(200).text("/onDeath")).isEqualTo("ESTATE");
		People.Answer set = set("2041-01", "\"onDeath\": \"WRITE_OFF\", ").is(200);
		assertThat(set.text("/onDeath")).isEqualTo("WRITE_OFF");
		assertThat(set.body().get("writeOffLimit").isNull()).isTrue();
		assertThat(set("2042-01", "\"writeOffLimit\": 10, ").is(400).text("/errors/0/field"))
			.isEqualTo("writeOffLimit");
		assertThat(set("2042-01", "\"onDeath\": \"HEIRS\", ").is(400).text("/errors/0/field")).isEqualTo("onDeath");
	}

	private void failedAndHeld(String roster, String id) {
		this.desk.results(roster, "line,result\n" + this.desk.lines(roster, id).get(0).get("line") + ",FAILED\n")
			.is(200);
		this.people
			.post("/api/v1/applicants/" + id + "/payment-holds",
					"{\"from\": \"2013-01\", \"code\": \"CHECK_FAILED\", \"reason\": \"whose account?\"}")
			.is(201);
	}

	private People.Answer set(String from, String more) {
		People.Answer proposal = propose(from, more);
		return (proposal.status() != 202) ? proposal
				: People.as(this.client, "approver;POLICY_APPROVER;379901").confirmed(proposal);
	}

	private People.Answer propose(String from, String more) {
		return People.as(this.client, "editor;POLICY_EDITOR;379901").send(HttpMethod.PUT, RULES, """
				{"from": "%s", "frequency": "MONTHLY", "timing": "ARREARS", "payDay": 10, "tolerance": 0.00, %s
				 "recoveryShare": 1.00, "dueDays": 30, "basis": "§7"}""".formatted(from, more), (headers) -> {
		});
	}

	private List<String> settled() {
		return this.jdbc
			.sql("select concat_ws(' ', applicant, period, kind, amount, reason, settled_by) from payment_settlement"
					+ " order by settled_at")
			.query(String.class)
			.list();
	}

	private String died(String id, String day, String decided) {
		String record = this.people
			.recorded(id,
					"{\"validFrom\": \"%1$s\", \"facts\": {\"deathDate\": \"%1$s\"}, \"reason\": \"learnt late\"}"
						.formatted(day))
			.text("/id");
		new Elders(this.people).decide(id, decided);
		return record;
	}

	private void reversed(String id, String record, String day) {
		this.people.recorded(id,
				"{\"validFrom\": \"%s\", \"facts\": {\"deathDate\": null}, \"reason\": \"was wrong\", \"corrects\": \"%s\"}"
					.formatted(day, record));
	}

	private String eighty() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		new Elders(this.people).decide(id, "2013-01");
		return id;
	}

}
