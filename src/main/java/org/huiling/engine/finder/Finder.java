package org.huiling.engine.finder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyHeader.Wins;
import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.Solver.Nearest;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Generators;
import org.huiling.engine.finder.sample.KnownPerson;
import org.huiling.engine.finder.sample.Likeness;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setting.Birthday;
import org.huiling.engine.finder.sample.Setup;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.problem.Finding;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.PersonFacts;

/**
 * Searches a version for flaws. For every rule, and every alternative of its {@code or},
 * it makes an applicant who meets the conditions, then tries everybody beside them; for
 * every two rules that must not both grant, one who meets both. Always the same search
 * for the same version.
 */
public final class Finder {

	/** So many people of examples are enough. */
	private static final int MOST_KNOWN = 20;

	private final List<RuleShape> shapes;

	private final Setup setup;

	private final Wins wins;

	private final Trial trial;

	private final Deadline deadline;

	private final Generators generators;

	private final ValuesToTry values;

	private final Observations observations;

	private final Gaps gaps = new Gaps();

	private final List<KnownPerson> known;

	/** For each rule, for each of its branches. */
	private final List<List<Nearest>> nearest = new ArrayList<>();

	/**
	 * A finder for one version.
	 * @param shapes its rules
	 * @param setup where the search takes place
	 * @param wins what several grants come to
	 * @param trial tries applicants
	 * @param budget the time it may take
	 */
	public Finder(List<RuleShape> shapes, Setup setup, Wins wins, Trial trial, Duration budget) {
		this(shapes, setup, wins, trial, budget, List.of());
	}

	/** The same with people of worked examples, from whom the search starts too. */
	public Finder(List<RuleShape> shapes, Setup setup, Wins wins, Trial trial, Duration budget,
			List<KnownPerson> known) {
		this.known = known;
		this.shapes = shapes;
		this.setup = setup;
		this.wins = wins;
		this.trial = trial;
		this.deadline = new Deadline(budget);
		this.generators = new Generators(setup);
		this.values = new ValuesToTry(shapes, this.generators, setup, trial);
		this.observations = new Observations(trial);
	}

	/**
	 * Searches.
	 * @return what was found, each with an applicant who shows it and an assessment that
	 * says so
	 */
	public List<Finding> find() {
		Sample start = Sample.unremarkable(this.setup);
		if (!this.setup.governs(start.period())) {
			return new Report(this.shapes, this.trial).governsNothing();
		}
		Solver solver = new Solver(this.trial, this.values, this.deadline);
		solve(start, solver);
		explore(start, solver);
		return report();
	}

	/**
	 * Everybody at the bounds of the version's conditions: for every rule and alternative
	 * an applicant who meets it, and whoever differs from them in one thing.
	 * @return each once, with the place of the rule they stand beside
	 */
	public Map<Sample, Integer> people() {
		Map<Sample, Integer> people = new LinkedHashMap<>();
		Sample start = Sample.unremarkable(this.setup);
		if (!this.setup.governs(start.period())) {
			return people;
		}
		solve(start, new Solver(this.trial, this.values, this.deadline));
		for (int rule = 0; rule < this.nearest.size(); rule++) {
			for (Nearest meets : this.nearest.get(rule)) {
				people.putIfAbsent(meets.sample(), rule);
				for (Dimension dimension : this.values.dimensions()) {
					for (Object value : this.values.of(dimension)) {
						people.putIfAbsent(meets.sample().with(dimension, value), rule);
					}
				}
			}
		}
		return people;
	}

	/** Makes an applicant for every rule and alternative. */
	private void solve(Sample start, Solver solver) {
		thinBirths(start);
		for (RuleShape shape : this.shapes) {
			this.nearest.add(shape.branches().stream().map((clauses) -> solver.solve(start, clauses)).toList());
		}
		this.nearest.stream()
			.flatMap(List::stream)
			.filter(Nearest::solved)
			.forEach((one) -> this.values.add(this.trial.reads(one.sample()), this.generators));
	}

	/**
	 * Of births between two bounds the outer ones do: no comparison of an age tells them
	 * apart, whatever else is true of the applicant.
	 */
	private void thinBirths(Sample start) {
		if (!this.values.of(Dimension.BIRTH).stream().allMatch(Birthday.class::isInstance)) {
			// days are told apart too
			return;
		}
		List<ToIntFunction<PersonFacts>> ages = this.values.ages().stream().map(Finder::age).toList();
		Set<Integer> bounds = this.values.ageBounds();
		this.values.thin(Dimension.BIRTH, (birth) -> {
			PersonFacts born = Objects.requireNonNull(this.trial.facts(start.with(Dimension.BIRTH, birth)).applicant());
			return ages.stream()
				.flatMap((age) -> bounds.stream().map((bound) -> Integer.compare(age.applyAsInt(born), bound)))
				.toList();
		});
	}

	private static ToIntFunction<PersonFacts> age(String path) {
		return switch (path) {
			case "ageOnLastDay" -> CoreWords::ageOnLastDay;
			case "ageBeforePeriod" -> CoreWords::ageBeforePeriod;
			case "ageOnClaimDate" -> CoreWords::ageOnClaimDate;
			default -> throw new IllegalArgumentException(path);
		};
	}

	private void explore(Sample start, Solver solver) {
		Explorer explorer = new Explorer(this.values, this.observations, this.gaps, this.shapes.size(), this.deadline);
		List<Sample> solved = this.nearest.stream()
			.flatMap(List::stream)
			.filter(Nearest::solved)
			.map(Nearest::sample)
			.distinct()
			.toList();
		explorer.one(start);
		solved.forEach(explorer::one);
		rivals(solver);
		likenesses().forEach(explorer::one);
		explorer.all(start);
		solved.forEach(explorer::two);
	}

	/** The people of the examples whose periods the version governs, each once. */
	private List<Sample> likenesses() {
		Likeness.Turned turned = new Likeness.Turned(this.values, this.setup);
		return this.known.stream()
			.filter((one) -> this.setup.cycle() == Cycle.CLAIM || this.setup.governs(one.period()))
			.distinct()
			.limit(MOST_KNOWN)
			.map((one) -> Sample.like(new Likeness(one, this.setup, turned), this.setup))
			.toList();
	}

	/**
	 * Makes applicants for whom two branches of a rule grant at once, or two rules of
	 * which none is said to win.
	 */
	private void rivals(Solver solver) {
		List<Nearest> starts = new ArrayList<>();
		List<List<Clause>> branches = new ArrayList<>();
		List<Integer> rules = new ArrayList<>();
		for (int rule = 0; rule < this.shapes.size(); rule++) {
			for (int i = 0; i < this.nearest.get(rule).size(); i++) {
				if (this.nearest.get(rule).get(i).solved()) {
					starts.add(this.nearest.get(rule).get(i));
					branches.add(this.shapes.get(rule).branches().get(i));
					rules.add(rule);
				}
			}
		}
		for (int i = 0; i < branches.size(); i++) {
			for (int j = i + 1; j < branches.size() && !this.deadline.isOver(); j++) {
				if ((this.wins != Wins.NONE && !rules.get(i).equals(rules.get(j)))
						|| Disjoint.are(branches.get(i), branches.get(j))) {
					continue;
				}
				List<Clause> both = new ArrayList<>(branches.get(i));
				both.addAll(branches.get(j));
				Nearest meets = solver.together(starts.get(i).sample(), both);
				if (meets.solved()) {
					this.observations.look(meets.sample(), this.shapes.size());
					thirds(solver, meets.sample(), both, branches.subList(j + 1, branches.size()));
				}
			}
		}
	}

	/** Whoever meets several may meet one more, and again one more. */
	private void thirds(Solver solver, Sample from, List<Clause> met, List<List<Clause>> others) {
		Sample sample = from;
		List<Clause> all = met;
		for (List<Clause> other : others) {
			if (Disjoint.are(all, other)) {
				continue;
			}
			List<Clause> more = new ArrayList<>(all);
			more.addAll(other);
			Nearest meets = solver.together(sample, more);
			if (meets.solved()) {
				this.observations.look(meets.sample(), this.shapes.size());
				sample = meets.sample();
				all = more;
			}
		}
	}

	private List<Finding> report() {
		Report report = new Report(this.shapes, this.trial);
		this.observations.conflicts().forEach(report::conflict);
		this.observations.faults().forEach(report::fault);
		this.gaps.found().forEach(report::gap);
		notJudged(report);
		if (this.deadline.missed()) {
			// what is said of everybody needs everybody to have been tried
			report.cutShort(this.observations.tried());
			return report.findings();
		}
		for (int rule = 0; rule < this.shapes.size(); rule++) {
			reach(rule, report);
		}
		new CodeLists(this.shapes, this.values, this.setup)
			.endings(this.observations.won().values(), this.observations, this.shapes.size())
			.forEach(report::ending);
		new OpenCases(this.shapes, this.values, this.observations).found(this.observations.won().values())
			.forEach(report::open);
		new AlwaysTrue(this.shapes, this.values, this.trial).look(this.nearest, this.observations, report);
		return report.findings();
	}

	private void notJudged(Report report) {
		for (int rule = 0; rule < this.shapes.size(); rule++) {
			int number = rule;
			this.shapes.get(rule)
				.branches()
				.stream()
				.flatMap(List::stream)
				.filter((clause) -> !this.values.judges(clause))
				.map(Clause::text)
				.distinct()
				.forEach((condition) -> report.notJudged(number, condition));
		}
	}

	private void reach(int rule, Report report) {
		List<Nearest> branches = this.nearest.get(rule);
		boolean any = this.observations.held().containsKey(rule) || this.observations.faults().containsKey(rule);
		for (int i = 0; i < branches.size(); i++) {
			Nearest branch = branches.get(i);
			if (branch.solved() || (branches.size() == 1 && any)) {
				continue;
			}
			if (this.shapes.get(rule).branches().get(i).stream().allMatch(this.values::judges)) {
				report.unreachable(rule, branch, branches.size() > 1);
			}
		}
		Observation held = this.observations.held().get(rule);
		if (held == null || this.wins == Wins.SUM || this.observations.won().containsKey(rule) || isInConflict(rule)
				|| this.observations.faults().containsKey(rule) || !this.values.judges(this.shapes.get(rule))) {
			return;
		}
		Observation paying = this.observations.paying().get(rule);
		if (paying == null) {
			report.paysNobody(rule, held);
		}
		else if (paying.verdict().winner() != null && this.values.judges(this.shapes.get(paying.verdict().winner()))) {
			report.shadowed(rule, paying);
		}
	}

	private boolean isInConflict(int rule) {
		return this.observations.conflicts().keySet().stream().anyMatch((rules) -> rules.contains(rule));
	}

}
