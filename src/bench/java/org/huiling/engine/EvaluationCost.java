package org.huiling.engine;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import org.huiling.HuilingApplication;
import org.huiling.TestPerson;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.jspecify.annotations.Nullable;

/**
 * What assessing a month of 2013 costs, by CPU time and bytes of one thread: a process of
 * {@link org.huiling.bench.BeforeAndAfter}, which compiles this file in either checkout.
 * So it names only what both have, and finds by reflection what one of them lacks. Each
 * line is a figure: name, median and least µs, bytes of garbage, results counted, which
 * tell whether both did the same.
 */
public final class EvaluationCost {

	private static final int PEOPLE = 3_000;

	/** Long enough that a busy machine gets round to compiling it. */
	private static final int PASSES = 5;

	private static final Period AUGUST = Period.parse("2013-08");

	/** Those that there were before the language of benefits. */
	private static final Set<String> PROGRAMS = Set.of("accident-insurance", "contribution-waiver", "hardship-relief",
			"home-care-service", "living-subsidy", "low-income-top-up", "medical-reimbursement", "old-age-allowance",
			Program.STACKING);

	private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Map<String, Work> works = new LinkedHashMap<>();

	private record Work(List<TestPerson> people, ToIntFunction<TestPerson> work) {
	}

	private record Figure(double micros, double bytes, long results) {
	}

	/** Looking up a version is the catalogue's work, not the evaluator's. */
	private record Remembering(PolicyBook book, List<Program> programs,
			Map<String, Map<LocalDate, List<CompiledPolicy>>> versions) implements PolicyBook {

		Remembering(PolicyBook book, boolean all) {
			this(book,
					book.programs().stream().filter((program) -> all || PROGRAMS.contains(program.id())).toList(),
					new HashMap<>());
		}

		@Override
		public Jurisdiction jurisdiction() {
			return this.book.jurisdiction();
		}

		@Override
		public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
			List<CompiledPolicy> known = this.versions.computeIfAbsent(program, (id) -> new HashMap<>())
				.computeIfAbsent(day, (key) -> {
					CompiledPolicy version = this.book.inForce(program, day);
					return (version != null) ? List.of(read(version)) : List.of();
				});
			return known.isEmpty() ? null : known.get(0);
		}

	}

	private EvaluationCost() {
		PolicyBook shipped = ShippedPolicies.book("model-district");
		PolicyBook book = new Remembering(shipped, false);
		Assessor month = new Assessor(book);
		Assessor asked = new Assessor(new Remembering(shipped, true));
		List<TestPerson> known = RandomApplicants.fullyKnown(7).limit(PEOPLE).toList();
		List<TestPerson> unknown = RandomApplicants.withUnknowns(9).limit(PEOPLE).toList();
		List<TestPerson> mixed = new ArrayList<>();
		for (int i = 0; i < PEOPLE; i++) {
			mixed.add((i % 3 == 0) ? unknown.get(i) : known.get(i));
		}
		this.works.put("rulings", new Work(known, (person) -> rulings(book, person)));
		this.works.put("rulings-third", new Work(mixed, (person) -> rulings(book, person)));
		this.works.put("rulings-unknown", new Work(unknown, (person) -> rulings(book, person)));
		this.works.put("month", new Work(known, (person) -> assess(month, person, null, Explain.NONE)));
		this.works.put("month-of-all", new Work(known, (person) -> assess(asked, person, PROGRAMS, Explain.NONE)));
		this.works.put("why", new Work(known, (person) -> assess(month, person, null, Explain.WHY)));
		this.works.put("month-third", new Work(mixed, (person) -> assess(month, person, null, Explain.NONE)));
		this.works.put("why-third", new Work(mixed, (person) -> assess(month, person, null, Explain.WHY)));
		this.works.put("why-unknown", new Work(unknown, (person) -> assess(month, person, null, Explain.WHY)));
	}

	/**
	 * Measures, and tells the second half of the rounds.
	 * @param arguments rounds, then of {@code rulings}, {@code rulings-third},
	 * {@code rulings-unknown}, {@code month}, {@code month-third}, {@code month-of-all},
	 * {@code why}, {@code why-third}, {@code why-unknown}; none means all. Or {@code check}
	 * and what it is to check
	 */
	public static void main(String[] arguments) {
		if ("check".equals(arguments[0])) {
			Runtime.getRuntime().addShutdownHook(new Thread(EvaluationCost::tellProcess));
			HuilingApplication.main(arguments);
			return;
		}
		EvaluationCost cost = new EvaluationCost();
		if (arguments.length > 1) {
			cost.works.keySet().retainAll(List.of(arguments).subList(1, arguments.length));
		}
		Map<String, List<Figure>> figures = new TreeMap<>();
		for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
			cost.works.forEach((name, work) -> figures.computeIfAbsent(name, (key) -> new ArrayList<>())
				.add(measured(work)));
		}
		for (String name : cost.works.keySet()) {
			List<Figure> all = figures.get(name);
			double[] micros = all.stream().skip(all.size() / 2).mapToDouble(Figure::micros).sorted().toArray();
			double bytes = all.stream().mapToDouble(Figure::bytes).min().orElseThrow();
			System.out.println("COST " + name + " " + micros[micros.length / 2] + " " + micros[0] + " " + bytes + " "
					+ all.get(0).results());
		}
	}

	/** All of the process, what compiles its code included. */
	private static void tellProcess() {
		double seconds = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
				/ 1e9;
		System.out.println("COST check " + seconds + " " + seconds + " 0 0");
	}

	private static Figure measured(Work work) {
		long thread = Thread.currentThread().getId();
		long bytes = THREAD.getThreadAllocatedBytes(thread);
		long from = THREAD.getCurrentThreadCpuTime();
		long results = 0;
		for (int pass = 0; pass < PASSES; pass++) {
			for (TestPerson person : work.people()) {
				results += work.work().applyAsInt(person);
			}
		}
		double people = PEOPLE * PASSES;
		return new Figure((THREAD.getCurrentThreadCpuTime() - from) / 1e3 / people,
				(THREAD.getThreadAllocatedBytes(thread) - bytes) / people, results);
	}

	private static int rulings(PolicyBook book, TestPerson person) {
		ApplicantEvaluation evaluation = new ApplicantEvaluation(book, person, Explain.NONE);
		int results = 0;
		for (Program program : book.programs()) {
			if (Program.STACKING.equals(program.id())) {
				continue;
			}
			results += switch (program.cycle().name()) {
				case "MONTH" -> evaluation.programResult(program, AUGUST).results().size();
				case "YEAR" -> evaluation.programResult(program, AUGUST.year()).results().size();
				default -> evaluation.claimResults(program, AUGUST.year()).size();
			};
		}
		return results;
	}

	private static int assess(Assessor assessor, TestPerson person, @Nullable Set<String> programs, Explain explain) {
		return assessor.assess(person, new AssessmentRequest(AUGUST, null, programs, explain)).assessments().size();
	}

	/**
	 * The version as the service has it: by the dictionary that read the people, where
	 * versions have one.
	 */
	private static CompiledPolicy read(CompiledPolicy version) {
		for (Method method : CompiledPolicy.class.getDeclaredMethods()) {
			if ("by".equals(method.getName())) {
				try {
					Object reading = Class.forName("org.huiling.TestFacts").getField("READING").get(null);
					return (CompiledPolicy) method.invoke(version, reading);
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}
		return version;
	}

}
