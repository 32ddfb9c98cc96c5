package org.huiling.applicant.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * People who are put on file come back as they did when it was recorded: the answer to
 * who puts them there, the person on two days, and their records.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RecordedRegisterIntegrationTests {

	private static final Recorded REGISTER = Recorded.of("register");

	private static final int BLOCKS = 20;

	private static final int PEOPLE = 20;

	/** What is another one every time. */
	private static final Pattern CHANGING = Pattern
		.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"fileNumber\":\"[^\"]*\"|\"recordedAt\":\"[^\"]*\"");

	@Autowired
	RestTestClient client;

	@AfterAll
	static void keep() {
		REGISTER.keep();
	}

	@Test
	void everybodyIsOnFileAsBefore() {
		List<List<ObjectNode>> blocks = blocks();
		People people = People.as(this.client, "worker;CASE_WORKER;");
		Recorded.blocks(BLOCKS).filter((number) -> Recorded.asks("files-" + number)).forEach((number) -> {
			List<String> texts = new ArrayList<>();
			blocks.get(number).forEach((person) -> texts.add(person + "\n" + onFile(people, person)));
			REGISTER.holds("files-" + number, texts);
		});
	}

	/** Nobody is mistaken for another one, whichever blocks are put on file. */
	private static List<List<ObjectNode>> blocks() {
		Set<String> ids = new HashSet<>();
		return IntStream.range(0, BLOCKS).mapToObj((number) -> {
			Place place = RecordedPeople.PLACES.get(number % 2);
			List<ObjectNode> people = RecordedPeople.block(place, number / 2).subList(0, PEOPLE);
			people.forEach((person) -> {
				if (person.path("name").isString()) {
					person.put("name", person.get("name").stringValue() + ((number % 2 == 0) ? "示" : "京"));
				}
				if (!ids.add(person.path("residentId").asString(""))) {
					person.remove("residentId");
				}
			});
			return people;
		}).toList();
	}

	private static String onFile(People people, ObjectNode person) {
		People.Answer begun = people.post("/api/v1/applicants", person.toString());
		StringBuilder text = new StringBuilder().append(begun.status()).append(' ').append(begun.body());
		if (begun.status() == 201) {
			String uri = "/api/v1/applicants/" + begun.text("/id");
			String part = """
					{"validFrom": "2013-05-01", "facts": {"careLevel": 3, "payee": null, "household": {"size": 9}}}""";
			text.append('\n').append(people.record(begun.text("/id"), part).status());
			for (String rest : List.of("?date=2013-04-30", "?date=2026-06-01", "/records")) {
				text.append('\n').append(people.get(uri + rest).body());
			}
		}
		return CHANGING.matcher(text).replaceAll("…");
	}

}
