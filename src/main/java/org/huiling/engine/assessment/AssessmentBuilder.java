package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Assessment;
import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.InKind;
import org.huiling.engine.NextChange;
import org.huiling.engine.Outcome;
import org.huiling.engine.Program;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord.Choice;
import org.huiling.facts.record.RecordedClaim;
import org.jspecify.annotations.Nullable;

/**
 * Makes assessments of results: late application and stacking looked at, reasons given.
 */
public final class AssessmentBuilder {

	private static final Note APPLIED_IN_TIME = new Note("APPLIED_IN_TIME", "applications",
			new Bilingual("未提供申请日期，按已按时申请测算", "no application is given: assessed as if made in time"));

	private static final Note GIVEN_ONCE = new Note("GIVEN_ONCE", null,
			new Bilingual("一次性待遇，只发一次，以后各月不再发放", "given once: nothing follows in later months"));

	private static final Note HIGHER_FOR_CHOSEN = new Note("HIGHER_FOR_CHOSEN", "choices",
			new Bilingual("可以选择其中一项而未登记选择，按金额较高的一项测算",
					"one of several may be chosen and no choice is recorded: the higher one is taken"));

	private final ApplicantEvaluation evaluation;

	private final LateApplication late;

	private final AssumedStarts starts;

	private final boolean plain;

	private final Map<Period, Stacking> stackings = new HashMap<>();

	/** Programs ask of one month after another. */
	private @Nullable Period lastMonth;

	private @Nullable Stacking lastStacking;

	/** Answers of one period after another are written. */
	private @Nullable Period lastPeriod;

	private String lastText = "";

	public AssessmentBuilder(ApplicantEvaluation evaluation) {
		this(evaluation, false);
	}

	/**
	 * The same; plain ones do not look for what an answer without reasons takes for
	 * begun.
	 */
	public AssessmentBuilder(ApplicantEvaluation evaluation, boolean plain) {
		this.evaluation = evaluation;
		this.late = evaluation.late();
		this.starts = new AssumedStarts(evaluation);
		this.plain = plain;
	}

	public ApplicantEvaluation evaluation() {
		return this.evaluation;
	}

	/**
	 * Outcome, amount and missing fields of a month, with who displaces the award. What
	 * is not granted is displaced by nobody, nor is what no rule names, and nobody looks,
	 * with reasons or without: a fault of another program is told where it matters.
	 */
	Answer answer(Program program, Period month) {
		ProgramResult alone = applied(program, month);
		if (alone.outcome() == Outcome.NOT_ELIGIBLE || !mayBeExcluded(program, month)) {
			return plain(alone);
		}
		Stacking stacking = stacking(month);
		return answer(program, month, stacking.programResult(program), stacking);
	}

	/** The same with another result for the program. */
	Answer answer(Program program, Period month, ProgramResult programResult, Stacking stacking) {
		Set<String> open = stacking.openRivals(program);
		if (!open.isEmpty()) {
			return new Answer(programResult, Outcome.NEEDS_INFORMATION, null, open, null);
		}
		Stacking.Displaced displaced = stacking.displacer(program);
		if (displaced != null) {
			return new Answer(programResult, Outcome.WITHHELD, programResult.amount(), Set.of(), displaced);
		}
		return new Answer(programResult, programResult.outcome(), programResult.amount(), programResult.missing(),
				null);
	}

	/** What a month's results come to. */
	record Answer(ProgramResult programResult, Outcome outcome, @Nullable BigDecimal amount, Set<String> missing,
			Stacking.@Nullable Displaced displaced) {

		Answer with(ProgramResult explained) {
			return new Answer(explained, this.outcome, this.amount, this.missing, this.displaced);
		}

		boolean sameAs(Answer other) {
			return this.outcome == other.outcome && ProgramResult.sameAmount(this.amount, other.amount)
					&& InKind.same(inKind(), other.inKind());
		}

		/** What is granted in kind, once it is certain. */
		List<InKind> inKind() {
			return (this.amount != null) ? this.programResult.inKind() : List.of();
		}

		/** Yuan; null while that is not certain, and for what is granted in kind. */
		@Nullable BigDecimal money() {
			return inKind().isEmpty() ? this.amount : null;
		}

	}

	private ProgramResult applied(Program program, Period month) {
		return this.late.applied(program, month, this.evaluation.programResult(program, month));
	}

	Stacking stacking(Period month) {
		Stacking known = this.lastStacking;
		if (known == null || !month.equals(this.lastMonth)) {
			known = this.stackings.computeIfAbsent(month, this::makeStacking);
			this.lastStacking = known;
			this.lastMonth = month;
		}
		return known;
	}

	private String text(Period period) {
		if (!period.equals(this.lastPeriod)) {
			this.lastText = period.toString();
			this.lastPeriod = period;
		}
		return this.lastText;
	}

	/** Whether the rules on exclusions of a month name a program. */
	private boolean mayBeExcluded(Program program, Period month) {
		CompiledPolicy policy = this.evaluation.book().inForce(Program.STACKING, month.firstDay());
		return policy != null && policy.mayExclude(program.id());
	}

	private Stacking makeStacking(Period month) {
		Map<Program, ProgramResult> awards = new LinkedHashMap<>();
		CompiledPolicy policy = this.evaluation.book().inForce(Program.STACKING, month.firstDay());
		for (Program program : this.evaluation.book().programs()) {
			if (program.cycle() == Cycle.MONTH && policy != null && policy.mayExclude(program.id())) {
				awards.put(program, applied(program, month));
			}
		}
		LocalDate day = (policy != null) ? policy.header().factDay().within(month) : month.firstDay();
		List<Choice> choices = this.evaluation.on(day).choices();
		List<Choice> chosen = (choices != null) ? choices : List.of();
		Stacking before = this.lastStacking;
		return (before != null && before.isAlsoOf(policy, awards, chosen, day)) ? before
				: new Stacking(policy, awards, chosen, day);
	}

	/** The answer of a month, a quarter or a year. */
	public Assessment periodical(Program program, Period period, Explain explain, @Nullable Outlook outlook) {
		Answer answer = noting(periodical(program, period), period, explain);
		List<Note> assumptions = assumptions(program, period, answer, explain);
		NextChange next = (outlook != null) ? outlook.next(program, period) : null;
		return assessment(program, period, answer, explain, assumptions, next);
	}

	/** The same answer with its reasons. */
	public Assessment explained(Program program, Period period) {
		Answer answer = noting(periodical(program, period), period, Explain.WHY);
		return assessment(program, period, answer.with(this.evaluation.explained(answer.programResult(), period)),
				Explain.WHY, assumptions(program, period, answer, Explain.WHY), null);
	}

	public Assessment claim(Program program, RecordedClaim claim, ProgramResult programResult, Explain explain,
			@Nullable Note doubt) {
		Answer answer = BeyondStandard.noted(plain((doubt != null) ? programResult.noting(doubt) : programResult),
				this.evaluation.on(claim.date()));
		Period year = Period.of(claim.date()).year();
		List<Note> assumptions = isPlain(explain) ? List.of()
				: this.starts.notes(answer, claim.date(), (other) -> other.claim(program, year, claim.id()));
		return assessment(program, YearMonth.from(claim.date()).toString(), claim.id(), null, answer, explain,
				assumptions, null);
	}

	Answer periodical(Program program, Period period) {
		return (program.cycle() == Cycle.MONTH) ? answer(program, period)
				: plain(this.evaluation.programResult(program, period));
	}

	private Answer claim(Program program, Period year, String claim) {
		return plain(this.evaluation.claimResult(program, year, claim));
	}

	private List<Note> assumptions(Program program, Period period, Answer answer, Explain explain) {
		List<Note> assumptions = new ArrayList<>();
		CompiledPolicy policy = answer.programResult().policy();
		Note applied = this.evaluation.factDays().assumed(policy, period);
		if (applied != null) {
			assumptions.add(applied);
		}
		else if (program.cycle() == Cycle.MONTH && this.late.assumed(program, answer.programResult())) {
			assumptions.add(APPLIED_IN_TIME);
		}
		boolean refused = answer.outcome() == Outcome.NOT_ELIGIBLE;
		if (program.cycle() == Cycle.MONTH && !refused && mayBeExcluded(program, period)
				&& stacking(period).isTakenForChosen(program)) {
			assumptions.add(HIGHER_FOR_CHOSEN);
		}
		if (program.cycle() == Cycle.ONCE && !isPlain(explain)
				&& (answer.outcome() == Outcome.ELIGIBLE || answer.outcome() == Outcome.WITHHELD)) {
			assumptions.add(GIVEN_ONCE);
		}
		if (!isPlain(explain)) {
			LocalDate day = this.evaluation.factDays().other(policy, period);
			if (day != null && policy != null) {
				assumptions.add(FactDays.note(policy, day));
			}
			assumptions.addAll(this.starts.notes(answer, (day != null) ? day : period.firstDay(),
					(other) -> other.periodical(program, period)));
		}
		return assumptions;
	}

	/** Says so where the version that answers is an old one. */
	private Answer noting(Answer answer, Period period, Explain explain) {
		if (isPlain(explain)) {
			return answer;
		}
		CompiledPolicy policy = answer.programResult().policy();
		Note old = OldVersion.note(policy, period);
		LocalDate day = this.evaluation.factDays().other(policy, period);
		return BeyondStandard.noted((old != null) ? answer.with(answer.programResult().noting(old)) : answer,
				this.evaluation.on((day != null) ? day : period.firstDay()));
	}

	private boolean isPlain(Explain explain) {
		return this.plain && explain == Explain.NONE;
	}

	static Answer plain(ProgramResult programResult) {
		return new Answer(programResult, programResult.outcome(), programResult.amount(), programResult.missing(),
				null);
	}

	private Assessment assessment(Program program, Period period, Answer answer, Explain explain,
			List<Note> assumptions, @Nullable NextChange next) {
		LocalDate day = (explain != Explain.NONE)
				? this.evaluation.factDays().other(answer.programResult().policy(), period) : null;
		return assessment(program, text(period), null, day, answer, explain, assumptions, next);
	}

	private static Assessment assessment(Program program, String period, @Nullable String claim,
			@Nullable LocalDate day, Answer answer, Explain explain, List<Note> assumptions,
			@Nullable NextChange next) {
		CompiledPolicy policy = answer.programResult().policy();
		List<Why> why = List.of();
		if (explain != Explain.NONE && answer.outcome() != Outcome.NEEDS_INFORMATION) {
			why = new Explanation(answer.programResult()).why();
			if (day != null) {
				why.replaceAll((one) -> one.on(day));
			}
			if (answer.displaced() != null) {
				why.add(better(answer.displaced()));
			}
		}
		return new Assessment(program, period, claim, answer.outcome(), answer.money(), answer.inKind(),
				(policy != null) ? policy.version() : null, (policy != null) ? policy.digest() : null, why,
				(explain == Explain.FULL) ? new Explanation(answer.programResult()).whyNot() : List.of(),
				sorted(answer.missing()), assumptions, answer.programResult().notes(), next);
	}

	private static List<String> sorted(Set<String> fields) {
		return fields.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(fields));
	}

	/** Names the award that was better. */
	private static Why better(Stacking.Displaced displaced) {
		BigDecimal amount = displaced.award().isInKind() ? null : displaced.award().atLeast();
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(displaced.by().id(), amount);
		Why better = new Why(displaced.rule().name(), displaced.rule().basis(),
				(amount != null) ? amount : ProgramResult.NOTHING, values, displaced.by().id());
		return displaced.award().inKind().stream().findFirst().map(better::grants).orElse(better);
	}

}
