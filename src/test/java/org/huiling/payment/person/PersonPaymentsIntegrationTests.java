package org.huiling.payment.person;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.Past;
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

/** What a person is due and was paid, on their page. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class PersonPaymentsIntegrationTests {

	private static final Pattern ROW = Pattern.compile("<tr\\b[^>]*>(.*?)</tr>", Pattern.DOTALL);

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

	private PageClient worker;

	@BeforeEach
	void signIn() {
		this.elders = new Elders(People.as(this.client, People.WORKER));
		this.desk = Desk.of(this.client);
		this.accounts.add("page-worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("page-worker");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@Test
	void monthByMonthWhatWasDueIsComparedWithWhatWasPaidAndEveryLineHasItsState() {
		String id = this.elders.eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		this.desk.results(january, "line,result\n1,PAID\n").is(200);
		String february = this.desk.approved("2013-02");
		this.desk.results(february, "line,result,reason\n1,FAILED,账户已注销\n").is(200);
		this.desk.approved("2013-03");
		this.desk.made("2013-04");
		String page = page(id);
		assertThat(rows(page)).contains("2013-01 100.00 元 100.00 元 0.00 元 0.00 元",
				"2013-02 100.00 元 0.00 元 100.00 元 0.00 元", "2013-03 100.00 元 0.00 元 100.00 元 0.00 元",
				"2013-04 100.00 元 0.00 元 0.00 元 100.00 元");
		assertThat(rows(page)).anyMatch((row) -> row.matches("2013-01 \\S+ 发放 高龄津贴 2013-01 当期 100.00 元 已付"))
			.anyMatch((row) -> row.matches("2013-02 \\S+ 发放 高龄津贴 2013-02 当期 100.00 元 失败 账户已注销"))
			.anyMatch((row) -> row.matches("2013-03 \\S+ 发放 高龄津贴 2013-02 重发 .*100.00 元 已核准，待回盘"))
			.anyMatch((row) -> row.matches("2013-04 \\S+ 发放 高龄津贴 2013-04 当期 100.00 元 名册待核准"));
		assertThat(page).contains("class=\"due\"", "最近核准的名册没有留下未发或应追回的款项").doesNotContain("REGULAR", "RETRY");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'PAYMENTS_READ' and subject = ?"
					+ " and done_by = 'page-worker'")
			.param(id)
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(rows(this.worker.send("GET", "/people/" + id + "/payments?last=2013-02", Map.of()).body()))
			.contains("2013-02 100.00 元 0.00 元 100.00 元 0.00 元")
			.noneMatch((row) -> row.startsWith("2013-03 100.00"));
	}

	@Test
	void whatTheDeadOweIsSeenWithWhyAndGoesDownWhenItIsCollected() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(id, "2013-01-20", "2013-02");
		this.desk.approved("2013-03");
		assertThat(rows(page(id))).anyMatch((row) -> row.matches("高龄津贴 2013-02 -100.00 元 应追回 人已去世 \\S+ 2013-03"));
		this.desk.paymaster()
			.post("/api/v1/settlements", """
					{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance",
					 "period": "2013-02", "kind": "COLLECTED", "amount": 60.00, "reason": "the heirs"}""".formatted(id))
			.is(201);
		assertThat(rows(page(id))).anyMatch((row) -> row.matches("高龄津贴 2013-02 -40.00 元 应追回 人已去世 \\S+ 2013-03"));
	}

	private String page(String id) {
		return this.worker.send("GET", "/people/" + id + "/payments", Map.of(), "HX-Request", "true").body();
	}

	/** The rows of all tables as text. */
	private static List<String> rows(String page) {
		return ROW.matcher(page)
			.results()
			.map((row) -> row.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
			.toList();
	}

}
