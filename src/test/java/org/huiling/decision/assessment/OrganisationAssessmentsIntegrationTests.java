package org.huiling.decision.assessment;

import java.math.BigDecimal;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code POST /assessments} for an organisation, by the shipped rules. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class OrganisationAssessmentsIntegrationTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final String HOME = """
			{"subject": "organisation", "creditCode": "52379901ma00000018", "name": "示范区松鹤养老院", "region": "379901003",
			 "opened": "2010-05-01", "organisationKind": "CARE_HOME", "homeRating": 3, "beds": {"total": 60},
			 "residents": {"able": 10, "mild": 8, "moderate": 6, "severe": 4, "complete": 2}}""";

	@Autowired
	RestTestClient client;

	private JsonNode ask(String body, HttpStatus expected, String language) throws Exception {
		byte[] answer = this.client.post()
			.uri("/api/v1/assessments")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Accept-Language", language)
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(expected)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return MAPPER.readTree(answer);
	}

	private JsonNode ask(String applicant, String more, HttpStatus expected) throws Exception {
		return ask("{\"period\": \"2023-03\", " + more + " \"applicant\": " + applicant + "}", expected, "en");
	}

	/** Its region decides whose policies answer; only programs about organisations do. */
	@Test
	void answersTheProgramsAboutOrganisationsAlone() throws Exception {
		JsonNode answer = ask(HOME, "", HttpStatus.OK);
		assertThat(answer.get("jurisdiction").stringValue()).isEqualTo("model-district");
		assertThat(answer.get("assessments")).allSatisfy(
				(one) -> assertThat(one.get("program").stringValue()).containsAnyOf("care-home", "activity-room"));
		JsonNode running = answer.get("assessments")
			.valueStream()
			.filter((one) -> "care-home-operation".equals(one.get("program").stringValue()))
			.findFirst()
			.orElseThrow();
		assertThat(running.get("amount").decimalValue()).isEqualTo(new BigDecimal("10920.00"));
		assertThat(running.get("why")).hasSize(4);
		assertThat(running.at("/why/0/values/residents.all").intValue()).isEqualTo(30);
	}

	@Test
	void aPersonIsAnsweredTheProgramsAboutPeopleAlone() throws Exception {
		JsonNode answer = ask("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}", "",
				HttpStatus.OK);
		assertThat(answer.get("assessments")).isNotEmpty()
			.noneSatisfy(
					(one) -> assertThat(one.get("program").stringValue()).containsAnyOf("care-home", "activity-room"));
	}

	@Test
	void askingForTheOtherKindIsRefusedByName() throws Exception {
		JsonNode home = ask(HOME, "\"programs\": [\"old-age-allowance\"],", HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(home.at("/errors/0/field").stringValue()).isEqualTo("programs[0]");
		assertThat(home.at("/errors/0/code").stringValue()).isEqualTo("OTHER_SUBJECT");
		assertThat(home.at("/errors/0/message").stringValue()).contains("about people").contains("care-home-operation");
		JsonNode person = ask("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}",
				"\"programs\": [\"care-home-operation\"],", HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(person.at("/errors/0/message").stringValue()).contains("about organisations")
			.contains("old-age-allowance");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'subject': 'firm', 'birthDate': '1933-02-15'} | applicant.subject | UNKNOWN_CODE | 400",
			"{'subject': 'organisation', 'name': '甲'} | applicant.opened | REQUIRED | 400",
			"{'subject': 'organisation', 'opened': '2010-01-01', 'birthDate': '1933-02-15'} | applicant.birthDate | UNKNOWN_PROPERTY | 400",
			"{'birthDate': '1933-02-15', 'creditCode': '52379901MA00000018'} | applicant.creditCode | UNKNOWN_PROPERTY | 400",
			"{'subject': 'organisation', 'opened': '2010-01-01', 'creditCode': '52379901MA0000001'} | applicant.creditCode | CREDIT_CODE_FORMAT | 422",
			"{'subject': 'organisation', 'opened': '2010-01-01', 'creditCode': '52379901MA00000019'} | applicant.creditCode | CREDIT_CODE_CHECK | 422",
			"{'subject': 'organisation', 'opened': '2010-01-01', 'closed': '2009-12-31'} | applicant.closed | CLOSED_BEFORE_OPENED | 422",
			"{'subject': 'organisation', 'opened': '2010-01-01', 'beds': {'total': 2}, 'residents': {'able': 3, 'mild': 0, 'moderate': 0, 'severe': 0, 'complete': 0}} | applicant.residents.able | CONTRADICTION | 422" })
	void whatCannotBeReadIsNamed(String applicant, String field, String code, int status) throws Exception {
		JsonNode answer = ask(applicant.strip().replace('\'', '"'), "\"jurisdiction\": \"model-district\",",
				HttpStatus.valueOf(status));
		assertThat(answer.get("errors")).anySatisfy((one) -> {
			assertThat(one.get("field").stringValue()).isEqualTo(field.strip());
			assertThat(one.get("code").stringValue()).isEqualTo(code.strip());
			assertThat(one.get("message").stringValue()).isNotBlank();
		});
	}

	@Test
	void anUnknownRegionIsNamedAsTheOrganisations() throws Exception {
		JsonNode answer = ask("{\"subject\": \"organisation\", \"opened\": \"2010-01-01\", \"region\": \"650101\"}", "",
				HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer.at("/errors/0/field").stringValue()).isEqualTo("applicant.region");
	}

}
