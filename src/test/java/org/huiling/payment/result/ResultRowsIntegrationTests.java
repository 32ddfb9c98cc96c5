package org.huiling.payment.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of results are read as banks write them; what a row says must agree with ours,
 * and nothing of a file is lost silently.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ResultRowsIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private Elders elders;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.elders = new Elders(People.as(this.client, People.WORKER));
		this.desk = Desk.of(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@Test
	void whateverIdentifiesALineMustAgreeWithOurs() {
		String first = this.elders.eighty("6222000000000001");
		String second = this.elders.eighty("6222000000000002");
		String roster = this.desk.approved("2013-01");
		int one = this.desk.lines(roster, first).get(0).get("line").intValue();
		String decision = this.desk.lines(roster, second).get(0).get("decisionId").stringValue();
		assertThat(Desk.errors(this.desk.results(roster,
				"line,result,applicantId\n%d,FAILED,%s\n%d,PAID,%2$s\n".formatted(one, second, 3 - one))))
			.containsExactly("rows[2].applicantId OTHER_LINE");
		String file = this.desk.lines(roster, second).get(0).get("fileNumber").stringValue();
		for (String[] wrong : new String[][] { { "fileNumber", file }, { "fileNumber", "TEST" }, { "amount", "100.01" },
				{ "account", "6222000000000002" }, { "account", "********0002" }, { "account", "6.222E+15" },
				{ "decisionId", decision }, { "roster", decision } }) {
			assertThat(Desk.errors(this.desk.results(roster,
					"line,result,%s\n%d,PAID,%s\n%d,PAID,\n".formatted(wrong[0], one, wrong[1], 3 - one))))
				.singleElement()
				.satisfies((error) -> assertThat(error).startsWith("rows[2]." + wrong[0] + " OTHER_"));
		}
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {}");
		assertThat(this.desk
			.results(roster,
					"序号,行号,金额,账号,结果\n1,%d,\"¥ 100\",'6222 0000 0000 0001,成功\n2,%d,100.0,********0002,已付\n"
						.formatted(one, 3 - one))
			.is(200)
			.text("/roster/state")).isEqualTo("CLOSED");
	}

	@Test
	void rowsThatDisagreeAreGivenBackAsTheyWereSentAndComputeNothing() throws IOException {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		this.accounts.add("results-paymaster", List.of("379901"), "PAYMASTER");
		PageClient page = PageClient.of(this.port).signIn("results-paymaster");
		byte[] file = ("某行代发结果,,,\n\n行号,结果,原因,联系电话\n1,成功,,\n2,\"失败\",\"=HYPERLINK(\"\"x\"\")\",-1\n\n" + "3,不知道,@x,\n")
			.getBytes(Charset.forName("GBK"));
		HttpResponse<String> shown = page.upload("/rosters/" + roster + "/results?dryRun=true", "text/csv", file);
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("联系电话").contains(">5<").contains(">7<").doesNotContain("HYPERLINK");
		HttpResponse<String> refused = page.upload("/rosters/" + roster + "/results/refused", "text/csv", file);
		assertThat(refused.body().lines().map((line) -> line.replaceFirst(",\"?(result|line): [^,]*,", ",…,")))
			.containsExactly("\uFEFFimport.line,import.error,行号,结果,原因,联系电话",
					"5,…,2,\"失败\",\"'=HYPERLINK(\"\"x\"\")\",-1", "7,…,3,不知道,'@x,");
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {}");
		org.huiling.table.TableFile back = org.huiling.table.TableFile.open(
				new ByteArrayInputStream(refused.body().getBytes(StandardCharsets.UTF_8)), null,
				List.of("行号")::contains);
		assertThat(back.headerLine()).as("it can be sent again").isOne();
	}

	@Test
	void rowsOfARosterThatThereIsNotAreRefusedOnAPage() {
		this.accounts.add("missing-paymaster", List.of("379901"), "PAYMASTER");
		HttpResponse<String> refused = PageClient.of(this.port)
			.signIn("missing-paymaster")
			.upload("/rosters/" + java.util.UUID.randomUUID() + "/results/refused", "text/csv",
					"行号,结果\n1,成功\n".getBytes(StandardCharsets.UTF_8));
		assertThat(refused.statusCode()).isEqualTo(404);
		assertThat(refused.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
	}

	@Test
	void banksFilesAreReadAsBanksWriteThem() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(Desk.errors(this.desk.results(roster, "某行代发结果,,\n行号,结果,原因\n1,失败\r,户名不符\n")))
			.containsExactly("rows[3] TORN_ROW", "rows[4] TORN_ROW");
		assertThat(Desk.errors(this.desk.results(roster, "行号,处理结果,收款账号\n1,交易失败,6222000000000009\n")))
			.containsExactly("rows[2].account OTHER_LINE");
		People.Answer answer = this.desk
			.results(roster, "某行代发结果,,,\n序号,行号,结果,原因,日期,金额(元)\n1,1,失败,户名不符,2013年1月18号,\"￥100.00\"\n")
			.is(200);
		assertThat(answer.text("/accepted")).isEqualTo("1");
		assertThat(answer.body().get("ignoredColumns").toString()).isEqualTo("[\"序号\"]");
		assertThat(this.desk.state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

	@Test
	void whatStandsBelowTheListIsNamedAndTheRestTaken() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		for (String footer : List.of("合计,1,100.00,", "合  计,,100.00,", "总计：1笔,,,", "以上共1笔,,,", "制表人：某,,2013年,",
				"Total,,100.00,")) {
			JsonNode shown = this.desk.results(roster, "?dryRun=true", "序号,行号,金额,结果\n1,1,100.00,失败\n\n" + footer + "\n")
				.is(200)
				.body();
			assertThat(shown.get("accepted").intValue()).isOne();
			assertThat(shown.get("warnings").intValue()).isOne();
			assertThat(Desk.odd(shown)).as(footer).containsExactly("4  FOOTER WARNING");
		}
		assertThat(Desk.errors(this.desk.results(roster, "序号,行号,金额,结果\n合计,,100.00,\n")))
			.containsExactly("rows NO_ROWS");
		assertThat(Desk.errors(this.desk.results(roster, "备注,行号,金额,结果\n合计,2,100.00,成功\n"))).as("a result is no sum")
			.containsExactly("rows[2].line NO_SUCH_LINE");
		JsonNode taken = this.desk.results(roster, "行号,结果\n1,失败\n合计,1\n").is(200).body();
		assertThat(Desk.odd(taken)).containsExactly("3  FOOTER WARNING");
		assertThat(this.desk.state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

	@Test
	void aDayIsNeitherToComeNorBeforeTheRoster() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-02");
		assertThat(Desk.errors(this.desk.results(roster, "line,result,day\n1,PAID,2099-01-01\n")))
			.containsExactly("rows[2].day DAY_AFTER_TODAY");
		People.Answer early = this.desk.results(roster, "line,result,day\n1,PAID,2013-01-31\n");
		assertThat(Desk.errors(early)).containsExactly("rows[2].day DAY_BEFORE_ROSTER");
		assertThat(early.text("/errors/0/message")).contains("2013-02-01");
		this.desk.results(roster, "line,result,day\n1,PAID,2013年2月1日\n").is(200);
		assertThat(this.desk.lines(roster, id).get(0).get("day").stringValue()).isEqualTo("2013-02-01");
	}

	@Test
	void theHolderIsComparedAndANoteSaysWhy() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		JsonNode line = this.desk.lines(roster, id).get(0);
		String name = line.get("name").stringValue();
		String spaced = name.substring(0, 1) + "　" + name.substring(1) + " ";
		String masked = name.substring(0, 1) + "*".repeat(name.length() - 1);
		for (String same : List.of(name, spaced, masked)) {
			for (String column : List.of("accountHolder", "户名", "账户姓名", "姓名", "name")) {
				assertThat(Desk
					.odd(this.desk.results(roster, "?dryRun=true", "行号,%s,结果\n1,%s,成功\n".formatted(column, same))
						.is(200)
						.body()))
					.as(column + same)
					.isEmpty();
			}
		}
		String file = "行号,户名,账号,金额,处理结果,备注\n1,别人,6222000000000001,\"100.00\",失败,账户已销户\n";
		JsonNode shown = this.desk.results(roster, "?dryRun=true", file).is(200).body();
		assertThat(Desk.odd(shown)).containsExactly("2 accountHolder OTHER_HOLDER WARNING");
		assertThat(shown.get("lines").toString()).doesNotContain("别人").doesNotContain(name);
		assertThat(shown.get("ignoredColumns")).isEmpty();
		assertThat(Desk.odd(this.desk.results(roster, "?dryRun=true", "行号,姓名,结果\n1,别人,成功\n").is(200).body()))
			.containsExactly("2 name OTHER_HOLDER WARNING");
		this.desk.results(roster, file).is(200);
		assertThat(this.desk.lines(roster, id).get(0).get("reason").stringValue()).isEqualTo("账户已销户");
	}

	@Test
	void anAmountIsReadInOneWayOnly() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		for (String no : List.of("1,00.00", "10,0.00", "much", "1e2", "100.0.0", "1 00")) {
			assertThat(Desk.errors(this.desk.results(roster, "line,amount,result\n1,\"%s\",PAID\n".formatted(no))))
				.as(no)
				.containsExactly("rows[2].amount NO_AMOUNT");
		}
		assertThat(Desk.errors(this.desk.results(roster, "line,amount,result\n1,\"1,100.00\",PAID\n")))
			.containsExactly("rows[2].amount OTHER_LINE");
		for (String amount : List.of("100", "+100.00", "￥100.0", "¥ 100元", "１００")) {
			this.desk.results(roster, "?dryRun=true", "line,amount,result\n1,%s,PAID\n".formatted(amount)).is(200);
		}
	}

	@Test
	void whatWouldBeLostOfAFileIsRefused() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(this.desk.lines(roster, id)).hasSize(1);
		assertThat(Desk.errors(this.desk.results(roster, "line,result,reason\n"))).containsExactly("rows NO_ROWS");
		assertThat(Desk.errors(this.desk.results(roster, "line,result,reason\n1,FAILED,no such account, closed\n")))
			.containsExactly("rows[2] SURPLUS_CELLS");
		assertThat(this.desk.results(roster, "line,result,reason\n1,FAILED," + "x".repeat(1 << 20) + "\n")
			.is(422)
			.text("/errors/0/message")).contains("1048576");
		assertThat(Desk.errors(this.desk.results(roster, "line,result,reason\n1,FAILED,a\0b\n")))
			.containsExactly("rows[2] LINE_ENCODING");
		assertThat(Desk.errors(this.desk.results(roster, "line,result,day\n1,PAID,2013-02-30\n")))
			.containsExactly("rows[2].day NO_DAY");
		assertThat(Desk.errors(this.desk.results(roster, "line,transfer,result\n,,PAID\n")))
			.containsExactly("rows[2].line NO_SUCH_LINE");
		this.desk.results(roster, "line,行号,result\n1,2,PAID\n").is(400);
		this.desk.results(roster, "result\nPAID\n").is(400);
		assertThat(this.desk.results(roster, "line,result,reason\r1,失败,no such account\r").is(200).text("/accepted"))
			.as("lines end as the bank ends them")
			.isEqualTo("1");
		assertThat(this.desk.state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

}
