package org.huiling.applicant.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.facts.RandomApplicants;
import org.huiling.input.StrictJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicantRoundTripTests {

	private static final LocalDate TODAY = LocalDate.of(2015, 6, 1);

	@Test
	void nothingIsLostOfTenThousandPeopleWithUnknowns() {
		RandomApplicants.withUnknowns(1).limit(10_000).forEach(ApplicantRoundTripTests::assertSame);
	}

	@Test
	void nothingIsLostOfPeopleFullyKnown() {
		RandomApplicants.fullyKnown(2).limit(2_000).forEach(ApplicantRoundTripTests::assertSame);
	}

	private static void assertSame(TestPerson person) {
		byte[] body = person.toString().getBytes(StandardCharsets.UTF_8);
		TestPerson read = TestPerson.of(TestFacts.on(TODAY).read(StrictJson.read(body)).record());
		assertThat(read).isEqualTo(person);
		assertThat(read.record()).isEqualTo(person.record());
	}

}
