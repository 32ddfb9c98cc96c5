package org.huiling.applicant.register.recording;

import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A household member who has a file: the two must not tell different stories unnoticed.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class LinkedFilesIntegrationTests {

	private static final String HERE = "\"hukou\": {\"region\": \"379901003\", \"since\": \"1950-01-01\"}";

	private static final String EVERYWHERE = "everybody;CASE_WORKER;379901,110101";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private String wife;

	@BeforeEach
	void aWifeOnFile() {
		this.people = People.as(this.client, People.WORKER);
		this.wife = this.people.begun("{\"birthDate\": \"1935-05-05\", \"name\": \"试例妻\", " + HERE
				+ ", \"disability\": {\"grade\": 2, \"category\": \"VISUAL\"}}");
	}

	private JsonNode husband(String member) {
		return this.people
			.post("/api/v1/applicants",
					"{\"birthDate\": \"1933-01-10\", \"name\": \"试例夫\", " + HERE + ", \"members\": [" + member + "]}")
			.is(201)
			.body();
	}

	private static List<String> doubts(JsonNode answer) {
		return answer.path("warnings")
			.valueStream()
			.filter((one) -> one.path("code").stringValue().startsWith("LINKED_FILE"))
			.map((one) -> one.path("code").stringValue() + " " + one.path("field").stringValue())
			.toList();
	}

	private String linked(String file, String fields) {
		return "{\"id\": \"1\", \"relation\": \"SPOUSE\", \"file\": \"" + file + "\"" + fields + "}";
	}

	@Test
	void whatIsToldDifferentlyIsNamedByFieldAndNotByValue() {
		JsonNode answer = husband(linked(this.wife,
				", \"birthDate\": \"1935-05-06\", \"name\": \"试例妻\", \"disabilityGrade\": 1, \"disabilityCategory\": \"VISUAL\""));
		assertThat(doubts(answer)).containsExactlyInAnyOrder("LINKED_FILE_DIFFERS members[0].birthDate",
				"LINKED_FILE_DIFFERS members[0].disabilityGrade");
		assertThat(answer.path("warnings").toString()).doesNotContain("1935", "试例妻");
	}

	@Test
	void whatIsToldAlikeOrByOneAloneIsNoDoubt() {
		assertThat(doubts(husband(linked(this.wife,
				", \"birthDate\": \"1935-05-05\", \"monthlyIncome\": 5, \"disabilityGrade\": 2, \"disabilityCategory\": \"VISUAL\""))))
			.isEmpty();
		assertThat(doubts(husband(linked(this.wife, "")))).isEmpty();
	}

	@Test
	void aLaterRecordIsComparedToo() {
		JsonNode begun = husband("{\"id\": \"1\", \"relation\": \"SPOUSE\"}");
		JsonNode answer = this.people
			.recorded(begun.path("id").stringValue(),
					"{\"validFrom\": \"2013-01-01\", \"facts\": {\"members\": ["
							+ linked(this.wife, ", \"birthDate\": \"1935-05-06\"") + "]}}")
			.body();
		assertThat(doubts(answer)).containsExactly("LINKED_FILE_DIFFERS facts.members[0].birthDate");
	}

	@Test
	void ofAFileElsewhereNothingIsSaidNotEvenThatItIsThere() {
		String elsewhere = this.people.begun("{\"birthDate\": \"1935-05-05\", " + HERE + "}");
		this.jdbc.sql("update applicant_region set region = '110101' where applicant = cast(? as uuid)")
			.param(elsewhere)
			.update();
		JsonNode there = husband(linked(elsewhere, ", \"birthDate\": \"1935-05-06\""));
		JsonNode nowhere = husband(linked("0198c0de-0000-7000-8000-000000000009", ", \"birthDate\": \"1935-05-06\""));
		assertThat(doubts(there)).containsExactly("LINKED_FILE_NOT_FOUND members[0].file");
		assertThat(doubts(nowhere)).isEqualTo(doubts(there));
		assertThat(
				this.jdbc.sql("select count(*) from audit_event where action = 'LINKED_FILE_COMPARED' and subject = ?")
					.param(elsewhere)
					.query(Integer.class)
					.single())
			.isZero();
	}

	@Test
	void aFileOfAnotherDistrictIsNotReadThoughItMayBeSeen() {
		String other = People.as(this.client, EVERYWHERE)
			.begun("{\"birthDate\": \"1935-05-05\", \"hukou\": {\"region\": \"110101001\"}}");
		JsonNode answer = People.as(this.client, EVERYWHERE)
			.post("/api/v1/applicants",
					"{\"birthDate\": \"1933-01-10\", " + HERE + ", \"members\": ["
							+ linked(other, ", \"birthDate\": \"1935-05-06\"") + "]}")
			.is(201)
			.body();
		assertThat(doubts(answer)).containsExactly("LINKED_FILE_NOT_FOUND members[0].file");
	}

}
