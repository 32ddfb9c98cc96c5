package org.huiling.engine;

import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.huiling.Samples;
import org.huiling.TestPerson;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The next change that an answer names is the first that asking for each later period
 * finds, and no change named means that none of them differs.
 */
class NextIsTheFirstChangeTests {

	private static final int PEOPLE = Samples.of(150);

	private static Assessment ask(String program, Period period, TestPerson person, Explain explain) {
		return new Assessor(ModelDistrict.book())
			.assess(person, new AssessmentRequest(period, null, Set.of(program), explain))
			.assessments()
			.get(0);
	}

	private static @Nullable Assessment firstChange(String program, Period from, TestPerson person, int periods) {
		Assessment now = ask(program, from, person, Explain.NONE);
		Period at = from;
		for (int i = 0; i < periods; i++) {
			at = at.next();
			Assessment then = ask(program, at, person, Explain.NONE);
			if (then.outcome() != now.outcome() || !Objects.equals(then.amount(), now.amount())) {
				return then;
			}
		}
		return null;
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "old-age-allowance, 24", "low-income-top-up, 24", "living-subsidy, 24", "home-care-service, 24",
			"contribution-waiver, 2", "accident-insurance, 2" })
	void theNextChangeIsTheFirst(String program, int periods) {
		Random random = new Random(Samples.seed() + program.hashCode());
		RandomApplicants.withUnknowns(Samples.seed() + program.hashCode()).limit(PEOPLE + 1).forEach((person) -> {
			String year = String.valueOf(2012 + random.nextInt(3));
			Period period = Period.parse((periods == 2) ? year : year + "-%02d".formatted(1 + random.nextInt(12)));
			NextChange next = ask(program, period, person, Explain.FULL).next();
			Assessment first = firstChange(program, period, person, periods);
			if (first == null) {
				assertThat(next).as("%s of %s", period, person).isNull();
			}
			else {
				assertThat(next).as("%s of %s", period, person).isNotNull();
				assertThat(next.period()).as("%s of %s", period, person).isEqualTo(first.period());
				assertThat(next.outcome()).isEqualTo(first.outcome());
				assertThat(next.amount()).isEqualTo(first.amount());
				assertThat(next.because()).as("%s of %s: %s", period, person, next)
					.isNotBlank()
					.isNotEqualTo("FACTS")
					.doesNotContain("FACT ");
			}
		});
	}

}
