package org.huiling.payment.roster.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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

/** What the bank is to transfer: one positive amount for each account, and all of it. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class TransfersIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private Elders elders;

	private Desk desk;

	/**
	 * March: a couple on one account, one of whom pays back a month; somebody without.
	 */
	private String couple;

	private String other;

	private String nowhere;

	@BeforeEach
	void signIn() {
		this.elders = new Elders(People.as(this.client, People.WORKER));
		this.desk = Desk.of(this.client);
		this.couple = this.elders.eighty("6222000000000001");
		this.other = this.elders.eighty("6222000000000001");
		this.nowhere = this.elders.eighty("");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private String march() {
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.away(this.couple, "2013-02", "2013-03");
		return this.desk.approved("2013-03");
	}

	private List<JsonNode> transfers(String roster) {
		return StreamSupport.stream(this.desk.get(roster, "/transfers?size=200").get("items").spliterator(), false)
			.toList();
	}

	private List<JsonNode> lines(String roster) {
		return StreamSupport.stream(this.desk.get(roster, "/lines?size=200").get("items").spliterator(), false)
			.toList();
	}

	private static BigDecimal sum(List<JsonNode> items) {
		return items.stream().map((one) -> one.get("amount").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	void oneAmountForEachAccountAndTogetherTheyAreTheLines() {
		String roster = march();
		assertThat(lines(roster)).hasSize(4);
		List<JsonNode> transfers = transfers(roster);
		assertThat(transfers).hasSize(2);
		assertThat(sum(transfers)).isEqualByComparingTo("200.00").isEqualByComparingTo(sum(lines(roster)));
		JsonNode both = transfers.stream().filter((one) -> one.get("people").intValue() == 2).findFirst().orElseThrow();
		assertThat(both.get("amount").toString()).isEqualTo("100.00");
		assertThat(both.at("/payee/account").stringValue()).isEqualTo("********0001");
		assertThat(both.get("lines")).extracting((line) -> line.get("amount").toString())
			.containsExactlyInAnyOrder("100.00", "100.00", "-100.00");
		assertThat(transfers).filteredOn((one) -> one.get("payee").isNull())
			.singleElement()
			.satisfies((one) -> assertThat(one.at("/lines/0/applicantId").stringValue()).isEqualTo(this.nowhere));
	}

	@Test
	void theFileOfTransfersComesBackWithResults() {
		String roster = march();
		String file = new String(this.desk.file(roster, "transfers", Desk.PAYMASTER, "text/csv"),
				StandardCharsets.UTF_8);
		assertThat(file).contains("6222000000000001").contains(",100.00,2,3,");
		assertThat(new String(this.desk.file(roster, "transfers", Desk.OPERATOR, "text/csv"), StandardCharsets.UTF_8))
			.doesNotContain("6222000000000001");
		int both = transfers(roster).stream()
			.filter((one) -> one.get("people").intValue() == 2)
			.findFirst()
			.orElseThrow()
			.get("transfer")
			.intValue();
		this.desk.results(roster, "transfer,result,amount\n%d,PAID,200.00\n".formatted(both)).is(422);
		this.desk.results(roster, "transfer,result,account\n%d,PAID,6222000000000002\n".formatted(both)).is(422);
		this.desk.results(roster, "transfer,result\n99,PAID\n").is(422);
		String paid = file.replaceAll(",,,,([-0-9a-f]{36},sha256:)", ",PAID,,,$1");
		assertThat(this.desk.results(roster, paid).is(200).text("/roster/state")).isEqualTo("CLOSED");
		assertThat(lines(roster)).allMatch((line) -> "PAID".equals(line.get("result").stringValue()));
		this.desk.results(roster, "转账号,结果,退回日期\n%d,退回,2013-03-14\n".formatted(both)).is(200);
		assertThat(this.desk.get(roster, "").get("results").toString())
			.isEqualTo("{\"FAILED\":1,\"PAID\":1,\"RETURNED\":2}");
		String april = this.desk.approved("2013-04");
		assertThat(this.desk.lines(april, this.other)).extracting((line) -> line.get("kind").stringValue())
			.containsExactly("RETRY", "REGULAR");
		assertThat(this.desk.lines(april, this.couple)).extracting((line) -> line.get("kind").stringValue())
			.containsExactly("RETRY", "REGULAR", "RECOVERY");
		assertThat(sum(transfers(april))).isEqualByComparingTo("400.00");
	}

	@Test
	void whatIsWhollySetOffIsNoTransferAndIsPaidWithTheOthers() {
		this.desk.approved("2013-01");
		this.desk.approved("2013-02");
		this.elders.away(this.nowhere, "2013-02", "2013-03");
		String roster = this.desk.approved("2013-03");
		assertThat(transfers(roster)).singleElement()
			.satisfies((one) -> assertThat(one.get("amount").toString()).isEqualTo("200.00"));
		int number = transfers(roster).get(0).get("transfer").intValue();
		assertThat(this.desk.results(roster, "transfer,result\n%d,FAILED\n".formatted(number))
			.is(200)
			.text("/roster/state")).isEqualTo("CLOSED");
		assertThat(this.desk.get(roster, "").get("results").toString()).isEqualTo("{\"FAILED\":2,\"PAID\":2}");
	}

	@Test
	void theWorkbookHoldsTheSameTransfers() throws IOException {
		String roster = march();
		byte[] file = this.desk.file(roster, "transfers", Desk.PAYMASTER,
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			int amount = TransferSheet.COLUMNS.indexOf("amount");
			assertThat(rows.skip(1).map((row) -> row.getCellAsNumber(amount).orElseThrow())).hasSize(2)
				.allSatisfy((value) -> assertThat(value).isEqualByComparingTo("100.00"));
		}
	}

}
