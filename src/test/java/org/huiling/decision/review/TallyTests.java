package org.huiling.decision.review;

import java.time.LocalDate;
import java.util.Objects;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	private static final LocalDate DAY = LocalDate.of(2023, 3, 1);

	@Test
	void peopleAreCountedByRegionAndAge() {
		FactRecord person = TestPerson.born("1938-03-02").with("hukou.region", "379901003").record();
		assertThat(Tally.People.of(person, DAY)).isEqualTo(new Tally.People("379901003", "80-89"));
	}

	/** Years since the opening are no age. */
	@Test
	void organisationsAreCountedByRegionAlone() {
		FactRecord home = Objects.requireNonNull(TestFacts.DICTIONARY.of(Subject.ORGANISATION))
			.shape()
			.record()
			.put("opened", LocalDate.of(2010, 5, 1))
			.put("region", "379901003")
			.build();
		assertThat(Tally.People.of(home, DAY)).isEqualTo(new Tally.People("379901003", ""));
	}

}
