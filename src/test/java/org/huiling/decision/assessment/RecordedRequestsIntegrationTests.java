package org.huiling.decision.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.Subject;
import org.huiling.recorded.MutatedBodies;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.huiling.recorded.SampleRequests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * {@code POST /assessments} answers in both languages what it answered when it was
 * recorded: to the requests about people in {@code test-data/requests}, to people of
 * every jurisdiction, and to bodies with mistakes. Programs that came later are left out,
 * since a request may ask for all.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RecordedRequestsIntegrationTests {

	private static final Recorded REQUESTS = Recorded.of("requests");

	private static final int PEOPLE = 20;

	private static final List<String> PROGRAMS = List.of("old-age-allowance", "low-income-top-up", "living-subsidy",
			"home-care-service", "contribution-waiver", "accident-insurance", "medical-reimbursement",
			"hardship-relief");

	private static final JsonMapper MAPPER = new JsonMapper();

	@Autowired
	RestTestClient client;

	@AfterAll
	static void keep() {
		REQUESTS.keep();
	}

	@Test
	void theRequestsOfTheTestData() throws IOException {
		List<String> requests = new ArrayList<>();
		for (Path file : SampleRequests.of(Subject.PERSON)) {
			requests.add(Files.readString(file));
		}
		holds("test-data", requests);
	}

	@Test
	void peopleOfEveryJurisdiction() {
		for (Place place : RecordedPeople.PLACES) {
			List<String> requests = new ArrayList<>();
			for (ObjectNode person : RecordedPeople.block(place, 0).subList(0, PEOPLE)) {
				requests.add("""
						{"period": "%s", "jurisdiction": "%s", "explain": "FULL", "applicant": %s}"""
					.formatted(place.months().get(requests.size() % place.months().size()), place, person));
			}
			holds(place.jurisdiction(), requests);
		}
	}

	@Test
	void bodiesWithMistakes() {
		holds("mistakes",
				MutatedBodies.block(0)
					.subList(0, 3 * PEOPLE)
					.stream()
					.map((body) -> "{\"period\": \"2013-07\", \"jurisdiction\": \"model-district\", \"applicant\": "
							+ body + "}")
					.toList());
	}

	private void holds(String block, List<String> requests) {
		if (Recorded.asks(block)) {
			REQUESTS.holds(block,
					requests.stream()
						.map((request) -> request + "\n" + answer(request, "zh-CN") + "\n" + answer(request, "en"))
						.toList());
		}
	}

	private String answer(String request, String language) {
		People.Answer answer = People.as(this.client, People.WORKER)
			.send(HttpMethod.POST, "/api/v1/assessments", request,
					(headers) -> headers.set(HttpHeaders.ACCEPT_LANGUAGE, language));
		if (answer.body().get("assessments") instanceof ArrayNode assessments) {
			assessments.removeIf((one) -> !PROGRAMS.contains(one.get("program").stringValue()));
		}
		return answer.status() + " " + MAPPER.writeValueAsString(answer.body());
	}

}
