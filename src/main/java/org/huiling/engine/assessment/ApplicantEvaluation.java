package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyFault;
import org.huiling.engine.Program;
import org.huiling.engine.Truth;
import org.huiling.engine.drools.Evaluator;
import org.huiling.engine.drools.FactSet;
import org.huiling.engine.drools.Grant;
import org.huiling.engine.drools.RuleFault;
import org.huiling.engine.drools.RuleResult;
import org.huiling.facts.FactRecord;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.RecordedClaim;
import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * One applicant before one jurisdiction's policies: the ruling of each program for each
 * period and claim, worked out once. Belongs to one thread.
 */
public final class ApplicantEvaluation {

	private static final Comparator<RecordedClaim> IN_ORDER = Comparator.comparing(RecordedClaim::date)
		.thenComparing(RecordedClaim::id);

	private final PolicyBook book;

	private final ApplicantHistory history;

	private final Explain explain;

	private final Function<CompiledPolicy, Evaluator> ways;

	private final Reads reads = new Reads();

	private final Map<Asked, ProgramResult> current = new HashMap<>();

	private final Map<RulingKey, ProgramResult> programResults = new HashMap<>();

	private final Map<Period, PersonFacts> people = new HashMap<>();

	private final List<FirstDay> openStarts = new ArrayList<>();

	private final Map<Integer, Map<String, Map<String, ProgramResult>>> claimYears = new HashMap<>();

	/** What the version in force says is looked up once. */
	private record Asked(Program program, Period period) {
	}

	/** A ruling is worked out once for a version and period. */
	private record RulingKey(CompiledPolicy policy, Period period) {
	}

	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, Explain explain) {
		this(book, history, explain, (policy) -> policy.rules().plan());
	}

	/** The same with another evaluator than the plan. */
	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, Explain explain,
			Function<CompiledPolicy, Evaluator> ways) {
		this.ways = ways;
		this.book = book;
		this.history = history;
		this.explain = explain;
	}

	/** The same questions about what somebody else's record would be. */
	ApplicantEvaluation as(UnaryOperator<FactRecord> changed) {
		return new ApplicantEvaluation(this.book, (day) -> changed.apply(this.history.on(day)), Explain.NONE,
				this.ways);
	}

	/** What was looked at so far and is recorded without its first day. */
	List<FirstDay> openStarts() {
		return this.openStarts.stream().sorted(Comparator.comparingInt(FirstDay::place)).toList();
	}

	public PolicyBook book() {
		return this.book;
	}

	FactRecord on(LocalDate day) {
		return this.history.on(day);
	}

	/** The ruling of a MONTH or YEAR program by the version in force on the first day. */
	public ProgramResult programResult(Program program, Period period) {
		return this.current.computeIfAbsent(new Asked(program, period),
				(asked) -> programResult(program, this.book.inForce(program.id(), period.firstDay()), period));
	}

	/** The ruling of a MONTH or YEAR program by a version. */
	public ProgramResult programResult(Program program, @Nullable CompiledPolicy policy, Period period) {
		if (policy == null) {
			return ProgramResult.noPolicy();
		}
		RulingKey key = new RulingKey(policy, period);
		ProgramResult known = this.programResults.get(key);
		if (known == null) {
			known = evaluate(policy, period, null, ClaimYear.EMPTY);
			this.programResults.put(key, known);
		}
		return known;
	}

	/**
	 * Evaluates without noting what is read; what is to be explained is asked once more.
	 */
	private ProgramResult evaluate(CompiledPolicy policy, Period period, @Nullable RecordedClaim claim,
			ClaimYear before) {
		try {
			boolean full = this.explain == Explain.FULL;
			FactSet facts = facts(policy, period, claim, before, full);
			Evaluator evaluator = full ? policy.rules().walk() : this.ways.apply(policy);
			ProgramResult programResult = new Resolution(policy, facts.claim(), evaluator.evaluate(facts))
				.programResult();
			return (this.explain == Explain.WHY) ? explained(programResult, policy, period, claim, before)
					: programResult;
		}
		catch (RuleFault fault) {
			throw new PolicyFault("RULE_FAILED", policy, List.of(fault.rule().name()));
		}
	}

	/** A ruling of a MONTH or YEAR program with what its granting rule read. */
	ProgramResult explained(ProgramResult programResult, Period period) {
		CompiledPolicy policy = programResult.policy();
		return (policy != null) ? explained(programResult, policy, period, null, ClaimYear.EMPTY) : programResult;
	}

	private ProgramResult explained(ProgramResult programResult, CompiledPolicy policy, Period period,
			@Nullable RecordedClaim claim, ClaimYear before) {
		RuleResult winner = programResult.winner();
		boolean declined = false;
		for (RuleResult one : programResult.results()) {
			declined |= declines(one);
		}
		if (winner == null && !declined) {
			return programResult;
		}
		FactSet facts = facts(policy, period, claim, before, true);
		RuleResult explainedWinner = null;
		List<RuleResult> results = new ArrayList<>(programResult.results().size());
		for (RuleResult one : programResult.results()) {
			boolean wins = is(one, winner);
			RuleResult result = (wins || declines(one)) ? policy.rules().explain(one.rule(), facts) : one;
			explainedWinner = wins ? result : explainedWinner;
			results.add(result);
		}
		return programResult.with(explainedWinner, results);
	}

	private static boolean is(RuleResult one, @Nullable RuleResult winner) {
		return winner != null && one.rule().order() == winner.rule().order();
	}

	private static boolean declines(RuleResult result) {
		if (result.truth() == Truth.HOLDS) {
			for (Grant grant : result.grants()) {
				if (grant instanceof Grant.Decline) {
					return true;
				}
			}
		}
		return false;
	}

	private FactSet facts(CompiledPolicy policy, Period period, @Nullable RecordedClaim claim, ClaimYear before,
			boolean noted) {
		Reads notes = noted ? this.reads : null;
		PersonFacts person = noted ? person(policy.words(), period, notes) : person(policy.words(), period);
		return new FactSet(person, (claim != null) ? new ClaimFacts(person, claim, before) : null, null, notes);
	}

	/** What was worked out of a person for one program serves the others. */
	private PersonFacts person(FactWords words, Period period) {
		PersonFacts known = this.people.get(period);
		if (known == null || known.words() != words) {
			known = person(words, period, null);
			this.people.put(period, known);
		}
		return known;
	}

	private PersonFacts person(FactWords words, Period period, @Nullable Reads notes) {
		FactRecord record = on(period.firstDay());
		for (FirstDay day : words.firstDays()) {
			if (!this.openStarts.contains(day) && day.isOpen(record)) {
				this.openStarts.add(day);
			}
		}
		return new PersonFacts(words, record, this.book.jurisdiction().regionPrefix(), period, notes);
	}

	/**
	 * The claims of a calendar year in order of date, then id.
	 * @param year the calendar year
	 * @return empty also when no claims are recorded
	 */
	public List<RecordedClaim> claims(Period year) {
		List<RecordedClaim> claims = on(year.lastDay()).claims();
		if (claims == null) {
			return List.of();
		}
		List<RecordedClaim> ofYear = new ArrayList<>(claims.size());
		for (RecordedClaim claim : claims) {
			if (year.contains(claim.date())) {
				ofYear.add(claim);
			}
		}
		ofYear.sort(IN_ORDER);
		return ofYear;
	}

	/** The rulings of a CLAIM program for every claim of a calendar year, by claim id. */
	public Map<String, ProgramResult> claimResults(Program program, Period year) {
		return this.claimYears.computeIfAbsent(year.firstDay().getYear(), (y) -> claimYear(year))
			.getOrDefault(program.id(), Map.of());
	}

	private Map<String, Map<String, ProgramResult>> claimYear(Period year) {
		Map<String, Map<String, ProgramResult>> all = new LinkedHashMap<>();
		List<RecordedClaim> claims = claims(year);
		for (Program program : this.book.programs()) {
			if (program.cycle() == Cycle.CLAIM) {
				all.put(program.id(), claimResults(program, claims, new ArrayList<>(all.values())));
			}
		}
		return all;
	}

	private Map<String, ProgramResult> claimResults(Program program, List<RecordedClaim> claims,
			List<Map<String, ProgramResult>> others) {
		Map<String, ProgramResult> byClaim = new LinkedHashMap<>();
		ClaimYear before = ClaimYear.EMPTY;
		for (RecordedClaim claim : claims) {
			List<Paid> awards = new ArrayList<>(others.size());
			others.forEach((other) -> awards.add(paid(other.get(claim.id()))));
			CompiledPolicy policy = this.book.inForce(program.id(), claim.date());
			ProgramResult programResult = (policy == null) ? ProgramResult.noPolicy()
					: programResult(policy, claim, before.withAwardsOfOthers(awards));
			byClaim.put(claim.id(), programResult);
			before = before.after(claim, paid(programResult));
		}
		return byClaim;
	}

	/** The ruling of a version for one claim after what its year has seen. */
	public ProgramResult programResult(CompiledPolicy policy, RecordedClaim claim, ClaimYear before) {
		return evaluate(policy, Period.of(claim.date()), claim, before);
	}

	public static Paid paid(@Nullable ProgramResult programResult) {
		if (programResult == null) {
			return Paid.NOTHING;
		}
		if (programResult.amount() != null) {
			return Paid.of(Money.of(programResult.amount()));
		}
		BigDecimal most = programResult.bound();
		return Paid.unknown(Set.copyOf(programResult.missing()), (most != null) ? Money.of(most) : null);
	}

}
