package org.huiling.engine.check;

import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.Explanation;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.assessment.Stacking;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.Example.Expected;
import org.huiling.engine.example.StatedAwards;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Thing;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;
import org.jspecify.annotations.Nullable;

/**
 * Runs worked examples against the version they belong to. Other programs have a say only
 * where the version names them and the example does not state what they award.
 */
public final class ExampleRun {

	private final CompiledPolicy policy;

	private final PolicyBook book;

	private final ComparedEvaluator evaluator;

	private final Set<String> firing = new HashSet<>();

	private final Set<String> silent = new HashSet<>();

	/**
	 * A run.
	 * @param policy the version
	 * @param others the other programs of its jurisdiction
	 * @param evaluator evaluates the version
	 */
	public ExampleRun(CompiledPolicy policy, PolicyBook others, ComparedEvaluator evaluator) {
		this.evaluator = evaluator;
		this.policy = policy;
		this.book = new WithVersion(others, policy, true);
	}

	public Example.Result run(Example example) {
		Expected actual = (example.applicant() == null) ? stacking(example) : single(example, example.applicant());
		return new Example.Result(example, agrees(example.expected(), actual), actual);
	}

	/** How the examples run so far cover the rules. */
	List<CheckReport.Coverage> coverage() {
		return this.policy.rules()
			.rules()
			.stream()
			.map((rule) -> new CheckReport.Coverage(rule.name(), this.firing.contains(rule.name().zh()),
					this.silent.contains(rule.name().zh())))
			.toList();
	}

	private void cover(List<RuleResult> results) {
		Set<String> holding = new HashSet<>();
		results.stream()
			.filter((result) -> result.truth() == Truth.HOLDS)
			.forEach((result) -> holding.add(result.rule().name().zh()));
		for (RuleText rule : this.policy.rules().rules()) {
			(holding.contains(rule.name().zh()) ? this.firing : this.silent).add(rule.name().zh());
		}
	}

	private Expected single(Example example, FactRecord applicant) {
		ApplicantEvaluation evaluation = new ApplicantEvaluation(this.book, (day) -> applicant, Explain.WHY, this::way,
				stated(example));
		Period period = Period.parse(example.period());
		ProgramResult programResult = switch (this.policy.program().cycle()) {
			case MONTH, QUARTER, YEAR, ONCE -> evaluation.programResult(this.policy.program(), this.policy, period);
			case CLAIM -> claim(evaluation, example, Period.of(Year.from(period.firstDay())));
		};
		cover(programResult.results());
		List<String> rules = new Explanation(programResult).why().stream().map((why) -> why.rule().zh()).toList();
		List<InKind> inKind = programResult.inKind();
		return new Expected(programResult.outcome(), inKind.isEmpty() ? programResult.amount() : null, rules,
				List.copyOf(new TreeSet<>(programResult.missing())), null, null, inKind.isEmpty() ? null : inKind);
	}

	@SuppressWarnings("ReferenceEquality") // the version is this very object
	private Evaluator way(CompiledPolicy one) {
		return (one == this.policy) ? this.evaluator : one.rules().plan();
	}

	/** What an example states of others, by program or by the claim it is for. */
	private @Nullable StatedAwards stated(Example example) {
		if (this.policy.header().namesOthers() && example.stated() == null) {
			return null;
		}
		Map<String, Example.Award> awards = example.awards();
		return (program, claim) -> paid(awards.getOrDefault(program, (claim != null) ? awards.get(claim) : null));
	}

	private ProgramResult claim(ApplicantEvaluation evaluation, Example example, Period year) {
		if (this.policy.header().namesOthers()) {
			return claimBesideOthers(evaluation, example, year);
		}
		ClaimYear before = ClaimYear.EMPTY;
		for (RecordedClaim claim : evaluation.claims(this.policy.program().over(), year)) {
			ProgramResult programResult = evaluation.programResult(this.policy, claim,
					before.withAwardsOfOthers(List.of(paid(example.awards().get(claim.id())))));
			if (example.claim() == null || claim.id().equals(example.claim())) {
				return programResult;
			}
			cover(programResult.results());
			before = before.after(claim, ApplicantEvaluation.paid(programResult));
		}
		return ProgramResult.noPolicy();
	}

	private ProgramResult claimBesideOthers(ApplicantEvaluation evaluation, Example example, Period year) {
		for (RecordedClaim claim : evaluation.claims(this.policy.program().over(), year)) {
			ProgramResult programResult = evaluation.claimResult(this.policy.program(), claim);
			if (example.claim() == null || claim.id().equals(example.claim())) {
				return programResult;
			}
			cover(programResult.results());
		}
		return ProgramResult.noPolicy();
	}

	private static Paid paid(Example.@Nullable Award award) {
		if (award == null) {
			return Paid.NOTHING;
		}
		if (award.amount() != null) {
			return Paid.of(Money.of(award.amount()));
		}
		return Paid.unknown(award.missing(), (award.atMost() != null) ? Money.of(award.atMost()) : null);
	}

	private Expected stacking(Example example) {
		Map<Program, ProgramResult> awards = new LinkedHashMap<>();
		example.awards().forEach((id, award) -> {
			Program program = new Program(id, new Bilingual(id, id), Cycle.MONTH, this.policy.program().unit(),
					awards.size() + 1, PaidTo.PERSON);
			awards.put(program, programResult(award));
		});
		Stacking stacking = new Stacking(this.policy, this.evaluator, awards, List.of(),
				this.policy.header().factDay().within(Period.parse(example.period())));
		cover(stacking.results());
		List<String> withheld = new ArrayList<>();
		Map<String, List<String>> undecided = new TreeMap<>();
		awards.forEach((program, programResult) -> {
			Set<String> open = stacking.openRivals(program);
			if (stacking.displacer(program) != null && open.isEmpty()) {
				withheld.add(program.id());
			}
			if (!open.isEmpty()) {
				undecided.put(program.id(), List.copyOf(open));
			}
		});
		return new Expected(null, null, null, null, withheld, undecided);
	}

	private ProgramResult programResult(Example.Award award) {
		ProgramResult none = ProgramResult.refused(this.policy, List.of());
		BigDecimal amount = award.amount();
		if (award.inKind() != null) {
			return inKind(award.inKind());
		}
		if (amount == null) {
			return none.needing(award.missing(), award.atMost());
		}
		return (amount.signum() == 0) ? none : new ProgramResult(this.policy, Outcome.ELIGIBLE, amount, null, null,
				List.of(), Set.of(), null, null, List.of());
	}

	private ProgramResult inKind(InKind award) {
		BigDecimal quantity = BigDecimal.valueOf(award.quantity());
		Grant.Amount granted = new Grant.Amount(Money.of(quantity), null, false, Map.of(),
				new Thing(award.what().zh(), award.what().en(), award.unit()));
		return new ProgramResult(this.policy, Outcome.ELIGIBLE, quantity, null, granted, List.of(), Set.of(), null,
				null, List.of());
	}

	private static boolean agrees(Expected expected, Expected actual) {
		return agrees(expected.outcome(), actual.outcome())
				&& (expected.amount() == null
						|| (actual.amount() != null && expected.amount().compareTo(actual.amount()) == 0))
				&& agrees(expected.rules(), actual.rules()) && agrees(sorted(expected.missing()), actual.missing())
				&& agrees(sorted(expected.withheld()), sorted(actual.withheld()))
				&& agrees(expected.undecided(), actual.undecided()) && agreesInKind(expected.inKind(), actual.inKind());
	}

	/** A thing is named in either language, and its unit need not be told. */
	private static boolean agreesInKind(@Nullable List<InKind> expected, @Nullable List<InKind> actual) {
		List<InKind> granted = (actual != null) ? actual : List.of();
		return expected == null || (expected.size() == granted.size()
				&& expected.stream().allMatch((one) -> granted.stream().anyMatch((other) -> isMeant(one, other))));
	}

	private static boolean isMeant(InKind expected, InKind actual) {
		String name = expected.what().zh();
		return (name.equals(actual.what().zh()) || name.equals(actual.what().en()))
				&& expected.quantity() == actual.quantity()
				&& (expected.unit().isEmpty() || expected.unit().equals(actual.unit()));
	}

	private static boolean agrees(@Nullable Object expected, @Nullable Object actual) {
		return expected == null || Objects.equals(expected, actual);
	}

	private static @Nullable List<String> sorted(@Nullable List<String> texts) {
		return (texts != null) ? List.copyOf(new TreeSet<>(texts)) : null;
	}

}
