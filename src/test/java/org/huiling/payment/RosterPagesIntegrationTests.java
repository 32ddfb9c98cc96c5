package org.huiling.payment;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A roster waits on the first page of who may approve it, and is approved knowingly. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RosterPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@Test
	void whatWaitsIsListedAndApprovedAfterItsSumAndFlagsWereNamed() {
		new Elders(People.as(this.client, People.WORKER)).eighty("");
		PageClient maker = signedIn("roster-maker", "379901", "BATCH_OPERATOR", "PAYMASTER");
		String made = maker.submit("/rosters", "jurisdiction", "model-district", "month", "2013-01")
			.headers()
			.firstValue("Location")
			.orElseThrow();
		String roster = made.substring(made.indexOf("/rosters/"));
		PageClient paymaster = signedIn("approving-paymaster", "379901", "PAYMASTER");
		assertThat(body(paymaster, "/")).contains("待核准的名册 ", roster, "2013-01", "100.00 元").doesNotContain("现在没有等您办的");
		assertThat(body(maker, "/")).as("who made it").doesNotContain(roster);
		assertThat(body(signedIn("elsewhere", "110101", "PAYMASTER"), "/")).doesNotContain(roster);
		assertThat(body(signedIn("watcher", "379901", "AUDITOR"), "/")).doesNotContain(roster);
		assertThat(body(paymaster, roster)).contains("id=\"approve\"", "共 1 行，合计 100.00 元", "没有账户：1", "都看过了，核准",
				roster + "/approve");
		assertThat(body(signedIn("other-watcher", "379901", "AUDITOR"), roster)).doesNotContain("id=\"approve\"");
		assertThat(paymaster.send("POST", roster + "/approve", Map.of()).statusCode()).isEqualTo(302);
		assertThat(body(paymaster, "/")).doesNotContain(roster);
		assertThat(body(paymaster, roster)).doesNotContain("id=\"approve\"");
	}

	private PageClient signedIn(String name, String region, String... roles) {
		this.accounts.add(name, List.of(region), roles);
		return PageClient.of(this.port).signIn(name);
	}

	private static String body(PageClient who, String page) {
		return who.send("GET", page, Map.of()).body();
	}

}
