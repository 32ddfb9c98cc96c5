package org.huiling.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.huiling.Samples;
import org.huiling.TestPerson;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However a question is put, the answer is the same: with more or less explanation, for
 * one program or for all, for a month or for the year it lies in. Over made-up people of
 * whom something is unknown.
 */
class SameAnswerTests {

	private static final int PEOPLE = Samples.of(1_000);

	/** What an answer comes to. */
	private record Essence(Outcome outcome, @Nullable BigDecimal amount, List<String> missing,
			@Nullable String version) {

		static Essence of(Assessment answer) {
			return new Essence(answer.outcome(), answer.amount(), answer.missing(), answer.version());
		}

	}

	private static Map<String, Essence> ask(TestPerson person, Period period, @Nullable Set<String> programs,
			Explain explain) {
		Map<String, Essence> answers = new LinkedHashMap<>();
		new Assessor(ModelDistrict.book()).assess(person, new AssessmentRequest(period, null, programs, explain))
			.assessments()
			.forEach(
					(one) -> answers.put(one.program().id() + " " + one.period() + " " + one.claim(), Essence.of(one)));
		return answers;
	}

	private static Period month(Random random) {
		return Period.parse("%d-%02d".formatted(2012 + random.nextInt(3), 1 + random.nextInt(12)));
	}

	@Test
	void atEveryLevelOfExplanation() {
		Random random = new Random(Samples.seed() + 1);
		RandomApplicants.withUnknowns(Samples.seed() + 1).limit(PEOPLE).forEach((person) -> {
			Period month = month(random);
			Map<String, Essence> none = ask(person, month, null, Explain.NONE);
			assertThat(ask(person, month, null, Explain.WHY)).as("%s", person).isEqualTo(none);
			if (random.nextInt(10) == 0) {
				assertThat(ask(person, month, null, Explain.FULL)).as("%s", person).isEqualTo(none);
			}
		});
	}

	@Test
	void forOneProgramAsForAll() {
		Random random = new Random(Samples.seed() + 2);
		RandomApplicants.withUnknowns(Samples.seed() + 2).limit(PEOPLE).forEach((person) -> {
			Period month = month(random);
			Map<String, Essence> alone = new LinkedHashMap<>();
			for (Program program : ModelDistrict.book().programs()) {
				alone.putAll(ask(person, month, Set.of(program.id()), Explain.NONE));
			}
			assertThat(alone).as("%s", person).isEqualTo(ask(person, month, null, Explain.NONE));
		});
	}

	@Test
	void forAMonthAsForItsYear() {
		Random random = new Random(Samples.seed() + 3);
		RandomApplicants.withUnknowns(Samples.seed() + 3).limit(PEOPLE / 5 + 1).forEach((person) -> {
			Period month = month(random);
			Map<String, Essence> year = ask(person, month.year(), null, Explain.NONE);
			ask(person, month, null, Explain.NONE)
				.forEach((key, answer) -> assertThat(year).as("%s", person).containsEntry(key, answer));
		});
	}

	@Test
	void inManyThreadsAsInOne() {
		Period month = Period.parse("2013-08");
		List<TestPerson> people = RandomApplicants.withUnknowns(Samples.seed() + 4).limit(PEOPLE).toList();
		List<Map<String, Essence>> one = people.stream()
			.map((person) -> ask(person, month, null, Explain.WHY))
			.toList();
		List<Map<String, Essence>> many = people.parallelStream()
			.map((person) -> ask(person, month, null, Explain.WHY))
			.toList();
		assertThat(many).isEqualTo(one);
	}

	/** As runs over many months ask, with the reasons asked for afterwards. */
	@Test
	void monthAfterMonthInOneSitting() {
		RandomApplicants.withUnknowns(Samples.seed() + 5).limit(PEOPLE / 5 + 1).forEach((person) -> {
			AssessmentSession sitting = new AssessmentSession(ModelDistrict.book(), person);
			for (Period month : Period.parse("2013").months()) {
				List<Assessment> explained = sitting.answers(month, null).stream().map(sitting::explained).toList();
				assertThat(explained).as("%s", person)
					.isEqualTo(new Assessor(ModelDistrict.book())
						.assess(person, new AssessmentRequest(month, null, null, Explain.WHY))
						.assessments());
			}
		});
	}

}
