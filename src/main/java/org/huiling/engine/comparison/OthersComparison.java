package org.huiling.engine.comparison;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.huiling.engine.check.BoundaryPeople;
import org.huiling.engine.comparison.VersionComparison.ChangedAnswer;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.Example.Expected;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a version does to the answers of the other programs of its jurisdiction: to those
 * that look at its awards, whether they name it or the order does, and to those that
 * exclude each other with it.
 */
public final class OthersComparison {

	/** So many are shown of those who change from one answer to one other. */
	private static final int ALIKE = 3;

	private final PolicyBook before;

	private final PolicyBook after;

	private final CompiledPolicy policy;

	/**
	 * A comparison.
	 * @param before the policies without the version
	 * @param after the policies with it
	 * @param policy the version
	 */
	public OthersComparison(PolicyBook before, PolicyBook after, CompiledPolicy policy) {
		this.before = before;
		this.after = after;
		this.policy = policy;
	}

	/** Gives the worked examples of a version. */
	@FunctionalInterface
	public interface Examples {

		/**
		 * The examples of a version in force.
		 * @param version the version
		 * @return its examples; empty if they cannot be read
		 */
		List<Example> of(CompiledPolicy version);

	}

	/**
	 * Another program whose answers change.
	 *
	 * @param program the program
	 * @param asked how many people were asked
	 * @param differing for how many of them its answer changes
	 * @param changed some of those; of those who change from one answer to one other the
	 * first
	 */
	public record Changed(Program program, int asked, int differing, List<ChangedAnswer> changed) {
	}

	/**
	 * Puts people to the policies without and with the version: those given, those of the
	 * worked examples of the programs that it touches, and whoever stands at or beside a
	 * bound of a program that looks at it.
	 * @param people examples of the version itself
	 * @param examples of the others
	 * @return the programs whose answers change, in their order
	 */
	public List<Changed> changed(List<Example> people, Examples examples) {
		List<CompiledPolicy> looking = looking();
		boolean excluding = isExcluding();
		if (looking.isEmpty() && !excluding) {
			return List.of();
		}
		List<Example> asked = new ArrayList<>(people);
		asked.addAll(boundary(this.policy));
		for (CompiledPolicy one : looking) {
			asked.addAll(examples.of(one));
			asked.addAll(boundary(one));
		}
		if (excluding) {
			governing().filter((one) -> !looking.contains(one) && one.program().cycle() == Cycle.MONTH)
				.forEach((one) -> asked.addAll(examples.of(one)));
		}
		return compare(asked);
	}

	private List<Example> boundary(CompiledPolicy version) {
		return Program.STACKING.equals(version.program().id()) ? List.of()
				: BoundaryPeople.of(version, this.policy.header(), this.before.jurisdiction());
	}

	/** The other programs' versions that govern when the version begins. */
	private Stream<CompiledPolicy> governing() {
		return this.after.programs()
			.stream()
			.filter((program) -> !program.id().equals(this.policy.program().id()))
			.map((program) -> this.after.inForce(program.id(), this.policy.header().effectiveFrom()))
			.filter(Objects::nonNull);
	}

	/** Those that look at it, or at one that does. */
	private List<CompiledPolicy> looking() {
		Set<String> reached = new TreeSet<>();
		reached.add(this.policy.program().id());
		List<CompiledPolicy> governing = governing().toList();
		List<CompiledPolicy> looking = new ArrayList<>();
		int found;
		do {
			found = looking.size();
			for (CompiledPolicy one : governing) {
				if (!looking.contains(one) && lookedAt(one).stream().anyMatch(reached::contains)) {
					looking.add(one);
					reached.add(one.program().id());
				}
			}
		}
		while (looking.size() > found);
		return looking;
	}

	private List<String> lookedAt(CompiledPolicy one) {
		List<String> looked = new ArrayList<>(one.header().uses().stream().map(OtherProgram::id).toList());
		List<OtherProgram> deducts = one.header().deducts();
		if (deducts != null) {
			looked.addAll(deducts.stream().map(OtherProgram::id).toList());
		}
		else if (one.rules().readsOwnPayment()) {
			this.after.programs()
				.stream()
				.takeWhile((other) -> !other.id().equals(one.program().id()))
				.filter((other) -> other.isOverTheSame(one.program()))
				.forEach((other) -> looked.add(other.id()));
		}
		return looked;
	}

	private boolean isExcluding() {
		return Program.STACKING.equals(this.policy.program().id()) || (this.policy.program().cycle() == Cycle.MONTH
				&& this.after.inForce(Program.STACKING, this.policy.header().effectiveFrom()) != null);
	}

	/** One person asked about one period. */
	private record Question(FactRecord person, Period period) {
	}

	/** The tally of one program. */
	private static final class Tally {

		private int asked;

		private int differing;

		private final Map<List<?>, Integer> alike = new LinkedHashMap<>();

		private final List<ChangedAnswer> changed = new ArrayList<>();

	}

	private List<Changed> compare(List<Example> people) {
		Map<Question, Example> questions = new LinkedHashMap<>();
		for (Example one : people) {
			if (one.applicant() != null) {
				questions.putIfAbsent(new Question(one.applicant(), period(Period.parse(one.period()))), one);
			}
		}
		Map<String, Tally> tallies = new LinkedHashMap<>();
		questions.forEach((question, person) -> compare(question, person, tallies));
		return this.after.programs()
			.stream()
			.filter((program) -> tallies.containsKey(program.id()))
			.map((program) -> changed(program, Objects.requireNonNull(tallies.get(program.id()))))
			.filter((one) -> one.differing() > 0)
			.toList();
	}

	private static Changed changed(Program program, Tally tally) {
		return new Changed(program, tally.asked, tally.differing, List.copyOf(tally.changed));
	}

	/**
	 * Before its first day nothing changes: people of then are asked about that month.
	 */
	private Period period(Period asked) {
		Period first = Period.of(YearMonth.from(this.policy.header().effectiveFrom()));
		return (asked.kind() == Period.Kind.MONTH && asked.firstDay().isBefore(first.firstDay())) ? first : asked;
	}

	private void compare(Question question, Example person, Map<String, Tally> tallies) {
		Map<List<String>, Expected> old = answers(this.before, question);
		Map<List<String>, Expected> now = answers(this.after, question);
		Set<List<String>> all = new LinkedHashSet<>(old.keySet());
		all.addAll(now.keySet());
		for (List<String> key : all) {
			Tally tally = tallies.computeIfAbsent(key.get(0), (program) -> new Tally());
			tally.asked++;
			Expected one = old.get(key);
			Expected other = now.get(key);
			if (!Objects.equals(told(one), told(other))) {
				tally.differing++;
				if (person.line() > 0
						|| tally.alike.merge(Arrays.asList(told(one), told(other)), 1, Integer::sum) <= ALIKE) {
					String claim = key.get(2).isEmpty() ? null : key.get(2);
					tally.changed.add(new ChangedAnswer(new Example(person.name(), person.line(), key.get(1), claim,
							person.applicant(), null, person.expected()), one, other));
				}
			}
		}
	}

	private static @Nullable Object told(@Nullable Expected answer) {
		return (answer != null) ? Arrays.asList(answer.outcome(), plain(answer.amount()), answer.inKind()) : null;
	}

	private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.stripTrailingZeros() : null;
	}

	/** By program, period and claim; none where two rules contradict each other. */
	private Map<List<String>, Expected> answers(PolicyBook book, Question question) {
		Map<List<String>, Expected> answers = new LinkedHashMap<>();
		AssessmentRequest request = new AssessmentRequest(question.period(), null, null, Explain.NONE);
		try {
			for (Assessment one : new Assessor(book).assess((day) -> question.person(), request).assessments()) {
				if (!one.program().id().equals(this.policy.program().id())) {
					answers.put(List.of(one.program().id(), one.period(), Objects.requireNonNullElse(one.claim(), "")),
							new Expected(one.outcome(), one.amount(), null, one.missing(), null, null, one.inKind()));
				}
			}
		}
		catch (PolicyFault contradiction) {
			return Map.of();
		}
		return answers;
	}

}
