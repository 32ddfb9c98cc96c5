package org.huiling.payment;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
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
@SharedService
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

	@Test
	void whatTheDeadWerePaidIsSeenOnTheRosterAndSettledOnTheirPayments() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.died(id, "2013-01-20", "2013-02");
		String roster = this.desk.approved("2013-03");
		assertThat(body(this.first, "/rosters/" + roster)).contains("/rosters/" + roster + "/open?reason=DECEASED");
		assertThat(body(this.first, "/rosters/" + roster + "/open?reason=DECEASED")).contains("人已去世", "-100.00 元",
				"/people/" + id + "/payments", "登记家属退回的");
		assertThat(body(this.first, "/rosters/" + roster + "/open?reason=CAPPED")).contains("没有留下");
		String page = "/people/" + id + "/payments";
		String settle = "action=\"/settlements\"";
		assertThat(body(this.first, page)).contains(settle, "登记退回或提议核销", "value=\"100.00\"");
		assertThat(body(this.worker, page)).doesNotContain(settle);
		assertThat(this.worker.send("POST", "/settlements", REASON).statusCode()).isEqualTo(403);
		assertThat(settled(id, "COLLECTED", "many").statusCode()).isEqualTo(400);
		assertThat(settled(id, "COLLECTED", "100.01").statusCode()).isEqualTo(422);
		assertThat(settled(id, "COLLECTED", "60.00").headers().firstValue("Location").orElse("")).endsWith(page);
		assertThat(body(this.first, page)).contains("已收回", "60.00", "value=\"40.00\"");
		assertThat(settled(id, "WRITTEN_OFF", "40.00").headers().firstValue("Location").orElse(""))
			.endsWith("/proposals");
		confirm("40.00");
		assertThat(body(this.first, page)).contains("已核销").doesNotContain(settle);
	}

	private HttpResponse<String> settled(String id, String kind, String amount) {
		return this.first.send("POST", "/settlements",
				Map.of("person", id, "jurisdiction", "model-district", "applicantId", id, "program",
						"old-age-allowance", "period", "2013-02", "kind", kind, "amount", amount, "reason", "登记错行"));
	}

	@Test
	void linesAreFoundAndADownloadComesBackWithItsResults() {
		String id = this.elders.eighty("6222000000004321");
		String other = this.elders.eighty("6222000000009876");
		String roster = this.desk.approved("2013-01");
		String page = "/rosters/" + roster;
		String number = "/people/" + id + "/payments";
		String others = "/people/" + other + "/payments";
		assertThat(body(this.first, page)).contains("<title>示范区 2013-01", "结果合计", "还没有结果", number, others);
		assertThat(found(page, "4321", "")).contains(number).doesNotContain(others);
		assertThat(found(page, "1", "")).contains("共 1 项");
		assertThat(found(page, "0001", "")).contains("没有这样的行");
		assertThat(found(page, "查无此人", "")).contains("没有这样的行");
		assertThat(body(this.first, page + "/transfers")).contains("转账号", "****4321", "100.00 元");
		assertThat(body(this.first, page + "/transfers/csv")).contains("转账号", "6222000000004321", "\n合计,")
			.doesNotContain("PERSON");
		assertThat(body(this.first, page + "/flags")).contains("核准前要看的");
		String file = body(this.first, page + "/csv");
		assertThat(file).startsWith("\uFEFF行号,档案编号,姓名,").contains("高龄津贴", "当期", "\n合计,").doesNotContain("REGULAR");
		List<String> header = List.of(file.lines().findFirst().orElseThrow().split(","));
		String filled = file.lines().map((line) -> {
			String[] cells = line.split(",", -1);
			if (cells[0].matches("[0-9]+")) {
				boolean paid = line.contains("6222000000004321");
				cells[header.indexOf("结果")] = paid ? "已付" : "失败";
				cells[header.indexOf("原因")] = paid ? "" : "销户";
			}
			return String.join(",", cells);
		}).collect(java.util.stream.Collectors.joining("\r\n"));
		assertThat(filled).as(file).contains("已付", "销户");
		this.desk.results(roster, filled).is(200);
		assertThat(body(this.first, page)).contains("已关闭", "失败", "销户", "result=FAILED");
		assertThat(body(this.first, page + "?result=FAILED")).contains("共 1 项", others + "\">");
		assertThat(found(page, "4321", "FAILED")).contains("没有这样的行");
		assertThat(this.worker.send("POST", page + "/lines", Map.of("looked", "1")).statusCode()).isEqualTo(403);
	}

	private String found(String page, String looked, String result) {
		String body = this.first.send("POST", page + "/lines", Map.of("looked", looked, "result", result)).body();
		return body.substring(body.indexOf("id=\"looked\""));
	}

	/** The other paymaster is shown what it is about, without an id, and confirms it. */
	private void confirm() {
		confirm("100.00");
	}

	private void confirm(String amount) {
		String proposal = this.jdbc.sql("select id::text from proposal where state = 'PROPOSED'")
			.query(String.class)
			.single();
		String confirm = "/proposals/" + proposal + "/confirm";
		assertThat(body(this.first, "/proposals")).doesNotContain(confirm);
		assertThat(body(this.second, "/proposals")).contains(confirm, "登记错行", "高龄津贴", amount);
		assertThat(this.second.send("POST", confirm, Map.of()).statusCode()).isEqualTo(302);
	}

	private static String body(PageClient reader, String page) {
		return reader.send("GET", page, Map.of()).body();
	}

}
