package org.huiling.payment.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How a jurisdiction pays is set from a month on; what it would pay is told ahead. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class PaymentRulesIntegrationTests {

	private static final String RULES = "/api/v1/jurisdictions/model-district/payment-rules";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People approver;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.approver = People.as(this.client, "approver;POLICY_APPROVER;379901");
		this.desk = Desk.of(this.client);
	}

	private static String rule(String from, String more) {
		return """
				{"from": "%s", "frequency": "MONTHLY", "timing": "ARREARS", "payDay": 15, "tolerance": 1.00,
				 "recoveryShare": 0.50, "dueDays": 30%s}""".formatted(from, more);
	}

	private People.Answer set(People who, String body) {
		return who.send(HttpMethod.PUT, RULES, body, (headers) -> {
		});
	}

	private JsonNode forecast(String month) {
		return this.desk.operator()
			.get("/api/v1/rosters/forecast?jurisdiction=model-district&month=" + month)
			.is(200)
			.body();
	}

	@Test
	void aForecastIsTheRosterThatIsMadeAndARuleHoldsFromItsMonthOn() {
		People worker = People.as(this.client, People.WORKER);
		String id = worker.begun("""
				{"name": "试例", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		worker
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		JsonNode ahead = forecast("2013-03");
		assertThat(this.jdbc.sql("select count(*) from roster").query(Long.class).single()).isZero();
		JsonNode roster = this.desk.made("2013-03");
		assertThat(ahead.get("total").decimalValue()).isEqualByComparingTo(roster.get("total").decimalValue())
			.isEqualByComparingTo("300.00");
		assertThat(ahead.get("lines").intValue()).isEqualTo(roster.get("lines").intValue());
		assertThat(StreamSupport.stream(ahead.get("programs").spliterator(), false)
			.map((one) -> one.get("program").stringValue() + " " + one.get("kind").stringValue() + " "
					+ one.get("lines").intValue()))
			.containsExactly("old-age-allowance REGULAR 1", "old-age-allowance ARREARS 2");

		assertThat(set(this.approver, rule("2013-03", ", \"basis\": \"办法第九条\"")).is(409).text("/detail"))
			.contains("2013-03");
		People editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		People.Answer proposal = set(editor, rule("2013-04", ", \"basis\": \"写错了\"").replace("0.50", "0.90")).is(202);
		assertThat(proposal.text("/values/rule/recoveryShare")).isEqualTo("0.90");
		assertThat(rules()).containsExactly("* 1900-01 1.0");
		this.approver.confirmed(proposal).is(200);
		assertThat(rules()).containsExactly("* 1900-01 1.0", "model-district 2013-04 0.9");
		JsonNode made = this.approver
			.confirmed(set(editor, rule("2013-04", ", \"arrearsMonths\": 1, \"basis\": \"办法第九条\"")))
			.is(200)
			.body();
		assertThat(made.get("recordedBy").stringValue()).isEqualTo("approver");
		assertThat(made.get("recoveryShare").decimalValue()).isEqualByComparingTo(new BigDecimal("0.5"));
		assertThat(rules()).containsExactly("* 1900-01 1.0", "model-district 2013-04 0.5");
		People.Answer late = set(editor, rule("2013-04", ", \"basis\": \"太晚\"")).is(202);

		this.desk.approve(roster.get("id").stringValue()).is(200);
		JsonNode next = this.desk.made("2013-04");
		assertThat(next.get("payDay").stringValue()).isEqualTo("2013-04-15");
		this.approver.confirmed(late).is(409);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update payment_rule set pay_day = 1 where jurisdiction = 'model-district'")
				.update());
		assertThat(this.jdbc.sql(
				"select details #>> '{rule,recoveryShare}' from audit_event where action = 'PAYMENT_RULE_SET' order by id")
			.query(BigDecimal.class)
			.list()).usingElementComparator(BigDecimal::compareTo)
			.containsExactly(new BigDecimal("0.9"), new BigDecimal("0.5"));
	}

	private List<String> rules() {
		JsonNode rules = this.desk.operator().get(RULES).is(200).body();
		return StreamSupport.stream(rules.get("items").spliterator(), false)
			.map((one) -> one.get("jurisdiction").stringValue() + " " + one.get("from").stringValue() + " "
					+ one.get("recoveryShare").doubleValue())
			.toList();
	}

	@Test
	void aRuleNeedsItsBasisAndWhoMaySetIt() {
		People.Answer answer = set(this.approver,
				rule("2030-13", ", \"recoveryShre\": 1").replace("0.50", "1.50").replace("15", "32"));
		assertThat(StreamSupport.stream(answer.is(400).body().get("errors").spliterator(), false)
			.map((error) -> error.get("field").stringValue()))
			.contains("from", "payDay", "recoveryShare", "recoveryShre", "basis");
		set(this.approver, rule("+12030-01", ", \"basis\": \"x\"")).is(400);
		set(this.desk.operator(), rule("2030-01", ", \"basis\": \"x\"")).is(403);
		set(People.as(this.client, "approver;POLICY_APPROVER;110101"), rule("2030-01", ", \"basis\": \"x\"")).is(403);
		this.desk.operator().get("/api/v1/rosters/forecast?jurisdiction=model-district&month=soon").is(400);
		this.desk.operator().get("/api/v1/rosters/forecast?jurisdiction=nowhere&month=2013-01").is(422);
	}

}
