package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.NextChange;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.assessment.AssessmentBuilder.Answer;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead: the next period within 24 months in which the answer changes, and because
 * of what: a birthday, a fact that begins or ends, how far back an application reaches,
 * another program's award, a published future version.
 */
public final class Outlook {

	private static final int MONTHS = 24;

	private static final int QUARTERS = 8;

	private static final int YEARS = 2;

	private static final String UNNAMED = "FACTS";

	private final AssessmentBuilder answers;

	private final ApplicantEvaluation explained;

	public Outlook(PolicyBook book, ApplicantHistory history) {
		this.answers = new AssessmentBuilder(new ApplicantEvaluation(book, history, Explain.NONE));
		this.explained = new ApplicantEvaluation(book, history, Explain.FULL);
	}

	/**
	 * The next change of an answer.
	 * @return null if there is none in that time, or the rules contradict each other in a
	 * later period: what is beyond it nobody can tell, and this period's answer stands
	 */
	@Nullable NextChange next(Program program, Period from) {
		try {
			return look(program, from);
		}
		catch (PolicyFault later) {
			return null;
		}
	}

	private @Nullable NextChange look(Program program, Period from) {
		Answer now = answer(program, from);
		if (program.cycle() == Cycle.ONCE && now.outcome() == Outcome.ELIGIBLE) {
			return null;
		}
		Period before = from;
		Period at = from.next();
		int steps = steps(program.cycle());
		for (int step = 0; step < steps; step++) {
			Answer then = answer(program, at);
			if (!then.sameAs(now)) {
				return new NextChange(at.toString(), then.outcome(), then.money(), then.inKind(),
						List.copyOf(new TreeSet<>(then.missing())), because(program, before, at, then));
			}
			before = at;
			at = at.next();
		}
		return null;
	}

	private static int steps(Cycle cycle) {
		return switch (cycle) {
			case MONTH, CLAIM, ONCE -> MONTHS;
			case QUARTER -> QUARTERS;
			case YEAR -> YEARS;
		};
	}

	private Answer answer(Program program, Period period) {
		return this.answers.periodical(program, period);
	}

	private String because(Program program, Period before, Period at, Answer then) {
		ProgramResult last = this.answers.evaluation().programResult(program, before);
		if (reachesOneOf(program, before, then)
				&& this.answers.evaluation().programResult(program, at).answersAs(last)) {
			return "APPLICATION";
		}
		CompiledPolicy policy = then.programResult().policy();
		CompiledPolicy old = last.policy();
		if (old != policy && digest(old).equals(digest(policy))
				&& (this.answers.evaluation().programResult(program, old, at).answersAs(last)
						|| this.answers.evaluation()
							.programResult(program, policy, before)
							.answersAs(then.programResult()))) {
			return "INDEXATION " + indexation(program, before, at);
		}
		if (!digest(old).equals(digest(policy)) && isOfTheVersion(program, before, at, then.programResult())) {
			return (policy != null) ? "VERSION " + policy.version() : "NO_POLICY_IN_FORCE";
		}
		if (then.programResult().answersAs(last)) {
			return stacking(before, at, then);
		}
		return fact(this.explained.programResult(program, old, before).results(),
				this.explained.programResult(program, old, at).results());
	}

	/**
	 * Whether the change is a new version's: with the old one nothing would change, or
	 * something else would, while the new one would have said the same the period before.
	 */
	private boolean isOfTheVersion(Program program, Period before, Period at, ProgramResult then) {
		ApplicantEvaluation evaluation = this.answers.evaluation();
		ProgramResult last = evaluation.programResult(program, before);
		CompiledPolicy old = last.policy();
		CompiledPolicy policy = then.policy();
		if (old == null || policy == null) {
			return true;
		}
		ProgramResult withoutIt = evaluation.programResult(program, old, at);
		return withoutIt.answersAs(last)
				|| (!withoutIt.answersAs(then) && evaluation.programResult(program, policy, before).answersAs(then));
	}

	/**
	 * Whether an application reaches back to one of two months that follow each other.
	 */
	private boolean reachesOneOf(Program program, Period before, Answer then) {
		return program.cycle() == Cycle.MONTH && LateApplication
			.isLate(answer(program, before).programResult()) != LateApplication.isLate(then.programResult());
	}

	/** The last day between two periods on which a value began. */
	private LocalDate indexation(Program program, Period before, Period at) {
		CompiledPolicy whole = this.answers.evaluation().book().inForce(program.id(), at.firstDay());
		List<LocalDate> days = (whole != null) ? whole.rules().days() : List.of();
		LocalDate from = factDay(whole, before);
		LocalDate to = factDay(whole, at);
		return days.stream()
			.filter((day) -> day.isAfter(from) && !day.isAfter(to))
			.max(Comparator.naturalOrder())
			.orElse(to);
	}

	private LocalDate factDay(@Nullable CompiledPolicy policy, Period period) {
		LocalDate day = this.answers.evaluation().factDays().other(policy, period);
		return (day != null) ? day : period.firstDay();
	}

	private static String digest(@Nullable CompiledPolicy policy) {
		return (policy != null) ? policy.digest() : "";
	}

	private String stacking(Period before, Period at, Answer then) {
		CompiledPolicy last = this.answers.evaluation().book().inForce(Program.STACKING, before.firstDay());
		CompiledPolicy policy = this.answers.evaluation().book().inForce(Program.STACKING, at.firstDay());
		if (policy != null && !digest(policy).equals(digest(last))) {
			return "STACKING VERSION " + policy.version();
		}
		return (then.displaced() != null) ? "STACKING " + then.displaced().by().id() : "STACKING";
	}

	/** The first fact whose change turned a condition. */
	private String fact(List<RuleResult> before, List<RuleResult> after) {
		for (int rule = 0; rule < Math.min(before.size(), after.size()); rule++) {
			List<ConditionResult> old = before.get(rule).conditions();
			List<ConditionResult> now = after.get(rule).conditions();
			for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
				if (old.get(i).result() != now.get(i).result()) {
					return name(old.get(i).actual(), now.get(i).actual());
				}
			}
		}
		return UNNAMED;
	}

	private String name(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
		Set<String> names = new HashSet<>(after.keySet());
		names.removeIf((name) -> Objects.equals(before.get(name), after.get(name)) || name.equals("firstDay"));
		for (String name : after.keySet()) {
			if (names.contains(name)) {
				return name.startsWith("age") ? "AGE " + after.get(name) : code(name);
			}
		}
		return after.keySet().stream().findFirst().map(this::code).orElse(UNNAMED);
	}

	/**
	 * {@code household.dibao.type} becomes {@code DIBAO}, {@code hukouInJurisdiction}
	 * HUKOU; the id of a program stands for its award.
	 */
	private String code(String name) {
		if (this.answers.evaluation().book().programs().stream().anyMatch((program) -> program.id().equals(name))) {
			return "AWARD " + name;
		}
		return switch (name) {
			case "alive" -> "DEATH";
			case "household.dibao.type", "household.dibao.since", "onDibao", "household.dibao.heldOnFirstDay" ->
				"DIBAO";
			case "poor", "tekun", "lowIncome", "specialFamily", "severelyIll", "veteran" ->
				"STATUS " + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
			case "hukou.heldOnFirstDay", "hukou.since", "hukou.region", "hukouInJurisdiction" -> "HUKOU";
			case "residence.fullMonths", "residence.since", "residence.region", "residenceInJurisdiction" ->
				"RESIDENCE";
			default -> "FACT " + name;
		};
	}

}
