package org.huiling.recalculation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.policy.TinyRules;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two jurisdictions that pay in different currencies: every amount says in which, and no
 * sum is of both.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class CurrenciesIntegrationTests {

	private static final String OPERATOR = "operator;BATCH_OPERATOR;";

	private static final String OWNERS = "/api/v1/jurisdictions";

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("model-district", "379901")
			.program("model-district", "allowance", 10)
			.version("model-district/allowance/2012-01-01", "300.00")
			.file("overseas/jurisdiction.yaml", """
					id: overseas
					name: {zh: 海外区, en: Overseas}
					regionPrefix: "250"
					currency: EUR
					""")
			.file("overseas/allowance/program.yaml", """
					name: {zh: 津贴, en: Allowance}
					cycle: MONTH
					unit: EUR
					order: 10
					paidTo: PERSON
					""")
			.file("overseas/allowance/2012-01-01/policy.yaml", """
					title: {zh: 津贴办法, en: Allowance}
					basis: 津贴办法（自拟）
					effectiveFrom: 2012-01-01
					parameters:
					  age: {value: 80, unit: years, basis: 第一条}
					  allowance: {value: 40.00, unit: EUR, basis: 第二条}
					""")
			.file("overseas/allowance/2012-01-01/allowance.drl", """
					rule "津贴"
					    @en("Allowance")
					    @basis("津贴办法（自拟）第一条")
					when
					    Applicant( ageOnLastDay >= P.age )
					then
					    benefit.pay(P.allowance);
					end
					""");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private People people;

	private Runs runs;

	private People editor;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, "worker;CASE_WORKER;");
		this.runs = new Runs(People.as(this.client, OPERATOR));
		this.editor = People.as(this.client, "editor;POLICY_EDITOR;");
	}

	private String born(String region, String account) {
		return this.people.begun("""
				{"name": "试例甲", "birthDate": "1925-05-05", "hukou": {"region": "%s", "type": "URBAN"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "%s", "name": "试例甲"}}""".formatted(region,
				account));
	}

	private JsonNode decided(String person) {
		return this.people.post("/api/v1/applicants/" + person + "/decisions", "{\"period\": \"2013-01\"}")
			.is(201)
			.body()
			.at("/items/0");
	}

	private String page(String uri, String caller) {
		byte[] page = this.client.get()
			.uri(uri)
			.header(TestCallers.HEADER, caller)
			.header("Accept", "text/csv, text/html")
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new String(page, StandardCharsets.UTF_8);
	}

	private String shown(String role, String uri) {
		String name = "pages-" + role.toLowerCase(Locale.ROOT).replace('_', '-');
		this.accounts.add(name, List.of(""), role);
		return PageClient.of(this.port).signIn(name).send("GET", uri, Map.of()).body();
	}

	@Test
	void everyAmountSaysWhatItIsInAndNoSumIsOfBoth() {
		String near = born("379901003", "6222020000000000018");
		String far = born("250000001", "6222020000000000026");
		assertThat(decided(near).get("currency").stringValue()).isEqualTo("CNY");
		JsonNode decision = decided(far);
		assertThat(decision.get("currency").stringValue()).isEqualTo("EUR");
		assertThat(decision.get("amount").decimalValue()).isEqualByComparingTo("40.00");
		String notice = "/api/v1/decisions/" + decision.get("id").stringValue() + "/notice?lang=";
		assertThat(page(notice + "zh", "worker;CASE_WORKER;")).contains("40.00 欧元");
		assertThat(page(notice + "en", "worker;CASE_WORKER;")).contains("40.00 EUR").doesNotContain("yuan");
		JsonNode answer = this.people.post("/api/v1/assessments", """
				{"period": "2013-01", "applicant": {"birthDate": "1925-05-05", "hukou": {"region": "250000001"}}}""")
			.is(200)
			.body();
		assertThat(answer.get("currency").stringValue()).isEqualTo("EUR");
		assertThat(answer.at("/assessments/0/unit").stringValue()).isEqualTo("EUR");
		ofRuns();
		ofRosters(far);
		assertThat(shown("CASE_WORKER", "/people/" + far)).contains("单位：欧元", "40.00 欧元").doesNotContain("（元）");
		assertThat(this.people.get("/api/v1/facts/pension.monthlyAmount").is(200).text("/unit")).isEqualTo("currency");
	}

	private void ofRuns() {
		String run = this.runs.order("""
				{"from": "2012-06", "to": "2013-02", "mode": "DRY_RUN", "reason": "both"}""").is(202).text("/id");
		assertThat(this.runs.ended(run).get("state").stringValue()).isEqualTo("COMPLETED");
		JsonNode report = this.runs.get(run, "report");
		assertThat(report.get("total").isNull()).isTrue();
		assertThat(report.get("totals")
			.valueStream()
			.map((one) -> one.get("currency").stringValue() + " "
					+ one.get("paidAfter").decimalValue().toPlainString()))
			.containsExactly("CNY 2700.00", "EUR 360.00");
		assertThat(report.get("money")
			.valueStream()
			.map((one) -> one.get("program").stringValue() + " " + one.get("currency").stringValue() + " "
					+ one.get("difference").decimalValue().toPlainString()))
			.containsExactlyInAnyOrder("allowance CNY 2100.00", "allowance EUR 280.00");
		assertThat(report.get("ages").size()).isEqualTo(2);
		assertThat(report.get("causes").valueStream().map((one) -> one.get("currency").stringValue())).contains("CNY",
				"EUR");
		String shown = shown("BATCH_OPERATOR", "/runs/" + run);
		assertThat(shown).contains("2,700.00 元", "360.00 欧元", "（元）", "（欧元）").doesNotContain("3,060.00");
		String alone = this.runs.order("""
				{"jurisdiction": "overseas", "from": "2012-06", "to": "2013-02", "mode": "DRY_RUN", "reason": "one"}""")
			.is(202)
			.text("/id");
		this.runs.ended(alone);
		assertThat(this.runs.get(alone, "report").at("/total/paidAfter").decimalValue()).isEqualByComparingTo("360.00");
	}

	private void ofRosters(String far) {
		People operator = this.runs.operator();
		String body = "{\"jurisdiction\": \"overseas\", \"month\": \"2013-01\"}";
		JsonNode roster = operator.post("/api/v1/rosters", body).is(201).body();
		assertThat(roster.get("currency").stringValue()).isEqualTo("EUR");
		String path = "/api/v1/rosters/" + roster.get("id").stringValue();
		assertThat(operator.get(path).body().get("currency").stringValue()).isEqualTo("EUR");
		assertThat(operator.get("/api/v1/rosters").body().at("/items/0/currency").stringValue()).isEqualTo("EUR");
		assertThat(operator.get("/api/v1/rosters/forecast?jurisdiction=overseas&month=2013-01")
			.body()
			.get("currency")
			.stringValue()).isEqualTo("EUR");
		String lines = page(path + "/lines", OPERATOR);
		assertThat(lines.lines().toList()).hasSizeGreaterThan(1);
		assertThat(List.of(lines.split("\r\n"))).first().asString().contains(",currency,");
		assertThat(lines).contains(far).contains(",EUR,").doesNotContain("CNY");
		assertThat(shown("BATCH_OPERATOR", "/rosters/" + roster.get("id").stringValue())).contains("40.00 欧元");
	}

	@ParameterizedTest
	@CsvSource({ "JPY, CURRENCY_NOT_IN_HUNDREDTHS", "ABC, CURRENCY_UNKNOWN", "eur, CURRENCY_UNKNOWN" })
	void onlyCurrenciesOfHundredthsAreProposed(String currency, String code) {
		assertThat(this.editor
			.post(OWNERS,
					"""
							{"id": "x", "name": {"zh": "x", "en": "x"}, "regionPrefix": "77", "currency": "%s"}"""
						.formatted(currency))
			.is(422)
			.text("/errors/0/code")).isEqualTo(code);
	}

	@Test
	void itIsProposedCorrectedAndFixedOnceSomethingIsPublished() {
		People approver = People.as(this.client, "approver;POLICY_APPROVER;");
		String owner = """
				{"id": "island", "name": {"zh": "岛", "en": "Island"}, "regionPrefix": "66", "currency": "CAD"}""";
		People.Answer added = approver.confirmed(this.editor.post(OWNERS, owner)).is(200);
		assertThat(added.text("/currency")).isEqualTo("CAD");
		assertThat(this.editor.get(OWNERS).body().get("items").toString()).contains("\"currency\":\"CAD\"");
		String programs = OWNERS + "/island/programs";
		String gift = """
				{"id": "gift", "name": {"zh": "慰问", "en": "Gift"}, "cycle": "MONTH", "unit": "%s", "order": 10%s}""";
		People.Answer refused = this.editor.post(programs, gift.formatted("CNY", "")).is(422);
		assertThat(refused.text("/errors/0/code")).isEqualTo("UNIT_OTHER_CURRENCY");
		approver.confirmed(this.editor.post(programs, gift.formatted("CAD", ""))).is(200);
		String corrected = "{\"name\": {\"zh\": \"岛\", \"en\": \"Isle\"}, \"regionPrefix\": \"66\"%s}";
		assertThat(approver
			.confirmed(this.editor.send(HttpMethod.PUT, OWNERS + "/island", corrected.formatted(""), (headers) -> {
			}))
			.is(200)
			.text("/currency")).isEqualTo("CAD");
		approver.confirmed(this.editor.send(HttpMethod.PUT, OWNERS + "/island",
				corrected.formatted(", \"currency\": \"EUR\""), (headers) -> {
				}))
			.is(200);
		assertThat(this.editor.get("/api/v1/programs").body().get("items").valueStream())
			.filteredOn((one) -> one.get("id").stringValue().equals("gift"))
			.singleElement()
			.satisfies((one) -> assertThat(one.get("unit").stringValue()).isEqualTo("EUR"));
		People.Answer fixed = this.editor.send(HttpMethod.PUT, OWNERS + "/overseas", """
				{"name": {"zh": "海外区", "en": "Overseas"}, "regionPrefix": "250", "currency": "CAD"}""", (headers) -> {
		}).is(409);
		assertThat(fixed.text("/type")).endsWith("jurisdiction-fixed");
	}

	@Test
	void whatAppliesBelowIsPaidAsThoseBelowPay() {
		People approver = People.as(this.client, "approver;POLICY_APPROVER;");
		approver.confirmed(this.editor.post(OWNERS, """
				{"id": "province", "name": {"zh": "省", "en": "Province"}, "regionPrefix": "25"}""")).is(200);
		String gift = """
				{"id": "gift", "name": {"zh": "慰问", "en": "Gift"}, "cycle": "MONTH", "unit": "CNY", "order": 10,
				 "appliesBelow": %s}""";
		People.Answer refused = this.editor.post(OWNERS + "/province/programs", gift.formatted("true")).is(409);
		assertThat(refused.text("/type")).endsWith("currency-below");
		assertThat(refused.text("/detail")).contains("province/gift", "overseas", "EUR", "CNY");
		approver.confirmed(this.editor.post(OWNERS, """
				{"id": "other-province", "name": {"zh": "省", "en": "Province"}, "regionPrefix": "26"}""")).is(200);
		approver.confirmed(this.editor.post(OWNERS + "/other-province/programs", gift.formatted("true"))).is(200);
		assertThat(this.editor.post(OWNERS, """
				{"id": "city", "name": {"zh": "市", "en": "City"}, "regionPrefix": "2601", "currency": "EUR"}""")
			.is(409)
			.text("/type")).endsWith("currency-below");
	}

}
