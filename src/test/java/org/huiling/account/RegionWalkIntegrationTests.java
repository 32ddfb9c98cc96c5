package org.huiling.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every end point that names a person, or a decision about one, as every role from a
 * region that is not theirs: nothing is told, nothing is written. A new end point is
 * walked by itself.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class RegionWalkIntegrationTests {

	private static final String PERSON = "/api/v1/applicants/{id}";

	private static final String DECISION = "/api/v1/decisions/{id}";

	/** Bodies with which the end point would do something for somebody of the region. */
	private static final Map<String, String> BODIES = Map.of(PERSON + "/records",
			"{\"validFrom\": \"2013-03-01\", \"facts\": {\"careLevel\": 1}, \"reason\": \"x\"}", PERSON + "/merge",
			"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(UUID.randomUUID()), PERSON + "/decisions",
			"{\"period\": \"2013-07\"}", DECISION + "/revoke", "{\"reason\": \"x\"}", DECISION + "/objections",
			"{\"date\": \"2026-01-01\", \"grounds\": \"x\"}", DECISION + "/objections/{objection}/outcome",
			"{\"outcome\": \"DISMISSED\", \"reason\": \"x\", \"date\": \"2026-01-01\"}");

	@Autowired
	RestTestClient client;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Test
	void nobodyReachesAPersonOfAnotherRegion() {
		People worker = People.as(this.client, People.WORKER);
		String person = worker.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String decision = worker
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.text("/items/0/id");
		String before = worker.get("/api/v1/applicants/" + person + "/decisions").is(200).body().toString();
		List<String> walked = new ArrayList<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				boolean ofPerson = pattern.startsWith(PERSON);
				if (ofPerson || pattern.startsWith(DECISION)) {
					for (RequestMethod method : info.getMethodsCondition().getMethods()) {
						walk(method, pattern, ofPerson ? person : decision);
						walked.add(method + " " + pattern);
					}
				}
			}
		}
		assertThat(walked).hasSizeGreaterThan(10).contains("GET " + PERSON, "POST " + DECISION + "/replay");
		assertThat(worker.get("/api/v1/applicants/" + person + "/decisions").body()).hasToString(before);
		assertThat(worker.get("/api/v1/applicants/" + person).is(200).body().path("careLevel").isMissingNode())
			.isTrue();
		for (String role : List.of("CASE_WORKER", "AUDITOR")) {
			assertThat(stranger(role).get("/api/v1/applicants?region=379901").is(200).body().get("total").intValue())
				.isZero();
		}
	}

	private void walk(RequestMethod method, String pattern, String id) {
		String path = pattern.replace("{id}", id).replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
		for (Role role : Role.values()) {
			int status = stranger(role.name()).send(HttpMethod.valueOf(method.name()), path,
					(method == RequestMethod.GET) ? null : BODIES.getOrDefault(pattern, "{}"), (headers) -> {
					})
				.status();
			assertThat(status).as("%s %s as %s", method, pattern, role).isIn(403, 404);
		}
	}

	private People stranger(String role) {
		return People.as(this.client, "stranger;" + role + ";110101");
	}

}
