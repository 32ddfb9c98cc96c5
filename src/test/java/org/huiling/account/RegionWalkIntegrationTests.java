package org.huiling.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every end point that names a person, or a decision about one, as every role from a
 * region that is not theirs: nothing is told, nothing is written. A new end point is
 * walked by itself.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RegionWalkIntegrationTests {

	private static final String PERSON = "/api/v1/applicants/{id}";

	private static final String DECISION = "/api/v1/decisions/{id}";

	private static final LocalDate TODAY = LocalDate.now(CivilTime.ZONE);

	private static final String NOTE = "{\"text\": \"x\"}";

	private static final String HOLD = "{\"from\": \"2013-07\", \"code\": \"NOT_FOUND\", \"reason\": \"x\"}";

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
		String duplicate = worker.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String objection = worker
			.post("/api/v1/decisions/" + decision + "/objections",
					"{\"date\": \"%s\", \"grounds\": \"x\"}".formatted(TODAY))
			.is(201)
			.text("/id");
		String hold = worker.post("/api/v1/applicants/" + person + "/payment-holds", HOLD).is(201).text("/id");
		String note = worker.post("/api/v1/applicants/" + person + "/notes", NOTE).is(201).text("/id");
		String before = worker.get("/api/v1/applicants/" + person + "/decisions").is(200).body().toString();
		List<Step> steps = new ArrayList<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				boolean ofPerson = pattern.startsWith(PERSON);
				if (ofPerson || pattern.startsWith(DECISION)) {
					String path = pattern.replace("{id}", ofPerson ? person : decision)
						.replace("{objection}", objection)
						.replace("{note}", note)
						.replace("{hold}", hold);
					info.getMethodsCondition()
						.getMethods()
						.forEach((method) -> steps
							.add(new Step(HttpMethod.valueOf(method.name()), pattern, path, body(pattern, duplicate))));
				}
			}
		}
		assertThat(steps).extracting((step) -> step.method() + " " + step.pattern())
			.hasSizeGreaterThan(10)
			.contains("GET " + PERSON, "POST " + DECISION + "/replay");
		for (Step step : steps) {
			for (Role role : Role.values()) {
				assertThat(step.status(stranger(role.name()))).as("%s as %s", step, role).isIn(403, 404);
			}
		}
		assertThat(worker.get("/api/v1/applicants/" + person + "/decisions").body()).hasToString(before);
		assertThat(worker.get("/api/v1/applicants/" + person).is(200).body().path("careLevel").isMissingNode())
			.isTrue();
		for (String role : List.of("CASE_WORKER", "AUDITOR")) {
			assertThat(stranger(role).get("/api/v1/applicants?region=379901").is(200).body().get("total").intValue())
				.isZero();
		}
		// the same is there for somebody of the region, so that it was the region that
		// refused
		for (Step step : steps) {
			assertThat(step.status(worker)).as("%s as the region's own", step).isNotIn(403, 404);
		}
	}

	/** A body with which the end point does something for somebody of the region. */
	private static String body(String pattern, String duplicate) {
		return switch (pattern.substring(pattern.indexOf('}') + 1)) {
			case "/records" -> "{\"validFrom\": \"2013-03-01\", \"facts\": {\"careLevel\": 1}, \"reason\": \"x\"}";
			case "/merge" -> "{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(duplicate);
			case "/decisions" -> "{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}";
			case "/revoke", "/payment-holds/{hold}/release", "/notes/{note}/strike" -> "{\"reason\": \"x\"}";
			case "/payment-holds" -> HOLD;
			case "/notes" -> NOTE;
			case "/public-list" -> "{\"listed\": false, \"reason\": \"x\"}";
			case "/objections" -> "{\"date\": \"%s\", \"grounds\": \"x\"}".formatted(TODAY);
			case "/objections/{objection}/outcome" ->
				"{\"outcome\": \"DISMISSED\", \"reason\": \"x\", \"date\": \"%s\"}".formatted(TODAY);
			default -> "{}";
		};
	}

	/** One call of the walk. */
	private record Step(HttpMethod method, String pattern, String path, String body) {

		/** Not every answer is JSON: a notice is a page. */
		int status(People caller) {
			RestTestClient.RequestBodySpec request = caller.client()
				.method(this.method)
				.uri(this.path)
				.header(TestCallers.HEADER, caller.caller());
			if (this.method != HttpMethod.GET) {
				request.contentType(MediaType.APPLICATION_JSON).body(this.body);
			}
			return request.exchange().expectBody(byte[].class).returnResult().getStatus().value();
		}

	}

	private People stranger(String role) {
		return People.as(this.client, "stranger;" + role + ";110101");
	}

}
