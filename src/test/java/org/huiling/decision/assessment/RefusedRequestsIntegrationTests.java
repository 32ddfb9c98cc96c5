package org.huiling.decision.assessment;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No input to {@code POST /assessments} gives a 5xx; each is answered with what to mend.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RefusedRequestsIntegrationTests {

	@Autowired
	RestTestClient client;

	static Stream<Arguments> refused() {
		String born = "\"birthDate\": \"1933-02-15\"";
		return Stream.of(body(400, "BODY_MISSING", ""), body(400, "MALFORMED_JSON", "{"),
				body(400, "MALFORMED_JSON", person(born + ", \"pension\": {\"monthlyAmount\": NaN}")),
				body(400, "TOO_COMPLEX", "{\"applicant\": " + "[".repeat(2000) + "]".repeat(2000) + "}"),
				body(400, "DUPLICATE_PROPERTY", "{\"period\": \"2013-07\", \"period\": \"2013-08\"}"),
				body(400, "WRONG_TYPE", "[1, 2]"), body(400, "WRONG_TYPE", "null"), body(400, "WRONG_TYPE", "7"),
				body(400, "UNKNOWN_PROPERTY", person(born + ", \"houshold\": {\"size\": 2}")),
				body(400, "TOO_MANY_DECIMALS", person(born + ", \"pension\": {\"monthlyAmount\": 0.001}")),
				body(400, "NEGATIVE", person(born + ", \"pension\": {\"monthlyAmount\": -1}")),
				body(400, null, person(born + ", \"pension\": {\"monthlyAmount\": 1e999999999}")),
				body(400, null, person(born + ", \"pension\": {\"monthlyAmount\": 1e-999999999}")),
				body(400, null, person(born + ", \"pension\": {\"monthlyAmount\": 1e99999999999}")),
				body(400, null, person(born + ", \"household\": {\"size\": 0}")),
				body(400, null, person(born + ", \"disability\": {\"grade\": 5}")),
				body(400, null, person("\"birthDate\": \"1933-02-30\"")), body(400, "REQUIRED", person("")),
				body(422, null, person("\"birthDate\": \"2133-02-15\"")),
				body(422, null, person(born + ", \"deathDate\": \"1932-01-01\"")),
				body(422, null, person(born + ", \"residentId\": \"379901193302150021\"")),
				body(422, "NO_REGION", person(born)));
	}

	private static Arguments body(int status, String code, String body) {
		return Arguments.of(status, code, body);
	}

	private static String person(String fields) {
		return "{\"period\": \"2013-07\", \"applicant\": {" + fields + "}}";
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("refused")
	void isAnsweredWithWhatToMend(int status, String code, String body) {
		String answer = post(body.getBytes(StandardCharsets.UTF_8), status);
		assertThat(answer).contains("\"errors\":[{\"field\":").doesNotContain("Exception").doesNotContain("0021");
		if (code != null) {
			assertThat(answer).contains("\"code\":\"" + code + "\"");
		}
	}

	@Test
	void aMisspeltFieldIsAskedAfter() {
		assertThat(
				post(person("\"birthDate\": \"1933-02-15\", \"houshold\": {}").getBytes(StandardCharsets.UTF_8), 400))
			.contains("是不是“household”？");
	}

	@Test
	void everyWrongFieldIsNamedAtOnce() {
		assertThat(post(
				person("\"birthDate\": \"x\", \"careLevel\": 9, \"sex\": \"F\"").getBytes(StandardCharsets.UTF_8), 400))
			.contains("applicant.birthDate", "applicant.careLevel", "applicant.sex");
	}

	@Test
	void anotherEncodingIsNamed() throws Exception {
		assertThat(post(person("\"birthDate\": \"1933-02-15\", \"name\": \"王\"").getBytes("GBK"), 400))
			.contains("WRONG_ENCODING");
	}

	@Test
	void aBodyOverTheLimitIs413() {
		post(person("\"birthDate\": \"1933-02-15\", \"name\": \"" + "x".repeat(3 << 20) + "\"")
			.getBytes(StandardCharsets.UTF_8), 413);
	}

	private String post(byte[] body, int status) {
		byte[] answer = this.client.post()
			.uri("/api/v1/assessments")
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.returnResult()
			.getResponseBodyContent();
		return new String(answer, StandardCharsets.UTF_8);
	}

}
