package org.huiling.applicant.register.recording;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.SealedIdentity;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.protection.Seal;
import org.huiling.protection.TestKeys;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Files are kept as long as they must be, and seals are made anew when keys turn. */
@HuilingTest
@Import(TestCallers.class)
class RetentionIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PersonStore store;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void aFileIsNotErasedBeforeItsTime() {
		People people = People.as(this.client, People.WORKER);
		String id = people.begun("{\"birthDate\": \"1933-02-15\"}");
		assertThat(people.delete("/api/v1/applicants/" + id).is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:retention");
		people.get("/api/v1/applicants/" + id).is(200);
	}

	@Test
	void everybodyIsSealedAnewWithTheNewKey() {
		People people = People.as(this.client, People.WORKER);
		String id = people.begun("{\"birthDate\": \"1933-02-15\", \"name\": \"试例甲\"}");
		people.recorded(id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"name\": \"试例乙\"}}");
		Seal old = TestKeys.seal("old");
		Seal turned = TestKeys.seal("new", "old");
		// as if the service had run with the key "old"
		this.jdbc.sql("select id from applicant_record where identity is not null")
			.query(UUID.class)
			.list()
			.forEach((record) -> this.jdbc.sql("update applicant_record set identity = ? where id = ?")
				.params(old.seal("{\"name\":\"试例丙\"}".getBytes(StandardCharsets.UTF_8), "applicant_record " + record),
						record)
				.update());
		PersonStore after = new PersonStore(this.jdbc, new SealedIdentity(turned, this.dictionary), this.dictionary);
		Integer sealed = this.transaction.execute((status) -> after.reseal(100));
		assertThat(sealed).isEqualTo(2);
		assertThat(this.transaction.<Integer>execute((status) -> after.reseal(100))).isZero();
		PersonStore onlyNew = new PersonStore(this.jdbc, new SealedIdentity(TestKeys.seal("new"), this.dictionary),
				this.dictionary);
		assertThat(onlyNew.history(UUID.fromString(id), true).last().get("name").asString()).isEqualTo("试例丙");
	}

}
