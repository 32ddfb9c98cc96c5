package org.huiling.payment.result;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.Past;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the bank reports is taken of the roster it speaks of and of no other, all of it or
 * nothing; what comes back later is paid again, once.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ResultsIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

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
		assertThat(Desk.errors(this.desk.results(february, file))).containsExactly("rows[2].digest OTHER_ROSTER",
				"rows[3].digest OTHER_ROSTER");
		assertThat(this.desk.state(february)).isEqualTo("APPROVED {}");
		String mixed = reported(february, "FAILED").lines().limit(2).toList().get(1);
		assertThat(Desk.errors(this.desk.results(february, file + mixed + "\n"))).hasSize(2);
		assertThat(this.desk.state(february)).isEqualTo("APPROVED {}");
		assertThat(this.desk.results(february, reported(february, "PAID")).is(200).text("/accepted")).isEqualTo("2");
		assertThat(this.desk.state(february)).isEqualTo("CLOSED {\"PAID\":2}");
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
		assertThat(this.desk.state(january)).isEqualTo("CLOSED {\"RETURNED\":1}");
		String february = this.desk.approved("2013-02");
		assertThat(kinds(february, id)).containsExactly("RETRY 2013-01 100.00", "REGULAR 2013-02 100.00");
		for (String again : List.of(returned, "line,result\n1,PAID\n")) {
			assertThat(this.desk.results(january, again).is(200).text("/known")).isEqualTo("1");
		}
		assertThat(Desk.errors(this.desk.results(january, "line,result\n1,FAILED\n")))
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
		assertThat(this.desk.state(march)).isEqualTo("CLOSED {\"PAID\":2}");
		assertThat(Desk.errors(this.desk.results(march, "line,result\n2,RETURNED\n")))
			.containsExactly("rows[2].result RECOVERY_RETURNED");
		this.desk.results(march, "line,result\n1,RETURNED\n").is(200);
		assertThat(this.desk.state(march)).isEqualTo("CLOSED {\"FAILED\":1,\"RETURNED\":1}");
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
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {}");
		assertThat(this.desk.results(roster, "?dryRun=true", file).body().get("digest")).isEqualTo(shown.get("digest"));
		String asShown = "?digest=" + shown.get("digest").stringValue();
		assertThat(this.desk.results(roster, asShown, file + "3,PAID,\n").is(409).text("/type"))
			.endsWith("results-not-as-shown");
		this.desk.results(roster, "line,result\n2,FAILED\n").is(200);
		this.desk.results(roster, asShown, file).is(409);
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {\"FAILED\":1}");
		shown = this.desk.results(roster, "?dryRun=true", file).is(200).body();
		assertThat(shown.get("known").intValue()).isOne();
		this.desk.results(roster, "?digest=" + shown.get("digest").stringValue(), file).is(200);
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {\"FAILED\":1,\"PAID\":1}");
		assertThat(Desk.errors(this.desk.results(roster, "?dryRun=true", "line,result\n1,FAILED\n9,PAID\n")))
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
	void aLineWithoutAnAnswerStaysOpenAndIsCounted() {
		String first = this.elders.eighty("6222000000000001");
		this.elders.eighty("6222000000000002");
		String roster = this.desk.approved("2013-01");
		String own = new String(this.desk.file(roster, Desk.PAYMASTER, "text/csv"), StandardCharsets.UTF_8);
		JsonNode nothing = this.desk.results(roster, own).is(200).body();
		assertThat(nothing.get("accepted").intValue()).isZero();
		assertThat(nothing.get("unanswered").intValue()).isEqualTo(2);
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {}");
		int line = this.desk.lines(roster, first).get(0).get("line").intValue();
		JsonNode shown = this.desk
			.results(roster, "?dryRun=true", "line,result,备注\n%d,PAID,\n%d,,处理中\n".formatted(line, 3 - line))
			.is(200)
			.body();
		assertThat(shown.get("accepted").intValue()).isOne();
		assertThat(shown.get("unanswered").intValue()).isOne();
		assertThat(shown.at("/waiting/lines").intValue()).isOne();
		assertThat(Desk.errors(this.desk.results(roster,
				"line,result,reason,amount\n%d,PAID,,\n9,,,\n%d,,closed,\n%2$d,,,7\n".formatted(line, 3 - line))))
			.as("what it says must be so, and a reason is one of a result")
			.containsExactlyInAnyOrder("rows[3].line NO_SUCH_LINE", "rows[4].result UNKNOWN_RESULT",
					"rows[5].amount OTHER_LINE");
		String filled = own.replaceFirst(",,,,,([-0-9a-f]{36},sha256:)", ",,PAID,,,$1");
		JsonNode taken = this.desk.results(roster, filled).is(200).body();
		assertThat(taken.get("accepted").intValue()).isOne();
		assertThat(taken.get("unanswered").intValue()).isOne();
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {\"PAID\":1}");
		assertThat(this.desk.results(roster, "transfer,result\n1,\n2,\n").is(200).text("/unanswered")).isEqualTo("2");
		assertThat(Desk.errors(this.desk.results(roster, "transfer,result\n1,\n7,\n")))
			.containsExactly("rows[3].transfer NO_SUCH_TRANSFER");
	}

}
