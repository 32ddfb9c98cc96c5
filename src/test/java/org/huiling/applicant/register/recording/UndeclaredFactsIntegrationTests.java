package org.huiling.applicant.register.recording;

import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.store.PersonStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was recorded of facts that no fact file declares any more. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class UndeclaredFactsIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PersonStore store;

	private People people = new People(RestTestClient.bindToServer().build(), "");

	private String id = "";

	/** As if a fact file that declared two facts had been taken away since. */
	@BeforeEach
	void begin() {
		this.people = People.as(this.client, People.WORKER);
		this.id = this.people.begun("{\"birthDate\": \"1933-01-10\", \"careLevel\": 1, \"household\": {\"size\": 2}}");
		this.jdbc.sql("alter table applicant_record disable trigger user").update();
		this.jdbc.sql(
				"update applicant_record set facts = facts || '{\"medals\": 3, \"household\": {\"size\": 2, \"pets\": 4}}'"
						+ " where applicant = ?")
			.param(UUID.fromString(this.id))
			.update();
		this.jdbc.sql("alter table applicant_record enable trigger user").update();
	}

	private JsonNode last() {
		return this.store.history(UUID.fromString(this.id), true).last();
	}

	private String record() {
		return this.jdbc.sql("select id from applicant_record where applicant = ?")
			.param(UUID.fromString(this.id))
			.query(UUID.class)
			.single()
			.toString();
	}

	@Test
	void isKeptByACorrectionSealedAndTold() {
		JsonNode answer = this.people
			.record(this.id,
					"{\"corrects\": \"%s\", \"facts\": {\"birthDate\": \"1933-01-11\", \"household\": {\"size\": 3}}}"
						.formatted(record()))
			.is(201)
			.body();
		assertThat(answer.get("warnings").findValuesAsString("code")).contains("KEPT_UNDECLARED", "KEPT_UNDECLARED");
		assertThat(last().toString()).contains("\"medals\":3", "\"pets\":4", "\"size\":3").doesNotContain("careLevel");
		assertThat(this.jdbc
			.sql("select string_agg(facts::text, ' ' order by recorded_at) from applicant_record"
					+ " where applicant = ? and corrects is not null")
			.param(UUID.fromString(this.id))
			.query(String.class)
			.single()).doesNotContain("medals", "pets");
	}

	@Test
	void isKeptByARecordOfItsGroup() {
		this.people.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"household\": {\"size\": 5}}}")
			.is(201);
		assertThat(last().get("household").toString()).isEqualTo("{\"size\":5,\"pets\":4}");
		assertThat(last().get("medals").intValue()).isEqualTo(3);
	}

	@Test
	void isAnsweredToNobody() {
		this.people.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"careLevel\": 2}}").is(201);
		String answer = this.client.get()
			.uri("/api/v1/applicants/{id}", this.id)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(answer).contains("careLevel").doesNotContain("medals");
	}

}
