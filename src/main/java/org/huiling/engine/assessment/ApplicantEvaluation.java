package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.Over;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.example.StatedAwards;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.OtherAwards;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * One applicant before one jurisdiction's policies: the result of each program for each
 * period and claim, worked out once. Belongs to one thread.
 */
public final class ApplicantEvaluation {

	private final PolicyBook book;

	private final Subject subject;

	private final ApplicantHistory history;

	private final Explain explain;

	private final Function<CompiledPolicy, Evaluator> ways;

	private @Nullable Reads reads;

	private final Map<Asked, ProgramResult> current = new HashMap<>();

	/** Those of versions that were asked for by themselves. */
	private @Nullable Map<ResultKey, ProgramResult> programResults;

	private final OwnersPrefixes prefixes;

	private final Map<Period, PersonFacts> people = new HashMap<>();

	/** Programs ask of one period after another. */
	private @Nullable PersonFacts lastPerson;

	private final OpenStarts openStarts = new OpenStarts();

	private final ClaimsByYear claimsByYear;

	private final LateApplication late;

	private final FactDays factDays;

	private final AwardsOfOthers awards;

	private final @Nullable StatedAwards stated;

	/** What is known of other periods, null where nobody asks for them. */
	private final @Nullable LastingResults lasting;

	/** What was asked of the person last, null if nothing was. */
	private @Nullable PersonFacts asked;

	/** The record of the day that was looked at last. */
	private @Nullable LocalDate lastDay;

	private @Nullable FactRecord lastRecord;

	/** What is being worked out: what comes back to it is a circle. */
	private @Nullable Set<ResultKey> working;

	/** What the version in force says is looked up once. */
	private record Asked(Program program, Period period) {
	}

	/** A result is worked out once for a version and period. */
	private record ResultKey(CompiledPolicy policy, Period period) {
	}

	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, Explain explain) {
		this(book, history, explain, (policy) -> policy.rules().plan());
	}

	/** The same with another evaluator than the plan. */
	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, Explain explain,
			Function<CompiledPolicy, Evaluator> ways) {
		this(book, history, explain, ways, null);
	}

	/** The same where others award what is stated. */
	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, Explain explain,
			Function<CompiledPolicy, Evaluator> ways, @Nullable StatedAwards stated) {
		this(history.subject(), book.of(history.subject()), history, explain, ways, stated, null);
	}

	/** One that explains nothing and is asked for one period after another. */
	public ApplicantEvaluation(PolicyBook book, ApplicantHistory history, LastingResults lasting) {
		this(history.subject(), book.of(history.subject()), history, Explain.NONE, (policy) -> policy.rules().plan(),
				null, lasting);
	}

	private ApplicantEvaluation(Subject subject, PolicyBook book, ApplicantHistory history, Explain explain,
			Function<CompiledPolicy, Evaluator> ways, @Nullable StatedAwards stated, @Nullable LastingResults lasting) {
		this.lasting = lasting;
		this.subject = subject;
		this.stated = stated;
		this.late = new LateApplication(this);
		this.awards = new AwardsOfOthers(this, book.programs(), stated);
		this.claimsByYear = new ClaimsByYear(this);
		this.factDays = new FactDays(this);
		this.ways = ways;
		this.book = book;
		this.prefixes = new OwnersPrefixes(book);
		this.history = history;
		this.explain = explain;
	}

	/** The same questions about what somebody else's record would be. */
	ApplicantEvaluation as(UnaryOperator<FactRecord> changed) {
		return new ApplicantEvaluation(this.subject, this.book, (day) -> changed.apply(this.history.on(day)),
				Explain.NONE, this.ways, this.stated, null);
	}

	/** What was looked at so far and is recorded without its first day. */
	List<FirstDay> openStarts() {
		return this.openStarts.inOrder();
	}

	public PolicyBook book() {
		return this.book;
	}

	FactRecord on(LocalDate day) {
		FactRecord record = this.lastRecord;
		if (record == null || !day.equals(this.lastDay)) {
			record = this.history.on(day);
			this.lastDay = day;
			this.lastRecord = record;
		}
		return record;
	}

	LateApplication late() {
		return this.late;
	}

	FactDays factDays() {
		return this.factDays;
	}

	/**
	 * The result for a month, quarter or year by the version in force on the first day.
	 */
	public ProgramResult programResult(Program program, Period period) {
		Asked asked = new Asked(program, period);
		ProgramResult known = this.current.get(asked);
		if (known == null) {
			CompiledPolicy policy = inForce(program, period);
			known = (policy != null) ? knownOrWorkedOut(policy, period) : ProgramResult.noPolicy();
			this.current.put(asked, known);
		}
		return known;
	}

	/**
	 * The version in force on the first day of a period, with its values of the fact day.
	 */
	@Nullable CompiledPolicy inForce(Program program, Period period) {
		CompiledPolicy policy = this.book.inForce(program.id(), period.firstDay());
		LocalDate day = (policy != null) ? this.factDays.of(policy, period) : null;
		return (policy != null) ? policy.on((day != null) ? day : period.firstDay()) : null;
	}

	/** The result for a month, quarter or year by a version. */
	public ProgramResult programResult(Program program, @Nullable CompiledPolicy policy, Period period) {
		if (policy == null) {
			return ProgramResult.noPolicy();
		}
		Map<ResultKey, ProgramResult> results = this.programResults;
		if (results == null) {
			results = new HashMap<>();
			this.programResults = results;
		}
		ResultKey key = new ResultKey(policy, period);
		ProgramResult known = results.get(key);
		if (known == null) {
			known = workedOut(policy, period);
			results.put(key, known);
		}
		return known;
	}

	/** What an earlier period came to is not worked out again while it stays the same. */
	private ProgramResult knownOrWorkedOut(CompiledPolicy policy, Period period) {
		LastingResults results = this.lasting;
		if (results == null || !policy.header().uses().isEmpty()) {
			return workedOut(policy, period);
		}
		LocalDate day = this.factDays.of(policy, period);
		if (day == null || !this.prefixes.isOwn(policy)) {
			return workedOut(policy, period);
		}
		FactRecord record = this.factDays.record(period, day);
		ProgramResult known = results.find(policy, record, period, day);
		if (known != null) {
			this.openStarts.look(record, policy.words().firstDays());
			return known;
		}
		this.asked = null;
		ProgramResult result = workedOut(policy, period);
		PersonFacts read = this.asked;
		if (read != null) {
			results.keep(policy, record, period, day, read.lastsUntil(), result);
		}
		return result;
	}

	private ProgramResult workedOut(CompiledPolicy policy, Period period) {
		if (policy.header().uses().isEmpty()) {
			return evaluate(policy, period, null, ClaimYear.EMPTY);
		}
		Set<ResultKey> begun = this.working;
		if (begun == null) {
			begun = new HashSet<>();
			this.working = begun;
		}
		ResultKey key = new ResultKey(policy, period);
		if (!begun.add(key)) {
			throw new PolicyFault(PolicyFault.CIRCLE, policy, List.of());
		}
		try {
			return evaluate(policy, period, null, ClaimYear.EMPTY);
		}
		finally {
			begun.remove(key);
		}
	}

	/**
	 * Evaluates without noting what is read; what is to be explained is asked once more.
	 */
	private ProgramResult evaluate(CompiledPolicy policy, Period period, @Nullable RecordedClaim claim,
			ClaimYear before) {
		ProgramResult elsewhere = elsewhere(policy, period);
		if (elsewhere != null) {
			return elsewhere;
		}
		LocalDate day = this.factDays.of(policy, period);
		if (day == null) {
			return ProgramResult.refused(policy, List.of()).needing(Set.of(LateApplication.FIELD), null, null);
		}
		try {
			boolean full = this.explain == Explain.FULL;
			FactSet facts = facts(policy, period, day, claim, before, full);
			if (facts.applicant() != null) {
				facts.applicant().noteLasting();
				this.asked = facts.applicant();
			}
			Evaluator evaluator = full ? policy.rules().walk() : this.ways.apply(policy);
			ProgramResult programResult = new Resolution(policy, facts.claim(), evaluator.evaluate(facts))
				.programResult();
			return (this.explain == Explain.WHY) ? explained(programResult, policy, period, claim, before)
					: programResult;
		}
		catch (RuleFault fault) {
			throw cause(fault, policy);
		}
	}

	/**
	 * Of a program of an enclosing jurisdiction: only where the hukou or the organisation
	 * lies is it granted.
	 */
	private @Nullable ProgramResult elsewhere(CompiledPolicy policy, Period period) {
		if (this.prefixes.isOwn(policy)) {
			return null;
		}
		String region = on(period.firstDay()).hukouRegion();
		if (region == null) {
			return ProgramResult.refused(policy, List.of()).needing(Set.of(this.subject.regions().get(0)), null, null);
		}
		return region.startsWith(this.prefixes.own()) ? null : ProgramResult.elsewhere(policy, this.subject);
	}

	/** A rule that read another's award fails by what is wrong with that one. */
	private static PolicyFault cause(RuleFault fault, CompiledPolicy policy) {
		for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof PolicyFault other) {
				return other;
			}
		}
		return PolicyFault.of(policy, fault);
	}

	/** A result for a month, quarter or year with what its granting rule read. */
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
		LocalDate day = Objects.requireNonNull(this.factDays.of(policy, period), "granted on a day");
		FactSet facts = facts(policy, period, day, claim, before, true);
		RuleResult explainedWinner = null;
		List<RuleResult> results = new ArrayList<>(programResult.results().size());
		for (RuleResult one : programResult.results()) {
			boolean wins = is(one, winner);
			RuleResult result = (wins || (declined && declines(one)) || (programResult.isSum() && one.isPaid()))
					? policy.rules().explain(one.rule(), facts) : one;
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
			List<Grant> grants = result.grants();
			for (int i = 0; i < grants.size(); i++) {
				if (grants.get(i) instanceof Grant.Decline) {
					return true;
				}
			}
		}
		return false;
	}

	private FactSet facts(CompiledPolicy policy, Period period, LocalDate day, @Nullable RecordedClaim claim,
			ClaimYear before, boolean noted) {
		Reads notes = noted ? notes() : null;
		PersonFacts person;
		if (!policy.header().uses().isEmpty()) {
			// what is read for the others' awards is not what this version reads
			notes = noted ? new Reads() : null;
			person = person(policy, period, day, notes, this.awards.named(policy, period, claim));
		}
		else {
			person = noted ? person(policy, period, day, notes, null) : person(policy, period, day);
		}
		return new FactSet(person, (claim != null) ? new ClaimFacts(person, claim, before) : null, null, notes);
	}

	/** Empty: what was read for another answer, rounding included, is not this one's. */
	private Reads notes() {
		Reads made = this.reads;
		if (made == null) {
			made = new Reads();
			this.reads = made;
		}
		made.take();
		return made;
	}

	/** What was worked out of a person for one program serves the others. */
	private PersonFacts person(CompiledPolicy policy, Period period, LocalDate day) {
		if (!day.equals(period.firstDay()) || !this.prefixes.isOwn(policy)) {
			return person(policy, period, day, null, null);
		}
		PersonFacts known = this.lastPerson;
		if (known == null || !known.period().equals(period)) {
			known = this.people.get(period);
		}
		if (known == null || known.words() != policy.words()) {
			known = person(policy, period, day, null, null);
			this.people.put(period, known);
		}
		this.lastPerson = known;
		return known;
	}

	private PersonFacts person(CompiledPolicy policy, Period period, LocalDate day, @Nullable Reads notes,
			@Nullable OtherAwards awards) {
		FactWords words = policy.words();
		FactRecord record = this.factDays.record(period, day);
		this.openStarts.look(record, words.firstDays());
		return new PersonFacts(words, record, this.prefixes.of(policy), period, day, notes, awards);
	}

	/**
	 * The claims of a calendar year in order of date, then id.
	 * @param over the list whose items they are
	 * @param year the calendar year
	 * @return empty also when no claims are recorded
	 */
	public List<RecordedClaim> claims(Over over, Period year) {
		return this.claimsByYear.of(over, year.firstDay().getYear()).claims();
	}

	/** Whether it is known what stands on a list, and be it nothing. */
	public boolean knows(Over over, Period year) {
		return on(year.lastDay()).claims(over.list()) != null;
	}

	/** The results of a CLAIM program for every claim of a calendar year, by claim id. */
	public Map<String, ProgramResult> claimResults(Program program, Period year) {
		return this.claimsByYear.of(program.over(), year.firstDay().getYear()).of(program);
	}

	/** The result of a CLAIM program for one claim, and of no more than it needs. */
	public ProgramResult claimResult(Program program, RecordedClaim claim) {
		return this.claimsByYear.of(program.over(), claim.date().getYear()).of(program, claim.id());
	}

	/** The same for the claim of an id in a calendar year, if there is one. */
	ProgramResult claimResult(Program program, Period year, String claim) {
		return this.claimsByYear.of(program.over(), year.firstDay().getYear()).of(program, claim);
	}

	/**
	 * What a program awards to another that looks at it: for the claim, or for the month,
	 * quarter or year of a day.
	 * @param program the id of the program looked at; nothing is awarded by one that is
	 * not there
	 * @param claim the claim that is assessed
	 */
	Paid award(String program, RecordedClaim claim) {
		return this.awards.of(program, claim.date(), claim);
	}

	/** The result of a version for one claim after what its year has seen. */
	public ProgramResult programResult(CompiledPolicy policy, RecordedClaim claim, ClaimYear before) {
		return programResult(policy, claim, Period.of(claim.date()), before);
	}

	/** The same where the period of the claim's day is at hand. */
	ProgramResult programResult(CompiledPolicy policy, RecordedClaim claim, Period day, ClaimYear before) {
		return evaluate(policy, day, claim, before);
	}

	/** Whether others award what is stated, whatever they would be assessed to. */
	boolean hasStatedAwards() {
		return this.stated != null;
	}

	public static Paid paid(@Nullable ProgramResult programResult) {
		if (programResult == null || programResult.isInKind()) {
			return Paid.NOTHING;
		}
		if (programResult.amount() != null) {
			return Paid.of(Money.of(programResult.amount()));
		}
		BigDecimal most = programResult.bound();
		return Paid.unknown(Set.copyOf(programResult.missing()), (most != null) ? Money.of(most) : null);
	}

}
