package org.huiling.applicant.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists as they come: what cannot be meant is refused, what may be is taken with a
 * warning.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class OddLinesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Test
	@DisplayName("H11 a rare character came out as ? or as a private-use character")
	void damagedNames() {
		JsonNode answer = imported("""
				身份证号码,姓名,出生日期,户籍所在地
				379901193302158016,王?,1933-02-15,379901003
				37990119330216802X,李\uE12D,1933-02-16,379901003
				""");
		assertThat(said(answer)).contains("2 name NAME_DAMAGED", "3 name NAME_DAMAGED");
		assertThat(answer.get("accepted").asInt()).isEqualTo(2);
	}

	@Test
	@DisplayName("H14 ids guarded by tab, apostrophe, =\"…\"")
	void guardedIds() {
		JsonNode answer = imported("""
				身份证号码,姓名,出生日期,户籍所在地
				\t379901193302158016,甲,1933-02-15,379901003
				'37990119330216802X,乙,1933-02-16,379901003
				"=""37990119330217004X""\",丙,1933-02-17,379901003
				""");
		assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(3);
	}

	@Test
	@DisplayName("H16 bank accounts damaged by a spreadsheet")
	void damagedAccounts() {
		JsonNode answer = imported("""
				姓名,出生日期,户籍所在地,发放方式,开户银行,银行账号,账户姓名
				户一,1933-05-02,379901003,BANK,银行,6.22848E+18,户一
				户二,1933-05-02,379901003,BANK,银行,6228480000000018.0,户二
				户三,1933-05-03,379901003,BANK,银行,存折,户三
				""");
		assertThat(said(answer)).containsExactly("2 payee.account ACCOUNT_DAMAGED", "3 payee.account ACCOUNT_DAMAGED",
				"4 payee.account ACCOUNT_FORM");
		assertThat(answer.get("refused").asInt()).isEqualTo(3);
		assertThat(answer.toString()).doesNotContain("6.22848", "62284", "存折\"");
	}

	@Test
	@DisplayName("H24 placeholder birth date 1900-01-01, and a person of 163 years")
	void doubtfulBirths() {
		JsonNode answer = imported("姓名,出生日期,户籍所在地\n甲,1900-01-01,379901003\n乙,1850-01-01,379901003\n");
		assertThat(said(answer)).containsExactly("2 birthDate BIRTH_PLACEHOLDER", "3 birthDate BIRTH_LONG_AGO");
		assertThat(answer.get("warnings").asInt()).isEqualTo(2);
	}

	@Test
	@DisplayName("H30 same name, same birth date, no id, twice in a file")
	void twiceWithoutAnId() {
		JsonNode answer = imported("姓名,出生日期,户籍所在地\n同名二,1933-05-01,379901003\n同名二,1933-05-01,379901003\n");
		assertThat(said(answer)).containsExactly("3 name SAME_PERSON_IN_FILE");
		assertThat(answer.get("warnings").asInt()).isEqualTo(1);
	}

	@Test
	@DisplayName("H46 one stay entered twice under two numbers")
	void aStayUnderTwoNumbers() {
		String claim = "{\"date\": \"2013-03-01\", \"kind\": \"INPATIENT\", \"hospitalTier\": \"COUNTY\", \"totalCost\": 6000,"
				+ " \"eligibleCost\": 5300, \"id\": \"%s\"}";
		JsonNode answer = People.as(this.client, People.WORKER)
			.post("/api/v1/assessments",
					"""
							{"applicant": {"birthDate": "1948-01-01", "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
							 "residence": {"region": "379901003", "since": "1950-01-01"}, "household": {"dibao": {"type": "NONE"}},
							 "statuses": [], "disability": {"grade": 0}, "careLevel": 0, "pension": {"monthlyAmount": 500},
							 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
							 "claims": [%s, %s]}, "period": "2013", "programs": ["medical-reimbursement"]}"""
						.formatted(claim.formatted("A1"), claim.formatted("A2")))
			.is(200)
			.body();
		assertThat(answer.get("warnings")
			.valueStream()
			.map((one) -> one.get("code").asString() + " " + one.get("field").asString()))
			.containsExactly("SAME_STAY applicant.claims[0].date", "SAME_STAY applicant.claims[1].date");
		assertThat(answer.get("assessments").valueStream().map((one) -> one.at("/warnings/0/code").asString()))
			.containsExactly("SAME_STAY", "SAME_STAY");
	}

	private JsonNode imported(String table) {
		return new JsonMapper().readTree(this.client.post()
			.uri("/api/v1/applicants/import?dryRun=true")
			.header(TestCallers.HEADER, People.WORKER)
			.header("Content-Type", "text/csv")
			.body(table.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
	}

	private static List<String> said(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

}
