package org.huiling.payment;

import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A roster says of what it pays for earlier months why it was not paid then. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class WhyPaidLaterIntegrationTests {

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

	private List<String> reasons(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("period").stringValue() + " " + line.path("because").asString("REGULAR"))
			.toList();
	}

	@Test
	void whoWasDecidedLateIsRegisteredLate() {
		String id = this.elders.eighty("6222000000000001");
		assertThat(reasons(this.desk.approved("2013-02"), id)).containsExactly("2013-01 REGISTERED_LATE",
				"2013-02 REGULAR");
	}

	@Test
	void whoWasThoughtTooYoungIsPaidBecauseTheBirthDateWasCorrected() {
		String id = this.people.begun("""
				{"name": "试例乙", "birthDate": "1943-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000000000002", "name": "试例乙"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		this.elders.decide(id, "2013-01");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.people.recorded(id, """
				{"validFrom": "1943-01-10", "facts": {"birthDate": "1933-01-10"}, "reason": "as the old book says"}""");
		this.elders.decide(id, "2013-01");
		assertThat(reasons(this.desk.approved("2013-03"), id)).containsExactly("2013-01 DATA_CORRECTED",
				"2013-02 DATA_CORRECTED", "2013-03 REGULAR");
	}

	@Test
	void whoHadComeBackIsPaidBecauseItWasLearntLate() {
		String id = this.elders.eighty("6222000000000003");
		this.desk.approved("2013-01");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}}, "reason": "moved"}""");
		this.elders.decide(id, "2013-02");
		this.desk.approved("2013-02");
		this.desk.approved("2013-03");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-03-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}}, "reason": "back"}""");
		this.elders.decide(id, "2013-03");
		assertThat(reasons(this.desk.approved("2013-04"), id)).containsExactly("2013-03 DATA_CORRECTED",
				"2013-04 REGULAR");
	}

}
