package org.huiling.applicant.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.SeenFacts;
import org.huiling.input.StrictJson;
import org.huiling.problem.InvalidInput;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.huiling.recorded.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * 21,000 people are read with the same warnings, written again in the same JSON, and
 * their facts go into a decision in the same bytes, as when it was recorded.
 */
class RecordedApplicantsTests {

	private static final Recorded READ = Recorded.of("reading");

	static List<Place> places() {
		return RecordedPeople.PLACES;
	}

	@AfterAll
	static void keep() {
		READ.keep();
	}

	@ParameterizedTest
	@MethodSource("places")
	void everybodyIsReadAndWrittenAsBefore(Place place) {
		for (int number = 0; number < place.blocks(); number++) {
			String block = place.jurisdiction() + "-" + number;
			if (Recorded.asks(block)) {
				READ.holds(block,
						RecordedPeople.block(place, number).stream().map(RecordedApplicantsTests::read).toList());
			}
		}
	}

	private static String read(ObjectNode person) {
		byte[] body = person.toString().getBytes(StandardCharsets.UTF_8);
		try {
			ReadApplicant read = TestFacts.on(RecordedPeople.TODAY).read(StrictJson.read(body));
			return "%s\n%s\n%s\n%s".formatted(person, Told.warnings(read.warnings()), RecordJson.of(read.record()),
					SeenFacts.of(read.record()));
		}
		catch (InvalidInput refused) {
			return person + "\n" + Told.errors(refused.errors());
		}
	}

}
