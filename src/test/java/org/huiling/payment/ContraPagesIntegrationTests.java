package org.huiling.payment;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was taken in error is taken back from the page where it stands, by two. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class ContraPagesIntegrationTests {

	private static final Map<String, String> REASON = Map.of("reason", "登记错行");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private Elders elders;

	private Desk desk;

	private PageClient first;

	private PageClient second;

	private PageClient worker;

	@BeforeEach
	void signIn() {
		this.elders = new Elders(People.as(this.client, People.WORKER));
		this.desk = Desk.of(this.client);
		this.first = signedIn("first-paymaster", "PAYMASTER");
		this.second = signedIn("second-paymaster", "PAYMASTER");
		this.worker = signedIn("page-worker", "CASE_WORKER");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private PageClient signedIn(String name, String role) {
		this.accounts.add(name, List.of("379901"), role);
		return PageClient.of(this.port).signIn(name);
	}

	@Test
	void aResultIsTakenBackFromItsLine() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		String page = "/rosters/" + roster;
		String contra = page + "/lines/1/contra";
		assertThat(body(this.first, page)).contains("/people/" + id + "/payments").doesNotContain(contra);
		this.desk.results(roster, "line,result\n1,FAILED\n").is(200);
		assertThat(body(this.first, page)).contains(contra, "冲销");
		assertThat(body(signedIn("page-watcher", "AUDITOR"), page)).doesNotContain(contra);
		assertThat(this.first.send("POST", contra, Map.of("reason", " ")).statusCode()).isEqualTo(400);
		assertThat(this.worker.send("POST", contra, REASON).statusCode()).isEqualTo(403);
		assertThat(this.first.send("POST", contra, REASON).headers().firstValue("Location").orElse(""))
			.endsWith("/proposals");
		confirm();
		assertThat(this.desk.lines(roster, id).get(0).get("result").isNull()).isTrue();
		assertThat(body(this.first, page)).doesNotContain(contra);
	}

	@Test
	void aSettlementIsTakenBackFromThePaymentsOfThePerson() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(id, "2013-01-20", "2013-02");
		this.desk.approved("2013-03");
		String settlement = this.desk.paymaster()
			.post("/api/v1/settlements",
					"""
							{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance",
							 "period": "2013-02", "kind": "COLLECTED", "amount": 100.00, "reason": "the heirs"}"""
						.formatted(id))
			.is(201)
			.text("/id");
		String page = "/people/" + id + "/payments";
		String contra = "/settlements/" + settlement + "/contra";
		assertThat(body(this.worker, page)).doesNotContain(contra).contains("/people/" + id + "/holds");
		assertThat(body(this.first, page)).contains(contra)
			.doesNotContain("/people/" + id + "/holds", "href=\"/people/" + id + "\"");
		assertThat(this.worker.send("POST", contra, REASON).statusCode()).isEqualTo(403);
		assertThat(this.first.send("POST", "/settlements/x/contra", REASON).statusCode()).isEqualTo(404);
		assertThat(this.first.send("POST", contra, REASON).statusCode()).isEqualTo(302);
		confirm();
		assertThat(body(this.first, page)).contains("已冲销").doesNotContain(contra);
	}

	/** The other paymaster is shown what it is about, without an id, and confirms it. */
	private void confirm() {
		String proposal = this.jdbc.sql("select id::text from proposal where state = 'PROPOSED'")
			.query(String.class)
			.single();
		String confirm = "/proposals/" + proposal + "/confirm";
		assertThat(body(this.first, "/proposals")).doesNotContain(confirm);
		assertThat(body(this.second, "/proposals")).contains(confirm, "登记错行", "高龄津贴", "100.00");
		assertThat(this.second.send("POST", confirm, Map.of()).statusCode()).isEqualTo(302);
	}

	private static String body(PageClient reader, String page) {
		return reader.send("GET", page, Map.of()).body();
	}

}
