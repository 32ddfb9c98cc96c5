package org.huiling.engine.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Over;
import org.huiling.engine.PolicyFault;
import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.huiling.facts.RecordedClaim;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;

/**
 * The rulings of the CLAIM programs over one list for its items of one calendar year,
 * each worked out when it is first needed: a program whose award another one deducts or
 * uses comes before it, whatever their order.
 */
final class ClaimResults {

	private final ApplicantEvaluation evaluation;

	private final Over over;

	private final List<RecordedClaim> claims;

	private final Map<String, Series> series = new HashMap<>();

	private boolean complete;

	/** The rulings of one program so far, with what they have used of the year. */
	private static final class Series {

		private final List<ProgramResult> results = new ArrayList<>();

		private ClaimYear before = ClaimYear.EMPTY;

		private boolean working;

	}

	ClaimResults(ApplicantEvaluation evaluation, Over over, List<RecordedClaim> claims) {
		this.over = over;
		this.evaluation = evaluation;
		this.claims = claims;
	}

	/** The items of the year, in order. */
	List<RecordedClaim> claims() {
		return this.claims;
	}

	/** All of a program, by claim id in the order of the claims. */
	Map<String, ProgramResult> of(Program program) {
		if (this.claims.isEmpty()) {
			return Map.of();
		}
		if (!this.complete) {
			for (Program one : this.evaluation.book().programs()) {
				if (one.cycle() == Cycle.CLAIM && one.over().equals(this.over)) {
					result(one, this.claims.size() - 1);
				}
			}
			this.complete = true;
		}
		Map<String, ProgramResult> byClaim = new LinkedHashMap<>();
		for (int i = 0; i < this.claims.size(); i++) {
			byClaim.put(this.claims.get(i).id(), result(program, i));
		}
		return byClaim;
	}

	/** One of a program, and of no more than that needs. */
	ProgramResult of(Program program, String claim) {
		for (int i = 0; i < this.claims.size(); i++) {
			if (this.claims.get(i).id().equals(claim)) {
				return result(program, i);
			}
		}
		return ProgramResult.noPolicy();
	}

	private ProgramResult result(Program program, int claim) {
		Series own = this.series.computeIfAbsent(program.id(), (id) -> new Series());
		while (own.results.size() <= claim) {
			RecordedClaim next = this.claims.get(own.results.size());
			CompiledPolicy policy = this.evaluation.inForce(program, Period.of(next.date()));
			ProgramResult result = ProgramResult.noPolicy();
			if (policy != null) {
				if (own.working) {
					throw new PolicyFault(PolicyFault.CIRCLE, policy, List.of());
				}
				own.working = true;
				try {
					result = result(policy, own, next);
				}
				finally {
					own.working = false;
				}
			}
			own.results.add(result);
			own.before = own.before.after(next, ApplicantEvaluation.paid(result));
		}
		return own.results.get(claim);
	}

	private ProgramResult result(CompiledPolicy policy, Series own, RecordedClaim claim) {
		List<OtherProgram> deducts = policy.header().deducts();
		ClaimYear year = own.before;
		if (deducts != null) {
			Map<String, Paid> awards = new LinkedHashMap<>();
			deducts.forEach((other) -> awards.put(other.id(), this.evaluation.award(other.id(), claim)));
			year = year.deducting(awards);
		}
		else if (policy.rules().readsOwnPayment()) {
			year = year.withAwardsOfOthers(before(policy.program(), claim));
		}
		return this.evaluation.programResult(policy, claim, year);
	}

	/** Where it is not said what is deducted, it is whatever comes before. */
	private List<Paid> before(Program program, RecordedClaim claim) {
		List<Paid> awards = new ArrayList<>();
		for (Program other : this.evaluation.book().programs()) {
			if (other.id().equals(program.id())) {
				return awards;
			}
			if (other.isOverTheSame(program)) {
				awards.add(this.evaluation.award(other.id(), claim));
			}
		}
		return awards;
	}

}
