package org.huiling.engine.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.huiling.engine.Assessment;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.files.DirectoryBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The checksum over answers. */
class AnswerChecksumTests {

	@Test
	void isTheSameInWhateverOrderAndNeverTheSameOfOtherAnswers() throws Exception {
		DirectoryBook book = PolicyBook.read(Path.of("rules/model-district"));
		List<AnswerChecksum> people = new ArrayList<>();
		for (int year = 1910; year < 1960; year += 5) {
			List<Assessment> answers = new ArrayList<>(
					book.assess("{birthDate: " + year + "-02-15, hukou: {region: 379901003}}", "2013-07")
						.assessments());
			people.add(AnswerChecksum.of(answers));
			Collections.reverse(answers);
			assertThat(AnswerChecksum.of(answers)).isEqualTo(people.get(people.size() - 1));
		}
		assertThat(people.get(0)).isNotEqualTo(people.get(9));
		AnswerChecksum sum = people.stream().reduce(AnswerChecksum.NONE, AnswerChecksum::plus);
		Collections.shuffle(people);
		AnswerChecksum left = people.subList(0, 4).stream().reduce(AnswerChecksum.NONE, AnswerChecksum::plus);
		AnswerChecksum right = people.subList(4, 10).stream().reduce(AnswerChecksum.NONE, AnswerChecksum::plus);
		assertThat(right.plus(left)).isEqualTo(sum);
		assertThat(sum.people()).isEqualTo(10);
		assertThat(people.get(0).plus(people.get(0)).text()).hasSize(32).isNotEqualTo(people.get(0).text());
	}

	@Test
	void carries() {
		AnswerChecksum one = new AnswerChecksum(1, 0, -1);
		assertThat(one.plus(new AnswerChecksum(1, 0, 2))).isEqualTo(new AnswerChecksum(2, 1, 1));
	}

}
