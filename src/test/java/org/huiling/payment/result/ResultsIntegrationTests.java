package org.huiling.payment.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
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
 * What the bank reports is taken of the roster it speaks of and of no other, all of it or
 * nothing; what comes back later is paid again, once.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class ResultsIntegrationTests {

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

	/** Our own file, with every line reported. */
	private String reported(String roster, String result) {
		return new String(this.desk.file(roster, Desk.PAYMASTER, "text/csv"), StandardCharsets.UTF_8)
			.replaceAll(",,,,,([-0-9a-f]{36},sha256:)", ",," + result + ",,,$1");
	}

	private List<String> errors(People.Answer answer) {
		return StreamSupport.stream(answer.is(422).body().get("errors").spliterator(), false)
			.map((error) -> error.get("field").stringValue() + " " + error.get("code").stringValue())
			.toList();
	}

	private String state(String roster) {
		return this.desk.get(roster, "").get("state").stringValue() + " " + this.desk.get(roster, "").get("results");
	}

	private List<String> kinds(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("kind").stringValue() + " " + line.get("period").stringValue() + " "
					+ line.get("amount"))
			.toList();
	}

	@Test
	void theFileOfAnotherMonthIsRefusedRowByRowAndNothingOfItIsTaken() {
		this.elders.eighty("6222000000000001");
		this.elders.eighty("6222000000000002");
		String january = this.desk.approved("2013-01");
		String february = this.desk.approved("2013-02");
		String file = reported(january, "PAID");
		assertThat(file).contains(",PAID,,,");
		assertThat(errors(this.desk.results(february, file))).containsExactly("rows[1].digest OTHER_ROSTER",
				"rows[2].digest OTHER_ROSTER");
		assertThat(state(february)).isEqualTo("APPROVED {}");
		String mixed = reported(february, "FAILED").lines().limit(2).toList().get(1);
		assertThat(errors(this.desk.results(february, file + mixed + "\n"))).hasSize(2);
		assertThat(state(february)).isEqualTo("APPROVED {}");
		assertThat(this.desk.results(february, reported(february, "PAID")).is(200).text("/accepted")).isEqualTo("2");
		assertThat(state(february)).isEqualTo("CLOSED {\"PAID\":2}");
	}

	@Test
	void whateverIdentifiesALineMustAgreeWithOurs() {
		String first = this.elders.eighty("6222000000000001");
		String second = this.elders.eighty("6222000000000002");
		String roster = this.desk.approved("2013-01");
		int one = this.desk.lines(roster, first).get(0).get("line").intValue();
		String decision = this.desk.lines(roster, second).get(0).get("decisionId").stringValue();
		assertThat(errors(this.desk.results(roster,
				"line,result,applicantId\n%d,FAILED,%s\n%d,PAID,%2$s\n".formatted(one, second, 3 - one))))
			.containsExactly("rows[1].applicantId OTHER_LINE");
		String file = this.desk.lines(roster, second).get(0).get("fileNumber").stringValue();
		for (String[] wrong : new String[][] { { "fileNumber", file }, { "fileNumber", "TEST" }, { "amount", "100.01" },
				{ "account", "6222000000000002" }, { "account", "********0002" }, { "account", "6.222E+15" },
				{ "decisionId", decision }, { "roster", decision }, { "amount", "much" } }) {
			assertThat(errors(this.desk.results(roster,
					"line,result,%s\n%d,PAID,%s\n%d,PAID,\n".formatted(wrong[0], one, wrong[1], 3 - one))))
				.singleElement()
				.satisfies((error) -> assertThat(error).startsWith("rows[1]." + wrong[0] + " OTHER_"));
		}
		assertThat(state(roster)).isEqualTo("APPROVED {}");
		assertThat(this.desk
			.results(roster,
					"序号,行号,金额,账号,结果\n1,%d,\"¥ 100\",'6222 0000 0000 0001,成功\n2,%d,100.0,********0002,已付\n"
						.formatted(one, 3 - one))
			.is(200)
			.text("/roster/state")).isEqualTo("CLOSED");
	}

	@Test
	void aTransferThatComesBackIsPaidAgainOnce() {
		String id = this.elders.eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		assertThat(this.desk.results(january, "line,result\n1,PAID\n").is(200).text("/roster/state"))
			.isEqualTo("CLOSED");
		String returned = "行号,结果,日期,原因\n1,退回,2013/01/18,账户销户退汇\n";
		assertThat(this.desk.results(january, returned).is(200).text("/accepted")).isEqualTo("1");
		assertThat(this.desk.lines(january, id)).singleElement().satisfies((line) -> {
			assertThat(line.get("result").stringValue()).isEqualTo("RETURNED");
			assertThat(line.get("reason").stringValue()).isEqualTo("账户销户退汇");
			assertThat(line.get("day").stringValue()).isEqualTo("2013-01-18");
		});
		assertThat(state(january)).isEqualTo("CLOSED {\"RETURNED\":1}");
		String february = this.desk.approved("2013-02");
		assertThat(kinds(february, id)).containsExactly("RETRY 2013-01 100.00", "REGULAR 2013-02 100.00");
		for (String again : List.of(returned, "line,result\n1,PAID\n")) {
			assertThat(this.desk.results(january, again).is(200).text("/known")).isEqualTo("1");
		}
		assertThat(errors(this.desk.results(january, "line,result\n1,FAILED\n")))
			.containsExactly("rows[1].result OTHER_RESULT");
		this.desk.results(february, "line,result\n1,PAID\n2,PAID\n").is(200);
		assertThat(kinds(this.desk.approved("2013-03"), id)).containsExactly("REGULAR 2013-03 100.00");
	}

	@Test
	void whatWasSetOffAgainstAReturnedPaymentIsOwedAgain() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.away(id, "2013-02", "2013-03");
		String march = this.desk.approved("2013-03");
		this.desk.results(march, "line,result\n1,PAID\n").is(200);
		assertThat(state(march)).isEqualTo("CLOSED {\"PAID\":2}");
		assertThat(errors(this.desk.results(march, "line,result\n2,RETURNED\n")))
			.containsExactly("rows[1].result RECOVERY_RETURNED");
		this.desk.results(march, "line,result\n1,RETURNED\n").is(200);
		assertThat(state(march)).isEqualTo("CLOSED {\"FAILED\":1,\"RETURNED\":1}");
		String april = this.desk.approved("2013-04");
		assertThat(kinds(april, id)).containsExactly("RETRY 2013-03 100.00", "REGULAR 2013-04 100.00",
				"RECOVERY 2013-02 -100.00");
		assertThat(this.desk.open(april, id)).isEmpty();
	}

	@Test
	void whatAFileWouldComeToIsShownAndThatIsWhatIsTaken() {
		this.elders.eighty("6222000000000001");
		this.elders.eighty("6222000000000002");
		this.elders.eighty("6222000000000003");
		String roster = this.desk.approved("2013-01");
		String file = "line,result,x\n1,PAID,\n2,FAILED,\n";
		JsonNode shown = this.desk.results(roster, "?dryRun=true", file).is(200).body();
		assertThat(shown.get("accepted").intValue()).isEqualTo(2);
		assertThat(shown.get("ignoredColumns").toString()).isEqualTo("[\"x\"]");
		assertThat(shown.get("results").toString()).isEqualTo("[{\"result\":\"PAID\",\"recovery\":false,\"lines\":1,"
				+ "\"total\":100.00},{\"result\":\"FAILED\",\"recovery\":false,\"lines\":1,\"total\":100.00}]");
		assertThat(shown.get("waiting").toString()).isEqualTo("{\"lines\":1,\"total\":100.00}");
		assertThat(state(roster)).isEqualTo("APPROVED {}");
		assertThat(this.desk.results(roster, "?dryRun=true", file).body().get("digest")).isEqualTo(shown.get("digest"));
		String asShown = "?digest=" + shown.get("digest").stringValue();
		assertThat(this.desk.results(roster, asShown, file + "3,PAID,\n").is(409).text("/type"))
			.endsWith("results-not-as-shown");
		this.desk.results(roster, "line,result\n2,FAILED\n").is(200);
		this.desk.results(roster, asShown, file).is(409);
		assertThat(state(roster)).isEqualTo("APPROVED {\"FAILED\":1}");
		shown = this.desk.results(roster, "?dryRun=true", file).is(200).body();
		assertThat(shown.get("known").intValue()).isOne();
		this.desk.results(roster, "?digest=" + shown.get("digest").stringValue(), file).is(200);
		assertThat(state(roster)).isEqualTo("APPROVED {\"FAILED\":1,\"PAID\":1}");
		assertThat(errors(this.desk.results(roster, "?dryRun=true", "line,result\n1,FAILED\n9,PAID\n")))
			.containsExactly("rows[1].result OTHER_RESULT", "rows[2].line NO_SUCH_LINE");
		assertThat(
				this.jdbc.sql("select count(*) from audit_event where action = 'ROSTER_RESULTS_TAKEN' and subject = ?")
					.param(roster)
					.query(Integer.class)
					.single())
			.as("a look is no event")
			.isEqualTo(2);
	}

	@Test
	void aPreviewShowsTheRecoveriesThatFollow() {
		String id = this.elders.eighty("6222000000000001");
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.away(id, "2013-02", "2013-03");
		String march = this.desk.approved("2013-03");
		assertThat(this.desk.results(march, "?dryRun=true", "line,result\n1,PAID\n").is(200).body().get("results"))
			.extracting((sum) -> sum.get("result").stringValue() + " " + sum.get("recovery") + " " + sum.get("total"))
			.containsExactly("PAID false 100.00", "PAID true -100.00");
		this.desk.results(march, "line,result\n1,PAID\n").is(200);
		assertThat(this.desk.results(march, "?dryRun=true", "line,result\n1,RETURNED\n").is(200).body().get("results"))
			.extracting((sum) -> sum.get("result").stringValue() + " " + sum.get("recovery") + " " + sum.get("total"))
			.containsExactly("RETURNED false 100.00", "FAILED true -100.00");
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
		assertThat(state(roster)).isEqualTo("APPROVED {}");
		org.huiling.table.Table back = org.huiling.table.Table.open(
				new ByteArrayInputStream(refused.body().getBytes(StandardCharsets.UTF_8)), null,
				List.of("行号")::contains);
		assertThat(back.headerLine()).as("it can be sent again").isOne();
	}

	@Test
	void banksFilesAreReadAsBanksWriteThem() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(errors(this.desk.results(roster, "某行代发结果,,\n行号,结果,原因\n1,失败\r,户名不符\n")))
			.containsExactly("rows[1] TORN_ROW", "rows[2] TORN_ROW");
		assertThat(errors(this.desk.results(roster, "行号,结果\n1,失败\n合计,1\n"))).contains("rows[2].result UNKNOWN_RESULT");
		assertThat(errors(this.desk.results(roster, "行号,处理结果,收款账号\n1,交易失败,6222000000000009\n")))
			.containsExactly("rows[1].account OTHER_LINE");
		People.Answer answer = this.desk
			.results(roster, "某行代发结果,,,\n序号,行号,结果,原因,日期,金额(元)\n1,1,失败,户名不符,2013年1月18号,\"￥100.00\"\n")
			.is(200);
		assertThat(answer.text("/accepted")).isEqualTo("1");
		assertThat(answer.body().get("ignoredColumns").toString()).isEqualTo("[\"序号\"]");
		assertThat(state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

	@Test
	void whatWouldBeLostOfAFileIsRefused() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(this.desk.lines(roster, id)).hasSize(1);
		assertThat(errors(this.desk.results(roster, "line,result,reason\n"))).containsExactly("rows NO_ROWS");
		assertThat(errors(this.desk.results(roster, "line,result,reason\n1,FAILED,no such account, closed\n")))
			.containsExactly("rows[1] SURPLUS_CELLS");
		assertThat(this.desk.results(roster, "line,result,reason\n1,FAILED," + "x".repeat(1 << 20) + "\n")
			.is(422)
			.text("/errors/0/message")).contains("1048576");
		assertThat(errors(this.desk.results(roster, "line,result,reason\n1,FAILED,a\0b\n")))
			.containsExactly("rows[1] LINE_ENCODING");
		assertThat(errors(this.desk.results(roster, "line,result,day\n1,PAID,2013-02-30\n")))
			.containsExactly("rows[1].day NO_DAY");
		assertThat(errors(this.desk.results(roster, "line,transfer,result\n,,PAID\n")))
			.containsExactly("rows[1].line NO_SUCH_LINE");
		this.desk.results(roster, "line,行号,result\n1,2,PAID\n").is(400);
		this.desk.results(roster, "result\nPAID\n").is(400);
		assertThat(this.desk.results(roster, "line,result,reason\r1,失败,no such account\r").is(200).text("/accepted"))
			.as("lines end as the bank ends them")
			.isEqualTo("1");
		assertThat(state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

}
