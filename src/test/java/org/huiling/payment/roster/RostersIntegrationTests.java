package org.huiling.payment.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.roster.view.LineSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Rosters: what they hold, who may do what, what the bank reports, what never changes.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RostersIntegrationTests {

	private static final String EIGHTY = """
			{"name": "王秀英", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
			 "lifeCheck": {"lastPassed": "2026-01-01"},
			 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000011112222", "name": "王秀英"},
			 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

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
		this.jdbc.sql("alter table roster disable trigger user").update();
		this.jdbc.sql("update roster set jurisdiction = 'past-' || id where jurisdiction = 'model-district'").update();
		this.jdbc.sql("alter table roster enable trigger user").update();
		this.jdbc.sql("alter table payment_settlement disable trigger user").update();
		this.jdbc.sql("update payment_settlement set jurisdiction = 'past'").update();
		this.jdbc.sql("alter table payment_settlement enable trigger user").update();
		this.jdbc.sql("alter table decision disable trigger user").update();
		this.jdbc.sql("update decision set jurisdiction = 'past' where jurisdiction = 'model-district'").update();
		this.jdbc.sql("alter table decision enable trigger user").update();
	}

	@Test
	void aRosterPaysItsMonthAndWhatEarlierOnesAreOwed() {
		String id = eighty();
		JsonNode roster = this.desk.made("2013-03");
		assertThat(roster.get("state").stringValue()).isEqualTo("DRAFT");
		assertThat(roster.get("lines").intValue()).isEqualTo(3);
		assertThat(roster.get("total").decimalValue()).isEqualByComparingTo("300.00");
		assertThat(roster.get("arrears").decimalValue()).isEqualByComparingTo("200.00");
		assertThat(roster.get("digest").stringValue()).startsWith("sha256:");
		List<JsonNode> lines = this.desk.lines(roster.get("id").stringValue(), id);
		assertThat(lines).extracting((line) -> line.get("kind").stringValue() + line.get("period").stringValue())
			.containsExactly("ARREARS2013-01", "ARREARS2013-02", "REGULAR2013-03");
		JsonNode regular = lines.get(2);
		assertThat(regular.at("/payee/account").stringValue()).isEqualTo("********2222");
		assertThat(regular.get("name").stringValue()).isEqualTo("王秀英");
		assertThat(regular.get("fileNumber").stringValue()).isEqualTo(fileNumber(id));
		assertThat(regular.get("decisionId").stringValue()).isNotBlank();
		assertThat(regular.get("amount").toString()).isEqualTo("100.00");
	}

	@Test
	void fourEyesApproveAndOneRosterAMonth() {
		eighty();
		String id = this.desk.made("2013-01").get("id").stringValue();
		this.desk.order("2013-01").is(409);
		this.desk.order("2013-02").is(409);
		People.as(this.client, "operator;PAYMASTER;379901").post("/api/v1/rosters/" + id + "/approve", "{}").is(403);
		this.desk.operator().post("/api/v1/rosters/" + id + "/approve", "{}").is(403);
		People.as(this.client, "paymaster;PAYMASTER;110101").post("/api/v1/rosters/" + id + "/approve", "{}").is(404);
		assertThat(this.desk.approve(id).is(200).text("/approvedBy")).isEqualTo("paymaster");
		this.desk.approve(id).is(409);
		this.desk.order("2013-01").is(409);
		this.desk.order("2012-12").is(409);
		String next = this.desk.made("2013-02").get("id").stringValue();
		this.desk.operator().post("/api/v1/rosters/" + next + "/discard", "{}").is(200);
		assertThat(this.desk.made("2013-02").get("total").decimalValue()).isEqualByComparingTo("100.00");
	}

	@Test
	void aDeathLearntLateStaysOpenAndAReversedOneIsPaidBack() {
		String id = eighty();
		for (String month : List.of("2013-01", "2013-02", "2013-03", "2013-04")) {
			this.desk.approved(month);
		}
		String death = this.people.recorded(id, """
				{"validFrom": "2013-02-20", "facts": {"deathDate": "2013-02-20"}, "reason": "learnt late"}""")
			.text("/id");
		new Elders(this.people).decide(id, "2013-03");
		String may = this.desk.approved("2013-05");
		assertThat(this.desk.lines(may, id)).isEmpty();
		assertThat(this.desk.open(may, id)).hasSize(2).allSatisfy((open) -> {
			assertThat(open.get("reason").stringValue()).isEqualTo("DECEASED");
			assertThat(open.get("amount").decimalValue()).isEqualByComparingTo("-100.00");
			assertThat(open.get("due").stringValue()).isEqualTo("2013-06-09");
		});
		this.people.recorded(id, """
				{"validFrom": "2013-02-20", "facts": {"deathDate": null}, "reason": "was wrong", "corrects": "%s"}"""
			.formatted(death));
		new Elders(this.people).decide(id, "2013-03");
		assertThat(this.desk.lines(this.desk.approved("2013-06"), id))
			.extracting((line) -> line.get("kind").stringValue() + line.get("period").stringValue())
			.containsExactly("ARREARS2013-05", "REGULAR2013-06");
	}

	@Test
	void whatADeceasedPersonOwesIsCollectedOrWrittenOffByHand() {
		String id = eighty();
		for (String month : List.of("2013-01", "2013-02", "2013-03", "2013-04")) {
			this.desk.approved(month);
		}
		this.people.recorded(id, """
				{"validFrom": "2013-02-20", "facts": {"deathDate": "2013-02-20"}, "reason": "learnt late"}""");
		new Elders(this.people).decide(id, "2013-03");
		settle(id, "2013-03", "WRITTEN_OFF", "100.00").is(422);
		this.desk.approved("2013-05");
		settle(id, "2013-03", "COLLECTED", "100.01").is(422);
		settle(id, "2013-03", "COLLECTED", "60.00").is(201);
		settle(id, "2013-03", "WRITTEN_OFF", "60.00").is(422);
		settle(id, "2013-03", "WRITTEN_OFF", "40.00, \"fault\": \"THEIRS\"").is(400);
		String proposal = settle(id, "2013-03", "WRITTEN_OFF", "40.00, \"fault\": \"NOT_REPORTED\"").is(202)
			.text("/id");
		assertThat(People.as(this.client, "paymaster-2;PAYMASTER;379901")
			.post("/api/v1/proposals/" + proposal + "/confirm", "{}")
			.is(200)
			.text("/fault")).isEqualTo("NOT_REPORTED");
		String path = "/api/v1/applicants/" + id + "/settlements";
		assertThat(StreamSupport.stream(this.people.get(path).is(200).body().get("items").spliterator(), false)
			.map((one) -> one.get("kind").stringValue() + " " + one.get("amount") + " " + one.get("fault").asString("-")
					+ " " + one.get("settledBy").stringValue()))
			.containsExactly("COLLECTED 60.00 - paymaster", "WRITTEN_OFF 40.00 NOT_REPORTED paymaster");
		People.as(this.client, "worker;CASE_WORKER;110101").get(path).is(404);
		this.people.get("/api/v1/applicants/none/settlements").is(404);
		String june = this.desk.approved("2013-06");
		assertThat(this.desk.lines(june, id)).isEmpty();
		assertThat(this.desk.open(june, id)).singleElement()
			.satisfies((open) -> assertThat(open.get("period").stringValue()).isEqualTo("2013-04"));
	}

	private People.Answer settle(String id, String period, String kind, String amount) {
		return this.desk.paymaster().post("/api/v1/settlements", """
				{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance", "period": "%s",
				 "kind": "%s", "amount": %s, "reason": "the heirs were asked"}""".formatted(id, period, kind, amount));
	}

	@Test
	void anOverpaymentIsSetOffAndARepeatedRosterBooksNothing() {
		String id = eighty();
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		String moved = this.people.recorded(id,
				"""
						{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}}, "reason": "away"}""")
			.text("/id");
		new Elders(this.people).decide(id, "2013-02");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-03-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}}, "reason": "back"}""");
		new Elders(this.people).decide(id, "2013-03");
		String march = this.desk.approved("2013-03");
		assertThat(this.desk.lines(march, id)).extracting((line) -> line.get("amount").toString())
			.containsExactly("100.00", "-100.00");
		assertThat(moved).isNotBlank();
		String april = this.desk.approved("2013-04");
		assertThat(this.desk.lines(april, id)).extracting((line) -> line.get("kind").stringValue())
			.containsExactly("REGULAR");
	}

	@Test
	void failedTransfersComeAgainAndAClosedRosterNeverChanges() {
		String id = eighty();
		String january = this.desk.approved("2013-01");
		this.desk.results(january, "line,result,reason\n1,MAYBE,\n7,PAID,\n").is(422);
		assertThat(this.desk.results(january, "\uFEFFline,result,reason\r\n1,FAILED,no such account\r\n")
			.is(200)
			.text("/roster/state")).isEqualTo("CLOSED");
		assertThat(this.desk.results(january, "line,result,reason\n1,FAILED,no such account\n").is(200).text("/known"))
			.isEqualTo("1");
		this.desk.results(january, "line,result,reason\n1,PAID,\n").is(422);
		assertThat(this.desk.lines(january, id)).singleElement().satisfies((line) -> {
			assertThat(line.get("result").stringValue()).isEqualTo("FAILED");
			assertThat(line.get("reason").stringValue()).isEqualTo("no such account");
		});
		assertThat(this.desk.lines(this.desk.approved("2013-02"), id))
			.extracting((line) -> line.get("kind").stringValue() + line.get("period").stringValue())
			.containsExactly("RETRY2013-01", "REGULAR2013-02");
		for (String change : List.of("update roster set total = 0 where id = cast(? as uuid)",
				"update roster set state = 'DRAFT', approved_by = null where id = cast(? as uuid)",
				"delete from roster where id = cast(? as uuid)",
				"update payment_line set amount = 1 where roster = cast(? as uuid)",
				"delete from payment_result where roster = cast(? as uuid)",
				"insert into payment_line select roster, 99, applicant, program, period, claim, kind, amount, paid_to,"
						+ " decision, version, because from payment_line where roster = cast(? as uuid)")) {
			assertThatThrownBy(() -> this.jdbc.sql(change).param(january).update()).as(change)
				.isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void aRecoveryFailsWithThePaymentItWasSetOffAgainst() {
		String id = eighty();
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}}, "reason": "away"}""");
		new Elders(this.people).decide(id, "2013-02");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-03-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}}, "reason": "back"}""");
		new Elders(this.people).decide(id, "2013-03");
		String march = this.desk.approved("2013-03");
		this.desk.results(march, "line,result\n1,FAILED\n2,PAID\n").is(422);
		assertThat(this.desk.results(march, "line,result\n1,FAILED\n").is(200).text("/roster/state"))
			.isEqualTo("CLOSED");
		assertThat(this.desk.lines(march, id)).extracting((line) -> line.get("result").stringValue())
			.containsExactly("FAILED", "FAILED");
		assertThat(this.desk.lines(this.desk.approved("2013-04"), id))
			.extracting((line) -> line.get("kind").stringValue() + line.get("amount"))
			.containsExactly("RETRY100.00", "REGULAR100.00", "RECOVERY-100.00");
	}

	@Test
	void oneAccountForManyIsFlaggedAndNeverStoredInClear() {
		for (int person = 0; person < 3; person++) {
			eighty();
		}
		String identified = this.people.begun(EIGHTY.replace("6222000011112222", "6222000033334444")
			.replaceFirst("\\{", "{\"residentId\": \"" + MadeUpIds.of(LocalDate.of(1933, 1, 10), 732) + "\","));
		new Elders(this.people).decide(identified, "2013-01");
		String noAccount = this.people.begun(EIGHTY.replaceAll("\"payee\": \\{[^}]*},", ""));
		new Elders(this.people).decide(noAccount, "2013-01");
		String roster = this.desk.made("2013-01").get("id").stringValue();
		JsonNode flags = this.desk.get(roster, "/flags?size=200");
		assertThat(StreamSupport.stream(flags.get("items").spliterator(), false)
			.map((flag) -> flag.get("code").stringValue())).containsExactlyInAnyOrder("ACCOUNT_CHECK_DIGIT",
					"ACCOUNT_CHECK_DIGIT", "ACCOUNT_CHECK_DIGIT", "ACCOUNT_CHECK_DIGIT", "ACCOUNT_FOR_MANY",
					"ACCOUNT_FOR_MANY", "ACCOUNT_FOR_MANY", "DUPLICATE_PAYEE", "DUPLICATE_PAYEE", "DUPLICATE_PAYEE",
					"NO_ACCOUNT", "NO_RESIDENT_ID", "NO_RESIDENT_ID", "NO_RESIDENT_ID", "NO_RESIDENT_ID", "SAME_PERSON",
					"SAME_PERSON", "SAME_PERSON", "SAME_PERSON", "SAME_PERSON");
		assertThat(StreamSupport.stream(flags.get("items").spliterator(), false)
			.filter((flag) -> "NO_ACCOUNT".equals(flag.get("code").stringValue()))
			.map((flag) -> flag.get("fileNumber").stringValue())).containsOnly(fileNumber(noAccount));
		assertThat(this.jdbc.sql("select payment_payee::text from payment_payee").query(String.class).list())
			.noneMatch((row) -> row.contains("6222000011112222"));
	}

	@Test
	void theFileIsForSpreadsheetsAndOnlyThePaymasterSeesAccounts() {
		eighty();
		String roster = this.desk.approved("2013-01");
		String masked = new String(this.desk.file(roster, Desk.OPERATOR, "text/csv"), StandardCharsets.UTF_8);
		assertThat(masked).startsWith("\uFEFFline,applicantId,fileNumber,residentId")
			.contains("********2222")
			.doesNotContain("622200");
		String whole = new String(this.desk.file(roster, Desk.PAYMASTER, "text/csv"), StandardCharsets.UTF_8);
		assertThat(whole).contains("6222000011112222").contains(",REGULAR,100.00,");
		assertThat(whole.lines()).hasSize(2);
	}

	@Test
	void theWorkbookHoldsTheSameLines() throws IOException {
		eighty();
		String roster = this.desk.approved("2013-03");
		byte[] file = this.desk.file(roster, Desk.PAYMASTER,
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			List<Row> all = rows.toList();
			assertThat(all).hasSize(4);
			int amount = LineSheet.COLUMNS.indexOf("amount");
			assertThat(all.get(0).getCellText(amount)).isEqualTo("amount");
			assertThat(all.get(3).getCellAsNumber(amount))
				.hasValueSatisfying((value) -> assertThat(value).isEqualByComparingTo(new BigDecimal("100.00")));
			assertThat(all.get(3).getCellText(LineSheet.COLUMNS.indexOf("account"))).isEqualTo("6222000011112222");
		}
	}

	@Test
	void wrongOrdersAreRefused() {
		this.desk.operator()
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-7\"}")
			.is(400);
		this.desk.order("-2013-07").is(400);
		this.desk.operator().post("/api/v1/rosters", "{\"jurisdiction\": \"nowhere\", \"month\": \"2013-07\"}").is(422);
		this.desk.order("2999-01").is(400);
		this.desk.order("2199-01").is(422);
		People.as(this.client, "operator;BATCH_OPERATOR;110101")
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-07\"}")
			.is(403);
		this.desk.operator().get("/api/v1/rosters/none").is(404);
	}

	private String eighty() {
		String id = this.people.begun(EIGHTY);
		new Elders(this.people).decide(id, "2013-01");
		return id;
	}

	private String fileNumber(String person) {
		return this.people.get("/api/v1/applicants/" + person).text("/fileNumber");
	}

}
