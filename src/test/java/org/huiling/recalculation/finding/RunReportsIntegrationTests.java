package org.huiling.recalculation.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.MeterRegistry;
import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.recalculation.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run leaves: adjustments, notices, figures. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class RunReportsIntegrationTests {

	private static final String ALLOWANCE = "old-age-allowance";

	@Autowired
	RestTestClient client;

	@Autowired
	MeterRegistry meters;

	private People people;

	private People paymaster;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.paymaster = People.as(this.client, "paymaster;PAYMASTER;379901");
		this.runs = Runs.as(this.client);
	}

	private String eighty(String name, int sequence) {
		return this.people.begun("""
				{"residentId": "%s", "name": "%s", "birthDate": "1933-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(MadeUpIds.of(java.time.LocalDate.of(1933, 1, 10), sequence), name));
	}

	private JsonNode run(String mode) {
		return this.runs.ended(this.runs
			.order("""
					{"jurisdiction": "model-district", "programs": ["old-age-allowance"], "from": "2013-01", "to": "2013-08",
					 "mode": "%s", "reason": "monthly"}"""
				.formatted(mode))
			.is(202)
			.text("/id"));
	}

	private void paid(String month) {
		String roster = this.runs.operator()
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}")
			.is(201)
			.text("/id");
		this.paymaster.post("/api/v1/rosters/" + roster + "/approve", "{}").is(200);
	}

	private List<JsonNode> changes(JsonNode run, String applicant) {
		return StreamSupport
			.stream(this.runs.get(run.get("id").stringValue(), "changes?size=200").get("items").spliterator(), false)
			.filter((one) -> applicant.equals(one.get("applicantId").stringValue()))
			.toList();
	}

	@Test
	void aChangeNamesWhatPaymentOwesForIt() {
		String dead = eighty("试一", 2);
		String sound = eighty("试二", 4);
		JsonNode first = run("COMMIT");
		assertThat(changes(first, dead)).extracting((one) -> one.get("adjustment").isNull()).containsExactly(true);
		paid("2013-06");
		String late = eighty("试三", 6);
		this.people.recorded(dead, """
				{"validFrom": "2013-03-20", "facts": {"deathDate": "2013-03-20"}, "reason": "learnt late"}""");
		for (String mode : List.of("DRY_RUN", "COMMIT")) {
			JsonNode run = run(mode);
			assertThat(changes(run, sound)).isEmpty();
			// April to June were paid, July and August were not
			assertThat(changes(run, dead)).singleElement().satisfies((one) -> {
				assertThat(one.get("period").stringValue()).isEqualTo("2013-04");
				assertThat(one.get("difference").decimalValue()).isEqualByComparingTo("-100.00");
				assertThat(one.get("adjustment").decimalValue()).isEqualByComparingTo("-300.00");
			});
			assertThat(changes(run, late)).singleElement()
				.satisfies((one) -> assertThat(one.get("adjustment").decimalValue()).isEqualByComparingTo("600.00"));
			JsonNode causes = this.runs.get(run.get("id").stringValue(), "report").get("causes");
			assertThat(StreamSupport.stream(causes.spliterator(), false)
				.map((one) -> one.get("adjustment").decimalValue())
				.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("300.00");
			assertThat(notices(run.get("id").stringValue(), "operator;BATCH_OPERATOR;379901"))
				.isEqualTo(mode.equals("COMMIT") ? "试一" : "409");
		}
		assertThat(this.meters.get("huiling.recalculation.runs")
			.tags("mode", "COMMIT", "state", "COMPLETED")
			.counter()
			.count()).isEqualTo(2);
		assertThat(this.meters.get("huiling.recalculation.people.done").tag("mode", "COMMIT").gauge().value()).isZero();
	}

	/** Whose notices are in the print file; or the status. */
	private String notices(String run, String caller) {
		var answer = this.client.get()
			.uri("/api/v1/recalculations/" + run + "/notices")
			.header(TestCallers.HEADER, caller)
			.header("Accept", "text/html, application/problem+json")
			.exchange()
			.expectBody(String.class)
			.returnResult();
		if (answer.getStatus().value() != 200) {
			return String.valueOf(answer.getStatus().value());
		}
		String html = String.valueOf(answer.getResponseBody());
		assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("break-before: page");
		assertThat(html.split("<main", -1)).hasSize(2);
		assertThat(html).contains("379901************", "自动作出", "个人信息保护法》第二十四条")
			.doesNotContain("th:text", "sha256", "operator");
		return String.join(",", Stream.of("试一", "试二", "试三").filter(html::contains).toList());
	}

	@Test
	void noticesAreForThoseWhoSeeTheRun() {
		assertThat(notices(UUID.randomUUID().toString(), "operator;BATCH_OPERATOR;379901")).isEqualTo("404");
	}

	@Test
	void theListOfChangesIsASpreadsheetToo() {
		eighty("试例表", 901);
		String run = this.runs.completed("DRY_RUN", "2013-01", "2013-01").get("id").stringValue();
		byte[] csv = this.client.get()
			.uri("/api/v1/recalculations/" + run + "/changes")
			.header(TestCallers.HEADER, "operator;BATCH_OPERATOR;379901")
			.header("Accept", "text/csv")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		String text = new String(csv, java.nio.charset.StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFFapplicantId,fileNumber,residentId,jurisdiction,program,period");
		assertThat(text.lines().skip(1)).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.split(",", -1)).hasSize(19).endsWith("CNY"));
	}

	@Test
	void moneyIsAddedUpByProgramRegionAndAge() {
		this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901007", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String run = this.runs.completed("DRY_RUN", "2013-01", "2013-03").get("id").stringValue();
		JsonNode report = this.runs.get(run, "report");
		assertThat(report.get("ages").valueStream().map((one) -> one.get("ages").asString())).contains("70-79",
				"80-89");
		assertThat(report.get("ages")
			.valueStream()
			.map((one) -> one.get("paidAfter").decimalValue())
			.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo(report.at("/total/paidAfter").decimalValue());
		JsonNode money = report.get("money");
		assertThat(StreamSupport.stream(money.spliterator(), false)
			.filter((one) -> "379901007".equals(one.get("region").asString())
					&& ALLOWANCE.equals(one.get("program").stringValue()))
			.map((one) -> one.get("paidAfter").decimalValue())).containsExactly(new BigDecimal("300.00"));
	}

}
