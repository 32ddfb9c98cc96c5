package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.Completions.Gap;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Definite is definite: whatever is told of what was unknown, no grant, amount, refusal
 * or condition that was certain before becomes another, and nothing that was open comes
 * to more or less than was said. Every shipped version is asked about made-up people at
 * its bounds of whom much or a little is unknown, and then about ways to fill that in:
 * all of them where they are few.
 */
class DefiniteAnswersTests {

	private static final int PEOPLE = Samples.of(10_000);

	private static final int FEW = 48;

	private static final int DRAWN = 12;

	private static final Set<String> COUNT_AS_BEGUN = TestFacts.WORDS.firstDays()
		.stream()
		.map(FirstDay::path)
		.collect(Collectors.toSet());

	static Stream<ShippedVersion> versions() {
		return ShippedVersion.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("versions")
	void nothingThatIsToldLaterContradictsADefiniteAnswer(ShippedVersion version) {
		int count = Math.max(20, (int) Math.ceil(PEOPLE / (double) ShippedVersion.all().count()));
		Random random = new Random(Samples.seed() + version.toString().hashCode());
		Transplant transplant = Transplant.to(version.shelf(), version.policy());
		Completions completions = new Completions(version, random.nextLong());
		RandomApplicants partly = RandomApplicants.withUnknowns(random.nextLong());
		RandomApplicants known = RandomApplicants.fullyKnown(random.nextLong());
		List<Case> cases = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			TestPerson person = (i % 3 == 2) ? without(known.next(), random) : partly.next();
			cases.add(new Case(version, transplant.of(person).record(), version.month(random), random.nextLong()));
		}
		long definite = cases.parallelStream().mapToLong((one) -> one.definite(completions)).sum();
		assertThat(definite).as("definite answers that were filled in, about %s people", count).isPositive();
	}

	/** Somebody of whom one to three things are not told. */
	private static TestPerson without(TestPerson person, Random random) {
		List<String> paths = new ArrayList<>(person.known());
		paths.removeIf((path) -> path.equals("birthDate") || path.contains("["));
		Collections.shuffle(paths, random);
		return person.without(paths.subList(0, 1 + random.nextInt(3)).toArray(String[]::new));
	}

	/** Somebody, a version and a month. */
	private record Case(ShippedVersion version, FactRecord person, Period month, long seed) {

		/** How many definite answers were held against others. */
		long definite(Completions completions) {
			Map<Gap, List<Object>> choices = completions.choices(this.person);
			Map<Gap, List<Object>> begun = new LinkedHashMap<>(choices);
			begun.keySet().removeIf((gap) -> COUNT_AS_BEGUN.contains(gap.path()));
			Map<String, Assessment> answers = answers(this.person);
			Map<String, ProgramResult> results = results(this.person);
			for (Map<Gap, Object> values : completions.some(begun, FEW, DRAWN, new Random(this.seed))) {
				FactRecord told = Completions.filled(this.person, values);
				Map<String, ProgramResult> later = results(told);
				results.forEach((key, before) -> agree(before, later.get(key), key, told));
			}
			for (Map<Gap, Object> values : completions.some(choices, FEW, DRAWN, new Random(this.seed))) {
				FactRecord told = Completions.filled(this.person, values);
				Map<String, Assessment> later = answers(told);
				answers.forEach((key, answer) -> {
					if (!wasAssumed(answer, values)) {
						agree(answer, later.get(key), key, told);
					}
				});
			}
			return answers.values().stream().filter((one) -> one.outcome() != Outcome.NEEDS_INFORMATION).count();
		}

		/** All programs, with what lies together and applications looked at. */
		private Map<String, Assessment> answers(FactRecord record) {
			Map<String, Assessment> answers = new LinkedHashMap<>();
			for (Period period : List.of(this.month, this.month.year())) {
				boolean periodical = period == this.month;
				Set<String> programs = this.version.shelf()
					.programs()
					.stream()
					.filter((program) -> (program.cycle() != Cycle.CLAIM) == periodical)
					.map(Program::id)
					.collect(Collectors.toSet());
				new Assessor(this.version.shelf())
					.assess((day) -> record, new AssessmentRequest(period, null, programs, Explain.NONE))
					.assessments()
					.forEach((one) -> answers.put(one.program().id() + " " + one.period() + " " + one.claim(), one));
			}
			return answers;
		}

		/** The version alone, with every condition of its rules. */
		private Map<String, ProgramResult> results(FactRecord record) {
			Program program = this.version.policy().program();
			ApplicantEvaluation evaluation = new ApplicantEvaluation(this.version.shelf(), (day) -> record,
					Explain.FULL);
			if (Program.STACKING.equals(program.id())) {
				return Map.of();
			}
			if (program.cycle() == Cycle.CLAIM) {
				return evaluation.claimResults(program, this.month.year());
			}
			Period period = (program.cycle() == Cycle.MONTH) ? this.month : this.month.year();
			return Map.of(period.toString(), evaluation.programResult(program, this.version.policy(), period));
		}

		private void agree(Assessment before, @Nullable Assessment later, String key, FactRecord told) {
			if (before.outcome() == Outcome.NEEDS_INFORMATION) {
				return;
			}
			boolean same = later != null && later.outcome() == before.outcome() && later.amount() != null
					&& later.amount().equals(before.amount());
			holds(same, before, later, key, told);
		}

		private void agree(ProgramResult before, @Nullable ProgramResult later, String key, FactRecord told) {
			if (later == null) {
				holds(false, before, later, key, told);
				return;
			}
			BigDecimal amount = later.amount();
			if (before.outcome() != Outcome.NEEDS_INFORMATION) {
				holds(amount != null && amount.equals(before.amount()), before, later, key, told);
			}
			if (before.bound() != null) {
				BigDecimal most = (amount != null) ? amount : later.bound();
				holds(most != null && most.compareTo(before.bound()) <= 0, before, later, key, told);
			}
			if (before.least() != null) {
				BigDecimal least = (amount != null) ? amount : later.least();
				holds(least != null && least.compareTo(before.least()) >= 0, before, later, key, told);
			}
			for (int i = 0; i < before.results().size(); i++) {
				agree(before.results().get(i), later.results().get(i), key, told);
			}
		}

		private void agree(RuleResult before, RuleResult later, String key, FactRecord told) {
			holds(before.truth() == Truth.UNKNOWN || before.truth() == later.truth(), before, later, key, told);
			for (int i = 0; i < before.conditions().size(); i++) {
				Truth truth = before.conditions().get(i).result();
				holds(truth == Truth.UNKNOWN || truth == later.conditions().get(i).result(), before, later, key, told);
			}
		}

		/** Of somebody who contradicts what is known, nothing is said. */
		private void holds(boolean agrees, Object before, @Nullable Object later, String key, FactRecord told) {
			if (!agrees && Completions.isAdmitted(told)) {
				assertThat(later)
					.as("%s of %s in %s, later told %s", key, Completions.text(this.person), this.month,
							Completions.text(told))
					.isEqualTo(before);
			}
		}

	}

	/** Whether an answer names a day it takes for come that was told now. */
	private static boolean wasAssumed(Assessment answer, Map<Gap, Object> values) {
		return answer.assumptions()
			.stream()
			.filter((note) -> note.code().equals("STARTED_BEFORE"))
			.anyMatch((note) -> values.keySet().stream().anyMatch((gap) -> gap.path().equals(note.field())));
	}

}
