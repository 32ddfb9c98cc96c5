package org.huiling.applicant.register.recording;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Files are kept as long as they must be. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RetentionIntegrationTests {

	@Autowired
	RestTestClient client;

	@Test
	void aFileIsNotErasedBeforeItsTime() {
		People people = People.as(this.client, People.WORKER);
		String id = people.begun("{\"birthDate\": \"1933-02-15\"}");
		assertThat(people.delete("/api/v1/applicants/" + id).is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:retention");
		people.get("/api/v1/applicants/" + id).is(200);
	}

}
