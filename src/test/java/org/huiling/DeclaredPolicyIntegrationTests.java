package org.huiling;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program over facts that fact files declare, recorded and derived: the whole way from
 * the rules to the notice, with no Java for it.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class DeclaredPolicyIntegrationTests {

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@LocalServerPort
	int port;

	People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.registerWithPolicy(properties);
	}

	@BeforeEach
	void worker() {
		this.people = People.as(this.client, People.WORKER);
	}

	private JsonNode assessed(String facts) {
		return this.people
			.post("/api/v1/assessments",
					"""
							{"jurisdiction": "model-district", "period": "2013-07", "programs": ["party-allowance"], "explain": "FULL",
							 "applicant": {"birthDate": "1930-01-10", "hukou": {"region": "379901003", "since": "1950-01-01"}, %s}}"""
						.formatted(facts))
			.is(200)
			.body()
			.at("/assessments/0");
	}

	@Test
	void isAnsweredWithItsReasonsAndAsksForWhatItReads() {
		JsonNode paid = assessed("\"joinedParty\": \"1960-05-01\", \"marital\": \"WIDOWED\", \"partySubsidy\": 0");
		assertThat(paid.get("outcome").stringValue()).as(paid.toString()).isEqualTo("ELIGIBLE");
		assertThat(paid.get("amount").decimalValue()).hasToString("100.00");
		assertThat(paid.at("/why/0/values").toString()).contains("\"partyYears\":53", "\"joinedParty\":\"1960-05-01\"",
				"\"marital\":\"WIDOWED\"");
		JsonNode open = assessed("\"marital\": \"WIDOWED\", \"partySubsidy\": 0");
		assertThat(open.get("outcome").stringValue()).isEqualTo("NEEDS_INFORMATION");
		assertThat(open.get("missing").toString()).isEqualTo("[\"joinedParty\"]");
	}

	@Test
	void isDecidedReplayedAndPrintedInItsWords() {
		String id = this.people.begun("""
				{"birthDate": "1930-01-15", "name": "试例丙", "hukou": {"region": "379901003", "since": "1950-01-01"},
				 "applications": [{"program": "party-allowance", "date": "2013-06-15"}],
				 "joinedParty": "1960-05-01", "marital": "WIDOWED", "partySubsidy": 0}""");
		JsonNode decision = this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"party-allowance\"]}")
			.is(201)
			.body()
			.at("/items/0");
		assertThat(decision.get("amount").decimalValue()).hasToString("100.00");
		JsonNode replay = this.people.post("/api/v1/decisions/" + decision.get("id").stringValue() + "/replay", "")
			.is(200)
			.body();
		assertThat(replay.get("same").booleanValue()).as(replay.toString()).isTrue();
		this.accounts.add("notices", List.of("379901"), "CASE_WORKER");
		PageClient pages = PageClient.of(this.port).signIn("notices");
		String person = pages.send("GET", "/people/" + id, Map.of()).body();
		assertThat(person).contains("入党时间", "1960-05-01");
		String form = pages.send("GET", "/people/new", Map.of()).body();
		int more = form.indexOf("<details>");
		assertThat(form.indexOf("name=\"joinedParty\"")).isPositive().isLessThan(more);
	}

	@Test
	void isNamedBesideTheFactsThatItReads() {
		JsonNode fact = this.people.get("/api/v1/facts/joinedParty").is(200).body();
		assertThat(fact.get("usedBy").toString()).contains("party-allowance");
		JsonNode derived = this.people.get("/api/v1/facts/partyYears").is(200).body();
		assertThat(derived.get("usedBy").toString()).contains("party-allowance");
	}

}
