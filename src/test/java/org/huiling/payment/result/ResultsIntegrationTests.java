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
		assertThat(errors(this.desk.results(february, file))).containsExactly("rows[2].digest OTHER_ROSTER",
				"rows[3].digest OTHER_ROSTER");
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
			.containsExactly("rows[2].applicantId OTHER_LINE");
		String file = this.desk.lines(roster, second).get(0).get("fileNumber").stringValue();
		for (String[] wrong : new String[][] { { "fileNumber", file }, { "fileNumber", "TEST" }, { "amount", "100.01" },
				{ "account", "6222000000000002" }, { "account", "********0002" }, { "account", "6.222E+15" },
				{ "decisionId", decision }, { "roster", decision } }) {
			assertThat(errors(this.desk.results(roster,
					"line,result,%s\n%d,PAID,%s\n%d,PAID,\n".formatted(wrong[0], one, wrong[1], 3 - one))))
				.singleElement()
				.satisfies((error) -> assertThat(error).startsWith("rows[2]." + wrong[0] + " OTHER_"));
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
			.containsExactly("rows[2].result OTHER_RESULT");
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
			.containsExactly("rows[2].result RECOVERY_RETURNED");
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
			.containsExactly("rows[2].result OTHER_RESULT", "rows[3].line NO_SUCH_LINE");
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
		org.huiling.table.TableFile back = org.huiling.table.TableFile.open(
				new ByteArrayInputStream(refused.body().getBytes(StandardCharsets.UTF_8)), null,
				List.of("行号")::contains);
		assertThat(back.headerLine()).as("it can be sent again").isOne();
	}

	@Test
	void banksFilesAreReadAsBanksWriteThem() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(errors(this.desk.results(roster, "某行代发结果,,\n行号,结果,原因\n1,失败\r,户名不符\n")))
			.containsExactly("rows[3] TORN_ROW", "rows[4] TORN_ROW");
		assertThat(errors(this.desk.results(roster, "行号,处理结果,收款账号\n1,交易失败,6222000000000009\n")))
			.containsExactly("rows[2].account OTHER_LINE");
		People.Answer answer = this.desk
			.results(roster, "某行代发结果,,,\n序号,行号,结果,原因,日期,金额(元)\n1,1,失败,户名不符,2013年1月18号,\"￥100.00\"\n")
			.is(200);
		assertThat(answer.text("/accepted")).isEqualTo("1");
		assertThat(answer.body().get("ignoredColumns").toString()).isEqualTo("[\"序号\"]");
		assertThat(state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
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
			assertThat(odd(shown)).as(footer).containsExactly("4  FOOTER WARNING");
		}
		assertThat(errors(this.desk.results(roster, "序号,行号,金额,结果\n合计,,100.00,\n"))).containsExactly("rows NO_ROWS");
		assertThat(errors(this.desk.results(roster, "备注,行号,金额,结果\n合计,2,100.00,成功\n"))).as("a result is no sum")
			.containsExactly("rows[2].line NO_SUCH_LINE");
		JsonNode taken = this.desk.results(roster, "行号,结果\n1,失败\n合计,1\n").is(200).body();
		assertThat(odd(taken)).containsExactly("3  FOOTER WARNING");
		assertThat(state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

	@Test
	void aLineWithoutAnAnswerStaysOpenAndIsCounted() {
		String first = this.elders.eighty("6222000000000001");
		this.elders.eighty("6222000000000002");
		String roster = this.desk.approved("2013-01");
		String own = new String(this.desk.file(roster, Desk.PAYMASTER, "text/csv"), StandardCharsets.UTF_8);
		JsonNode nothing = this.desk.results(roster, own).is(200).body();
		assertThat(nothing.get("accepted").intValue()).isZero();
		assertThat(nothing.get("unanswered").intValue()).isEqualTo(2);
		assertThat(state(roster)).isEqualTo("APPROVED {}");
		int line = this.desk.lines(roster, first).get(0).get("line").intValue();
		JsonNode shown = this.desk
			.results(roster, "?dryRun=true", "line,result,备注\n%d,PAID,\n%d,,处理中\n".formatted(line, 3 - line))
			.is(200)
			.body();
		assertThat(shown.get("accepted").intValue()).isOne();
		assertThat(shown.get("unanswered").intValue()).isOne();
		assertThat(shown.at("/waiting/lines").intValue()).isOne();
		assertThat(errors(this.desk.results(roster,
				"line,result,reason,amount\n%d,PAID,,\n9,,,\n%d,,closed,\n%2$d,,,7\n".formatted(line, 3 - line))))
			.as("what it says must be so, and a reason is one of a result")
			.containsExactlyInAnyOrder("rows[3].line NO_SUCH_LINE", "rows[4].result UNKNOWN_RESULT",
					"rows[5].amount OTHER_LINE");
		String filled = own.replaceFirst(",,,,,([-0-9a-f]{36},sha256:)", ",,PAID,,,$1");
		JsonNode taken = this.desk.results(roster, filled).is(200).body();
		assertThat(taken.get("accepted").intValue()).isOne();
		assertThat(taken.get("unanswered").intValue()).isOne();
		assertThat(state(roster)).isEqualTo("APPROVED {\"PAID\":1}");
		assertThat(this.desk.results(roster, "transfer,result\n1,\n2,\n").is(200).text("/unanswered")).isEqualTo("2");
		assertThat(errors(this.desk.results(roster, "transfer,result\n1,\n7,\n")))
			.containsExactly("rows[3].transfer NO_SUCH_TRANSFER");
	}

	@Test
	void aDayIsNeitherToComeNorBeforeTheRoster() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-02");
		assertThat(errors(this.desk.results(roster, "line,result,day\n1,PAID,2099-01-01\n")))
			.containsExactly("rows[2].day DAY_AFTER_TODAY");
		People.Answer early = this.desk.results(roster, "line,result,day\n1,PAID,2013-01-31\n");
		assertThat(errors(early)).containsExactly("rows[2].day DAY_BEFORE_ROSTER");
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
				assertThat(odd(this.desk.results(roster, "?dryRun=true", "行号,%s,结果\n1,%s,成功\n".formatted(column, same))
					.is(200)
					.body())).as(column + same).isEmpty();
			}
		}
		String file = "行号,户名,账号,金额,处理结果,备注\n1,别人,6222000000000001,\"100.00\",失败,账户已销户\n";
		JsonNode shown = this.desk.results(roster, "?dryRun=true", file).is(200).body();
		assertThat(odd(shown)).containsExactly("2 accountHolder OTHER_HOLDER WARNING");
		assertThat(shown.get("lines").toString()).doesNotContain("别人").doesNotContain(name);
		assertThat(shown.get("ignoredColumns")).isEmpty();
		assertThat(odd(this.desk.results(roster, "?dryRun=true", "行号,姓名,结果\n1,别人,成功\n").is(200).body()))
			.containsExactly("2 name OTHER_HOLDER WARNING");
		this.desk.results(roster, file).is(200);
		assertThat(this.desk.lines(roster, id).get(0).get("reason").stringValue()).isEqualTo("账户已销户");
	}

	@Test
	void anAmountIsReadInOneWayOnly() {
		this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		for (String no : List.of("1,00.00", "10,0.00", "much", "1e2", "100.0.0", "1 00")) {
			assertThat(errors(this.desk.results(roster, "line,amount,result\n1,\"%s\",PAID\n".formatted(no)))).as(no)
				.containsExactly("rows[2].amount NO_AMOUNT");
		}
		assertThat(errors(this.desk.results(roster, "line,amount,result\n1,\"1,100.00\",PAID\n")))
			.containsExactly("rows[2].amount OTHER_LINE");
		for (String amount : List.of("100", "+100.00", "￥100.0", "¥ 100元", "１００")) {
			this.desk.results(roster, "?dryRun=true", "line,amount,result\n1,%s,PAID\n".formatted(amount)).is(200);
		}
	}

	private static List<String> odd(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString() + " " + line.get("severity").asString())
			.toList();
	}

	@Test
	void whatWouldBeLostOfAFileIsRefused() {
		String id = this.elders.eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		assertThat(this.desk.lines(roster, id)).hasSize(1);
		assertThat(errors(this.desk.results(roster, "line,result,reason\n"))).containsExactly("rows NO_ROWS");
		assertThat(errors(this.desk.results(roster, "line,result,reason\n1,FAILED,no such account, closed\n")))
			.containsExactly("rows[2] SURPLUS_CELLS");
		assertThat(this.desk.results(roster, "line,result,reason\n1,FAILED," + "x".repeat(1 << 20) + "\n")
			.is(422)
			.text("/errors/0/message")).contains("1048576");
		assertThat(errors(this.desk.results(roster, "line,result,reason\n1,FAILED,a\0b\n")))
			.containsExactly("rows[2] LINE_ENCODING");
		assertThat(errors(this.desk.results(roster, "line,result,day\n1,PAID,2013-02-30\n")))
			.containsExactly("rows[2].day NO_DAY");
		assertThat(errors(this.desk.results(roster, "line,transfer,result\n,,PAID\n")))
			.containsExactly("rows[2].line NO_SUCH_LINE");
		this.desk.results(roster, "line,行号,result\n1,2,PAID\n").is(400);
		this.desk.results(roster, "result\nPAID\n").is(400);
		assertThat(this.desk.results(roster, "line,result,reason\r1,失败,no such account\r").is(200).text("/accepted"))
			.as("lines end as the bank ends them")
			.isEqualTo("1");
		assertThat(state(roster)).isEqualTo("CLOSED {\"FAILED\":1}");
	}

}
