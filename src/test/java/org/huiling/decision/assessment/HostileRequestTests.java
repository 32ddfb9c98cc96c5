package org.huiling.decision.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.input.StrictJson;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Bodies of two megabytes made to cost more than they are worth. */
class HostileRequestTests {

	@ParameterizedTest
	@MethodSource("bodies")
	void isRefusedSoonAndBriefly(String body) {
		InvalidInput refusal = assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> catchThrowableOfType(InvalidInput.class,
						() -> AssessmentBodyReader.read(StrictJson.read(body.getBytes(StandardCharsets.UTF_8)),
								TestFacts.on(LocalDate.of(2014, 1, 1)))));
		assertThat(refusal.status()).isIn(400, 422);
		assertThat(refusal.errors()).hasSizeLessThanOrEqualTo(201);
	}

	static Stream<String> bodies() {
		String person = "{\"applicant\": {\"birthDate\": \"1933-02-15\", ";
		return Stream.of("[".repeat(2 << 20), "{\"a\":".repeat(400_000), "9".repeat(2 << 20),
				"\"" + "x".repeat(2 << 20), person + keys("residentIdd", 90_000) + "}}",
				person + "\"statuses\": [" + items("{\"kind\":\"A\"}", 150_000) + "]}}",
				person + "\"claims\": [" + items("{\"x\":1}", 1000) + "]}}",
				person + "\"residentId\": \"" + "1".repeat(99_999) + "\"}}",
				"{\"programs\": [" + items("\"a\"", 400_000) + "]}", " ".repeat(2 << 20));
	}

	private static String keys(String name, int count) {
		return IntStream.range(0, count).mapToObj((i) -> "\"" + name + i + "\": 1").collect(Collectors.joining(","));
	}

	private static String items(String item, int count) {
		return (item + ",").repeat(count - 1) + item;
	}

}
