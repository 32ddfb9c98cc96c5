package org.huiling.payment.roster;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No draft is approved of which a line is ended or lowered by what was recorded since it
 * was made.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RosterDraftCheckIntegrationTests {

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
		Stream.of("roster", "decision", "payment_settlement").forEach((table) -> {
			this.jdbc.sql("alter table " + table + " disable trigger user").update();
			this.jdbc.sql("update " + table + " set jurisdiction = 'past-' || id where jurisdiction = 'model-district'")
				.update();
			this.jdbc.sql("alter table " + table + " enable trigger user").update();
		});
	}

	@Test
	void aDeathBetweenDraftAndApproval() {
		String dead = eighty();
		String alive = eighty();
		String draft = draft("2013-05", 10);
		int may = line(draft, dead, "2013-05");
		int april = line(draft, dead, "2013-04");
		this.people.recorded(dead,
				"{\"validFrom\": \"2013-03-20\", \"facts\": {\"deathDate\": \"2013-03-20\"}, \"reason\": \"told\"}");
		// nobody decided again: April and May are not due any more, January to March are
		assertThat(outdated(draft)).containsExactlyInAnyOrder(april + " DECEASED", may + " DECEASED");
		String again = again(draft, "2013-05", 8);
		// ten months less two, 100 yuan each
		assertThat(this.desk.get(again, "").get("total").decimalValue()).isEqualByComparingTo("800.00");
		assertThat(this.desk.lines(again, alive)).hasSize(5);
		this.desk.approve(again).is(200);
	}

	@Test
	void aMoveThatNobodyDecidedAbout() {
		String id = eighty();
		String draft = draft("2013-02", 2);
		this.people.recorded(id, """
				{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}},
				 "reason": "moved away"}""");
		String line = line(draft, id, "2013-02") + " ENDED";
		assertThat(outdated(draft)).containsExactly(line);
		String again = again(draft, "2013-02", 2);
		assertThat(outdated(again)).as("made again without a decision").hasSize(1);
		new Elders(this.people).decide(id, "2013-02");
		this.desk.approve(again(again, "2013-02", 1)).is(200);
	}

	@Test
	void aRevokedDecision() {
		String id = eighty();
		String draft = draft("2013-01", 1);
		String decision = this.desk.lines(draft, id).get(0).get("decisionId").stringValue();
		this.people.post("/api/v1/decisions/" + decision + "/revoke", "{\"reason\": \"another person\"}").is(201);
		assertThat(outdated(draft)).containsExactly("1 ENDED");
	}

	@Test
	void aMergedFileAndItsDoublePayment() {
		String id = eighty();
		String duplicate = eighty();
		String draft = draft("2013-01", 2);
		this.people
			.post("/api/v1/applicants/" + id + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"the same\"}".formatted(duplicate))
			.is(200);
		String line = line(draft, duplicate, "2013-01") + " MERGED";
		assertThat(outdated(draft)).containsExactly(line);
		this.desk.approve(again(draft, "2013-01", 1)).is(200);
	}

	@Test
	void aCorrectedNameOrAccount() {
		String id = eighty();
		String other = eighty();
		String draft = draft("2013-01", 2);
		this.people.recorded(id,
				"""
						{"validFrom": "2013-01-01", "facts": {"payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000099998888",
						 "name": "王秀英"}}, "reason": "a new account"}""");
		this.people.recorded(other,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"sex\": \"FEMALE\"}, \"reason\": \"seen\"}");
		String line = line(draft, id, "2013-01") + " PAYEE_CHANGED";
		assertThat(outdated(draft)).as("what changes nothing is no reason").containsExactly(line);
		this.desk.approve(again(draft, "2013-01", 2)).is(200);
	}

	@Test
	void aHoldIsNamedAsBefore() {
		String id = eighty();
		String draft = draft("2013-02", 2);
		this.people
			.post("/api/v1/applicants/" + id + "/payment-holds",
					"{\"from\": \"2013-02\", \"code\": \"GIVEN_UP\", \"reason\": \"signed\"}")
			.is(201);
		People.Answer refused = this.desk.approve(draft).is(409);
		assertThat(refused.text("/type")).isEqualTo("urn:huiling:problem:held-since");
		assertThat(errors(refused)).containsExactly("1 HELD", "2 HELD");
		this.desk.approve(again(draft, "2013-02", 0)).is(200);
	}

	@Test
	void aRecoveryThatWasCollectedByHandMeanwhile() {
		String id = eighty();
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		String away = this.people.recorded(id, """
				{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}},
				 "reason": "moved away"}""").text("/id");
		new Elders(this.people).decide(id, "2013-02");
		this.people.recorded(id, """
				{"validFrom": "2013-03-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}},
				 "reason": "back"}""");
		new Elders(this.people).decide(id, "2013-03");
		assertThat(away).isNotBlank();
		String draft = draft("2013-03", 2);
		int line = line(draft, id, "2013-02");
		this.jdbc
			.sql("""
					insert into payment_settlement (id, jurisdiction, applicant, program, period, kind, amount, reason,
						settled_by, settled_at)
					values (gen_random_uuid(), 'model-district', cast(? as uuid), 'old-age-allowance', '2013-02', 'COLLECTED',
						100, 'brought it', 'paymaster', clock_timestamp())""")
			.param(id)
			.update();
		assertThat(outdated(draft)).containsExactly(line + " RECOVERY_CHANGED");
	}

	@Test
	void whatRaisesALineIsLeftToTheNextRoster() {
		String id = eighty();
		String draft = draft("2013-01", 1);
		eighty();
		this.people.recorded(id,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"lifeCheck\": {\"lastPassed\": \"2026-02-01\"}}, \"reason\": \"seen\"}");
		this.desk.approve(draft).is(200);
		assertThat(this.desk.made("2013-02").get("total").decimalValue()).isEqualByComparingTo("300.00");
	}

	/** The others need the version. */
	@Test
	@Order(Integer.MAX_VALUE)
	void aVersionWithdrawnSince() {
		String id = eighty();
		String draft = draft("2013-01", 1);
		assertThat(this.desk.lines(draft, id)).hasSize(1);
		People.as(this.client, "approver;POLICY_APPROVER;379901")
			.post("/api/v1/policies/model-district/old-age-allowance/2013-01-01/withdraw", "{\"reason\": \"a slip\"}")
			.is(200);
		assertThat(outdated(draft)).containsExactly("1 VERSION_WITHDRAWN");
	}

	private String draft(String month, int lines) {
		JsonNode made = this.desk.made(month);
		assertThat(made.get("lines").intValue()).isEqualTo(lines);
		return made.get("id").stringValue();
	}

	private String again(String draft, String month, int lines) {
		this.desk.discard(draft).is(200);
		return draft(month, lines);
	}

	private int line(String roster, String id, String period) {
		return this.desk.lines(roster, id)
			.stream()
			.filter((line) -> period.equals(line.get("period").stringValue()))
			.findFirst()
			.orElseThrow()
			.get("line")
			.intValue();
	}

	private List<String> outdated(String draft) {
		People.Answer refused = this.desk.approve(draft).is(409);
		assertThat(refused.text("/type")).isEqualTo("urn:huiling:problem:roster-outdated");
		assertThat(this.desk.get(draft, "").get("state").stringValue()).isEqualTo("DRAFT");
		return errors(refused);
	}

	private static List<String> errors(People.Answer refused) {
		return StreamSupport.stream(Objects.requireNonNull(refused.body().get("errors")).spliterator(), false)
			.map((error) -> error.get("line") + " " + error.get("code").stringValue())
			.toList();
	}

	/** Somebody who has 100 yuan a month from January on. */
	private String eighty() {
		String id = this.people.begun("""
				{"name": "王秀英", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000011112222", "name": "王秀英"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		new Elders(this.people).decide(id, "2013-01");
		return id;
	}

}
