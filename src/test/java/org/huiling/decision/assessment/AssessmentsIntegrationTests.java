package org.huiling.decision.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of {@code POST /assessments}, over the shipped rules and sample requests.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class AssessmentsIntegrationTests {

	private static final Path SAMPLES = Path.of("test-data");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Autowired
	RestTestClient client;

	@TestFactory
	Stream<DynamicTest> everySampleRequestGetsTheAnswerItsTableSays() throws IOException {
		return Files.readAllLines(SAMPLES.resolve("README.md"))
			.stream()
			.filter((line) -> line.startsWith("| `") && line.contains(".json"))
			.map((line) -> line.split("\\|"))
			.map((cells) -> DynamicTest.dynamicTest(cells[1].strip(),
					() -> answersAs(cells[1].replace("`", "").strip(), cells[3].strip())));
	}

	private void answersAs(String file, String table) throws IOException {
		JsonNode answer = assess(Files.readString(SAMPLES.resolve("requests").resolve(file)), HttpStatus.OK);
		List<String> actual = new ArrayList<>();
		answer.get("assessments").forEach((one) -> actual.add(summary(one)));
		for (String expected : table.replace("`", "").split("<br>")) {
			assertThat(actual).contains(expected.strip());
		}
	}

	private static String summary(JsonNode one) {
		String start = one.get("program").stringValue() + " " + one.get("outcome").stringValue();
		return switch (one.get("outcome").stringValue()) {
			case "NOT_ELIGIBLE" -> start;
			case "NEEDS_INFORMATION" -> start + " " + one.get("missing").get(0).stringValue();
			default -> start + " " + one.get("amount").decimalValue().toPlainString();
		};
	}

	@Test
	void answersInTheShapeOfTheContract() throws IOException {
		JsonNode answer = assess("""
				{"period": "2013-07", "programs": ["old-age-allowance"], "explain": "FULL", "applicant":
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}}}
				""", HttpStatus.OK);
		JsonNode one = answer.at("/assessments/0");
		assertThat(answer.get("period").stringValue()).isEqualTo("2013-07");
		assertThat(answer.get("jurisdiction").stringValue()).isEqualTo("model-district");
		assertThat(one.get("amount").decimalValue()).isEqualTo(new BigDecimal("100.00"));
		assertThat(one.get("claim").isNull()).isTrue();
		assertThat(one.get("unit").stringValue()).isEqualTo("CNY");
		assertThat(one.get("cycle").stringValue()).isEqualTo("MONTH");
		assertThat(one.get("version").stringValue()).isEqualTo("2013-01-01");
		assertThat(one.get("digest").stringValue()).startsWith("sha256:").hasSize(71);
		assertThat(one.at("/why/0/rule").stringValue()).isEqualTo("高龄津贴 80—89 周岁");
		assertThat(one.at("/why/0/values/ageOnLastDay").intValue()).isEqualTo(80);
		assertThat(one.at("/why/0/values/advancedAge").intValue()).isEqualTo(80);
		assertThat(one.at("/whyNot/0/conditions/0/text").stringValue()).isEqualTo("ageOnLastDay >= P.veryAdvancedAge");
		assertThat(one.at("/whyNot/0/conditions/0/result").stringValue()).isEqualTo("FAILS");
		assertThat(one.at("/assumptions/0/code").stringValue()).isEqualTo("APPLIED_IN_TIME");
		assertThat(one.at("/next/period").stringValue()).isEqualTo("2014-01");
		assertThat(one.at("/next/amount").decimalValue()).isEqualTo(new BigDecimal("120.00"));
		assertThat(one.at("/next/because").stringValue()).isEqualTo("VERSION 2014-01-01");
	}

	@Test
	void theLevelOfExplanationDecidesWhatIsThere() throws IOException {
		String body = """
				{"period": "2013-07", "programs": ["old-age-allowance"], "explain": "%s", "applicant":
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}}
				""";
		assertThat(assess(body.formatted("NONE"), HttpStatus.OK).at("/assessments/0").propertyNames())
			.doesNotContain("why", "whyNot", "next");
		assertThat(assess(body.formatted("WHY"), HttpStatus.OK).at("/assessments/0").propertyNames()).contains("why")
			.doesNotContain("whyNot", "next");
		assertThat(assess(body.formatted("FULL"), HttpStatus.OK).at("/assessments/0").propertyNames()).contains("why",
				"whyNot", "next");
	}

	@Test
	void aYearAsksMonthlyProgramsForEachOfItsMonths() throws IOException {
		JsonNode answer = assess("""
				{"period": "2013", "programs": ["old-age-allowance"], "applicant":
				{"birthDate": "1933-06-15", "hukou": {"region": "379901003"}}}
				""", HttpStatus.OK);
		assertThat(answer.get("assessments")).hasSize(12);
		assertThat(answer.at("/assessments/4/outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(answer.at("/assessments/5/outcome").stringValue()).isEqualTo("ELIGIBLE");
		assertThat(answer.at("/assessments/5/period").stringValue()).isEqualTo("2013-06");
	}

	@Test
	void answersAsThePoliciesWereKnownAtAnInstant() throws IOException {
		String body = """
				{"period": "2024-07", "programs": ["low-income-top-up"], "knownAt": "%s", "applicant":
				{"birthDate": "1950-01-05", "hukou": {"region": "110101", "type": "URBAN", "since": "1960-01-01"},
				 "statuses": [], "disability": {"grade": 0},
				 "household": {"dibao": {"type": "URBAN", "since": "2020-01-01"}}}}
				""";
		assertThat(assess(body.formatted("2024-08-01T00:00:00+08:00"), HttpStatus.OK).at("/assessments/0/amount")
			.decimalValue()).isEqualTo(new BigDecimal("348.75"));
		assertThat(assess(body.formatted("2024-08-21T00:00:00+08:00"), HttpStatus.OK).at("/assessments/0/amount")
			.decimalValue()).isEqualTo(new BigDecimal("362.50"));
	}

	@Test
	void theJurisdictionIsTheOneThatClaimsTheHukou() throws IOException {
		String body = """
				{"period": "2020-07", %s "programs": ["old-age-allowance"], "applicant":
				{"birthDate": "1933-06-15", "hukou": {"region": "%s"}}}
				""";
		assertThat(assess(body.formatted("", "110101"), HttpStatus.OK).get("jurisdiction").stringValue())
			.isEqualTo("beijing");
		assertThat(assess(body.formatted("\"jurisdiction\": \"zhongshan\",", "110101"), HttpStatus.OK)
			.at("/assessments/0/outcome")
			.stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(assess(body.formatted("", "990000"), HttpStatus.UNPROCESSABLE_CONTENT).at("/errors/0/code")
			.stringValue()).isEqualTo("NO_JURISDICTION");
		assertThat(assess(body.formatted("\"jurisdiction\": \"atlantis\",", "110101"), HttpStatus.UNPROCESSABLE_CONTENT)
			.at("/errors/0/code")
			.stringValue()).isEqualTo("UNKNOWN_JURISDICTION");
	}

	@Test
	void namesEveryProgramThatIsNotThere() throws IOException {
		JsonNode answer = assess("""
				{"period": "2013-07", "programs": ["old-age-allowance", "moon-allowance", "stacking"], "applicant":
				{"birthDate": "1933-06-15", "hukou": {"region": "379901003"}}}
				""", HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer.at("/errors/0/field").stringValue()).isEqualTo("programs[1]");
		assertThat(answer.at("/errors/0/code").stringValue()).isEqualTo("UNKNOWN_PROGRAM");
		assertThat(answer.at("/errors/1/code").stringValue()).isEqualTo("NOT_ASSESSED");
	}

	@Test
	void aClaimProgramWithoutAClaimWarnsOnlyWhenNamed() throws IOException {
		String body = """
				{"period": "2013-07", %s "applicant":
				{"birthDate": "1943-06-15", "hukou": {"region": "379901003"}, "claims": []}}
				""";
		assertThat(assess(body.formatted("\"programs\": [\"medical-reimbursement\"],"), HttpStatus.OK)
			.at("/warnings/0/code")
			.stringValue()).isEqualTo("NO_CLAIM");
		assertThat(assess(body.formatted(""), HttpStatus.OK).get("warnings")).isEmpty();
	}

	@Test
	void speaksTheLanguageAskedFor() throws IOException {
		String body = """
				{"period": "2013-07", "programs": ["moon"], "applicant":
				{"birthDate": "1943-06-15", "hukou": {"region": "379901003"}}}
				""";
		String english = new String(this.client.post()
			.uri("/api/v1/assessments")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Accept-Language", "en")
			.body(body)
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBodyContent());
		assertThat(english).contains("The jurisdiction has no such program");
		assertThat(assess(body, HttpStatus.UNPROCESSABLE_CONTENT).at("/errors/0/message").stringValue())
			.startsWith("该辖区没有这个项目");
	}

	private JsonNode assess(String body, HttpStatus status) throws IOException {
		byte[] answer = this.client.post()
			.uri("/api/v1/assessments")
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBodyContent();
		return MAPPER.readTree(answer);
	}

}
