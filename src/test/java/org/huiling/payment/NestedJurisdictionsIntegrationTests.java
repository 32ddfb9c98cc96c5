package org.huiling.payment;

import java.io.IOException;
import java.nio.file.Files;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.policy.TinyRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A street that was carved out of its county pays its people, and the county no longer
 * does.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class NestedJurisdictionsIntegrationTests {

	@Autowired
	RestTestClient client;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(Files.createTempDirectory("huiling-rules")).jurisdiction("county", "379901")
			.jurisdiction("street", "379901003")
			.program("county", "allowance", 10)
			.program("street", "allowance", 10)
			.version("county/allowance/2012-01-01", "100.00")
			.version("street/allowance/2014-01-01", "120.00");
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	private String eighty() {
		return People.as(this.client, People.WORKER).begun("""
				{"birthDate": "1930-01-10", "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
				 "payee": {"kind": "CASH"}}""");
	}

	private void decided(String person, String jurisdiction, String month) {
		People.as(this.client, People.WORKER)
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"%s\", \"jurisdiction\": \"%s\"}".formatted(month, jurisdiction))
			.is(201);
	}

	@Test
	void whatBothPayIsFlaggedAndAReviewEndsWhatTheOuterOnePays() throws InterruptedException {
		String person = eighty();
		decided(person, "county", "2013-11");
		decided(person, "street", "2014-01");
		assertThat(flags("county", "2014-01", person)).doesNotContain("PAID_BY_ANOTHER");
		assertThat(flags("street", "2014-01", person)).contains("PAID_BY_ANOTHER");

		People operator = People.as(this.client, Desk.OPERATOR);
		String run = operator.post("/api/v1/recalculations",
				"""
						{"jurisdiction": "county", "from": "2013-11", "to": "2014-03", "mode": "COMMIT", "reason": "carved out"}""")
			.is(202)
			.text("/id");
		for (int tried = 0; tried < 3000; tried++) {
			if (operator.get("/api/v1/recalculations/" + run).is(200).text("/state").equals("COMPLETED")) {
				break;
			}
			Thread.sleep(20);
		}
		JsonNode changes = operator.get("/api/v1/recalculations/" + run + "/changes").is(200).body().get("items");
		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.get("period").stringValue()).isEqualTo("2014-01");
			assertThat(change.at("/after/outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
			assertThat(change.get("because").stringValue()).isEqualTo("OTHER_JURISDICTION");
		});
		JsonNode decisions = People.as(this.client, People.WORKER)
			.get("/api/v1/applicants/" + person + "/decisions")
			.is(200)
			.body()
			.get("items");
		JsonNode ended = decisions.valueStream()
			.filter((one) -> one.get("outcome").stringValue().equals("NOT_ELIGIBLE"))
			.findFirst()
			.orElseThrow();
		assertThat(this.client.get()
			.uri("/api/v1/decisions/" + ended.get("id").stringValue() + "/notice?lang=zh")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody()).contains("新设的辖区");
	}

	private Iterable<String> flags(String jurisdiction, String month, String person) {
		People operator = People.as(this.client, Desk.OPERATOR);
		String roster = operator
			.post("/api/v1/rosters", "{\"jurisdiction\": \"%s\", \"month\": \"%s\"}".formatted(jurisdiction, month))
			.is(201)
			.text("/id");
		return operator.get("/api/v1/rosters/" + roster + "/flags?size=200")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((flag) -> person.equals(flag.get("applicantId").stringValue()))
			.map((flag) -> flag.get("code").stringValue())
			.toList();
	}

}
