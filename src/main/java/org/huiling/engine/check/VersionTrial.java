package org.huiling.engine.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.assessment.Resolution;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.finder.sample.Verdict;
import org.huiling.engine.problem.PolicyConflict;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Awards;
import org.huiling.facts.CalculationFault;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;

/** Tries applicants on one version, and nothing but that version. */
final class VersionTrial implements Trial {

	private final SingleVersionBook book;

	private final CompiledPolicy policy;

	private final Evaluator evaluator;

	private final boolean stacking;

	VersionTrial(SingleVersionBook book, Evaluator evaluator) {
		this.evaluator = evaluator;
		this.book = book;
		this.policy = book.policy();
		this.stacking = Program.STACKING.equals(this.policy.program().id());
	}

	@Override
	public FactSet facts(Sample sample) {
		return facts(sample, null);
	}

	private FactSet facts(Sample sample, @Nullable Reads reads) {
		if (this.stacking) {
			return new FactSet(null, null, new Awards(Set.copyOf(sample.awards()), reads), reads);
		}
		FactRecord record = sample.applicant();
		PersonFacts applicant = new PersonFacts(this.policy.words(), record, this.book.jurisdiction().regionPrefix(),
				sample.period(), sample.factDay(), reads, (program) -> stated(sample, program));
		return new FactSet(applicant, (sample.claim() != null) ? claim(sample, record, applicant) : null, null, reads);
	}

	/** Of others only what the sample supposes has a say. */
	private static Paid stated(Sample sample, String program) {
		BigDecimal yuan = sample.otherAwards().get(program);
		return (yuan != null) ? Paid.of(Money.of(yuan)) : Paid.NOTHING;
	}

	private static ApplicantEvaluation evaluation(PolicyBook book, Sample sample, FactRecord record) {
		return new ApplicantEvaluation(book, (day) -> record, Explain.NONE, (policy) -> policy.rules().plan(),
				(program, claim) -> stated(sample, program));
	}

	/** The claim after the earlier ones of its year, each as the version pays it. */
	private ClaimFacts claim(Sample sample, FactRecord record, PersonFacts person) {
		ApplicantEvaluation evaluation = evaluation(this.book, sample, record);
		ClaimYear before = ClaimYear.EMPTY;
		for (RecordedClaim claim : evaluation.claims(this.policy.program().over(), sample.period().year())) {
			if (claim.id().equals(sample.claim())) {
				return new ClaimFacts(person, claim, before);
			}
			before = before.after(claim, paid(evaluation, claim, before));
		}
		throw new IllegalStateException("the sample has no claim");
	}

	private Paid paid(ApplicantEvaluation evaluation, RecordedClaim claim, ClaimYear before) {
		try {
			return ApplicantEvaluation.paid(evaluation.programResult(this.policy, claim, before));
		}
		catch (PolicyFault fault) {
			return Paid.NOTHING;
		}
	}

	@Override
	public Set<String> reads(Sample sample) {
		Set<String> reads = new TreeSet<>();
		try {
			for (RuleResult result : this.policy.rules().walk().evaluate(facts(sample, new Reads()))) {
				for (Grant grant : result.grants()) {
					if (grant instanceof Grant.Amount amount) {
						reads.addAll(amount.values().keySet());
					}
				}
			}
		}
		catch (RuleFault fault) {
			// found as what it is when the sample is tried
			return reads;
		}
		return reads;
	}

	@Override
	public Verdict verdict(Sample sample) {
		FactSet facts = facts(sample);
		List<RuleResult> results;
		try {
			results = this.evaluator.evaluate(facts);
		}
		catch (RuleFault fault) {
			return new Verdict(Map.of(), null, List.of(), fault.rule().order(), CalculationFault.factIn(fault), null);
		}
		Map<Integer, @Nullable BigDecimal> grants = new HashMap<>();
		for (RuleResult result : results) {
			if (result.truth() == Truth.HOLDS) {
				grants.put(result.rule().order(), alone(result, facts));
			}
		}
		try {
			ProgramResult programResult = new Resolution(this.policy, facts.claim(), results).programResult();
			Integer winner = (programResult.winner() != null) ? programResult.winner().rule().order() : null;
			return new Verdict(grants, winner, List.of(), null, null, programResult.amount());
		}
		catch (PolicyConflict conflict) {
			return new Verdict(grants, null, orders(conflict), null, null, null);
		}
	}

	/** What a rule that holds would pay by itself; null if it pays nothing by nature. */
	private @Nullable BigDecimal alone(RuleResult result, FactSet facts) {
		if (result.grants().size() != 1 || !(result.grants().get(0) instanceof Grant.Amount)) {
			return null;
		}
		return new Resolution(this.policy, facts.claim(), List.of(result)).programResult().amount();
	}

	/** Yuan, or how much in kind. */
	private static @Nullable BigDecimal magnitude(Assessment answer) {
		return answer.inKind().isEmpty() ? answer.amount()
				: BigDecimal.valueOf(answer.inKind().stream().mapToLong(InKind::quantity).sum());
	}

	private List<Integer> orders(PolicyConflict conflict) {
		return conflict.rules()
			.stream()
			.flatMap((name) -> this.policy.rules().rules().stream().filter((rule) -> rule.name().equals(name)))
			.map((rule) -> rule.order())
			.toList();
	}

	@Override
	public boolean confirms(Sample sample, Verdict verdict) {
		if (this.stacking) {
			return true;
		}
		AssessmentRequest request = new AssessmentRequest(Period.parse(sample.asked()), null,
				Set.of(this.policy.program().id()), Explain.WHY);
		try {
			return new Assessor(this.book, (program, claim) -> stated(sample, program))
				.assess((day) -> sample.applicant(), request)
				.assessments()
				.stream()
				.filter((answer) -> Objects.equals(answer.claim(), sample.claim()))
				.anyMatch((answer) -> verdict.conflict().isEmpty() && verdict.fault() == null
						&& (answer.outcome() == Outcome.ELIGIBLE) == (verdict.winner() != null)
						&& ProgramResult.sameAmount(magnitude(answer), verdict.amount()));
		}
		catch (PolicyConflict conflict) {
			return orders(conflict).equals(verdict.conflict());
		}
		catch (PolicyFault fault) {
			return verdict.fault() != null
					&& fault.rules().contains(this.policy.rules().rules().get(verdict.fault()).name());
		}
	}

}
