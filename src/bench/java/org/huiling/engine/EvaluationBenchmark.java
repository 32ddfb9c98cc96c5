package org.huiling.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.huiling.TestPerson;
import org.huiling.bench.Row;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * All programs of the model district for one applicant and month: by a Drools session, by
 * the plan, explained by the walk, and by the same rules hand-written in Java.
 */
public final class EvaluationBenchmark {

	private static final int PEOPLE = 5_000;

	private static final int ROUNDS = 5;

	private static final Period AUGUST = Period.parse("2013-08");

	private EvaluationBenchmark() {
	}

	/**
	 * Measures.
	 * @return the rows
	 */
	public static List<Row> run() {
		List<TestPerson> people = RandomApplicants.fullyKnown(7).limit(PEOPLE).toList();
		PolicyBook book = new Remembering(ShippedPolicies.book("model-district"));
		Assessor assessor = new Assessor(book);
		double hand = perSecond(people.stream().map(HandWrittenPerson::of).toList(),
				(person) -> HandWrittenPolicies.assess(person).paid().size(), 20);
		double session = perSecond(people, (person) -> sessions(book, person), 1);
		double plan = perSecond(people, (person) -> assess(assessor, person, Explain.NONE), 10);
		double why = perSecond(people, (person) -> assess(assessor, person, Explain.WHY), 2);
		double full = perSecond(people.subList(0, PEOPLE / 10), (person) -> assess(assessor, person, Explain.FULL), 1);
		String unit = "applicant-months/s";
		return List.of(
				Row.of("all programs, a Drools session per program, against hand-written Java", session, unit, hand),
				Row.of("all programs, no explanation, by the plan, against hand-written Java", plan, unit, hand),
				Row.of("all programs, no explanation, by the plan, against sessions", plan, unit, session),
				Row.of("all programs, WHY, against no explanation", why, unit, plan),
				Row.of("all programs, FULL with the next change, against WHY", full, unit, why));
	}

	/** Looking up a version is the catalogue's work, not the evaluator's. */
	private record Remembering(PolicyBook book, Map<String, CompiledPolicy> versions) implements PolicyBook {

		Remembering(PolicyBook book) {
			this(book, new HashMap<>());
		}

		@Override
		public Jurisdiction jurisdiction() {
			return this.book.jurisdiction();
		}

		@Override
		public List<Program> programs() {
			return PROGRAMS.computeIfAbsent(this.book, PolicyBook::programs);
		}

		@Override
		public CompiledPolicy inForce(String program, LocalDate day) {
			return this.versions.computeIfAbsent(program + day, (key) -> this.book.inForce(program, day));
		}

	}

	private static final Map<PolicyBook, List<Program>> PROGRAMS = new HashMap<>();

	private static int assess(Assessor assessor, TestPerson person, Explain explain) {
		return assessor.assess(person, new AssessmentRequest(AUGUST, null, null, explain))
			.assessments()
			.size();
	}

	private static int sessions(PolicyBook book, TestPerson person) {
		int fired = 0;
		for (Program program : book.programs()) {
			if (Program.STACKING.equals(program.id())) {
				continue;
			}
			switch (program.cycle()) {
				case MONTH -> fired += session(book, program, person, AUGUST, null);
				case YEAR -> fired += session(book, program, person, AUGUST.year(), null);
				case CLAIM -> {
					for (var claim : person.record().claims()) {
						if (AUGUST.year().contains(claim.date())) {
							fired += session(book, program, person, Period.of(claim.date()),
									claim);
						}
					}
				}
			}
		}
		return fired;
	}

	private static int session(PolicyBook book, Program program, TestPerson person, Period period, @Nullable RecordedClaim claim) {
		LocalDate day = period.firstDay();
		CompiledPolicy policy = book.inForce(program.id(), day);
		if (policy == null) {
			return 0;
		}
		PersonFacts applicant = new PersonFacts(policy.words(), person.record(), book.jurisdiction().regionPrefix(), period,
				null);
		List<RuleResult> results = policy.rules().session().evaluate(new FactSet(applicant,
				(claim != null) ? new ClaimFacts(applicant, claim, ClaimYear.EMPTY) : null, null, null));
		return results.size();
	}

	private static <T> double perSecond(List<T> people, ToIntFunction<T> work, int times) {
		List<Double> rates = new ArrayList<>();
		long sink = 0;
		for (int round = 0; round < ROUNDS + 2; round++) {
			long from = System.nanoTime();
			for (int time = 0; time < times; time++) {
				for (T person : people) {
					sink += work.applyAsInt(person);
				}
			}
			double seconds = (System.nanoTime() - from) / 1e9;
			if (round >= 2) {
				rates.add(people.size() * times / seconds);
			}
		}
		if (sink == 42) {
			System.out.println();
		}
		return rates.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
	}

}
