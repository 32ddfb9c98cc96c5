package org.huiling.web;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
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

/** 优待 on pages: what is given stands where an amount would. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class InKindPagesIntegrationTests {

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
	void aDecisionAndAPersonShowThings() {
		People people = People.as(this.client, People.WORKER);
		String person = people.begun("""
				{"birthDate": "1938-06-01", "residence": {"region": "379901003", "since": "2000-01-01"},
				 "hukou": {"region": "379901003", "type": "RURAL"}}""");
		String decision = people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2018\", \"programs\": [\"elder-privileges\"]}")
			.is(201)
			.text("/items/0/id");
		String things = "免费乘车卡 1 张、公园年票 1 张、免费体检 2 次";
		assertThat(page("/decisions/" + decision)).contains(things);
		assertThat(page("/people/" + person)).contains(things);
		assertThat(PageClient.of(this.port)
			.signIn("worker")
			.submit("/people/" + person + "/assessment", "period", "2018")
			.body()).contains("每年 " + things);
	}

}
