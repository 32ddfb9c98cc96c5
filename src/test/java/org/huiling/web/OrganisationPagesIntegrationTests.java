package org.huiling.web;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of organisations, which are none of people. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class OrganisationPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@BeforeEach
	void account() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
	}

	private String page(String path) {
		return PageClient.of(this.port).signIn("worker").send("GET", path, Map.of()).body();
	}

	@Test
	void anOrganisationsPageSaysWhatItIsAndNobodyElseIsAskedForItsPrograms() {
		String id = People.as(this.client, People.WORKER)
			.begun("""
					{"subject": "organisation", "creditCode": "52379901MA0000005L", "name": "示例长青养老院", "region": "379901003",
					 "opened": "2010-05-01", "organisationKind": "CARE_HOME", "homeRating": 2, "beds": {"total": 60},
					 "residents": {"able": 10, "mild": 8, "moderate": 6, "severe": 4, "complete": 2}}""");
		assertThat(page("/people/" + id))
			.contains("52379901MA0000005L", "2010-05-01 开业", "完全失能人数", "机构等级", "二级", "养老机构")
			.doesNotContain("/change\"", "residents.complete");
		assertThat(page("/people/new")).contains("高龄津贴").doesNotContain("养老机构运营补贴");
	}

}
