package org.huiling.engine.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Over;
import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Period;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimYear;
import org.huiling.facts.words.ClaimYear.Paid;

/**
 * The results of the CLAIM programs over one list for its items of one calendar year,
 * each worked out when it is first needed: a program whose award another one deducts or
 * uses comes before it, whatever their order.
 */
final class ClaimResults {

	private final ApplicantEvaluation evaluation;

	private final Over over;

	private final int year;

	private final List<RecordedClaim> claims;

	/** The days of the claims. */
	private final Period[] days;

	/** There are few of them. */
	private final List<Series> series = new ArrayList<>(4);

	private boolean complete;

	/** The results of one program so far, with what they have used of the year. */
	private static final class Series {

		private final Program program;

		private final List<ProgramResult> results;

		private ClaimYear before = ClaimYear.EMPTY;

		private boolean working;

		Series(Program program, int claims) {
			this.program = program;
			this.results = new ArrayList<>(claims);
		}

	}

	/**
	 * The items of a year.
	 * @param evaluation whose they are
	 * @param over the list that they are of
	 * @param year the calendar year
	 * @param claims those of the list that are of the year, in order
	 */
	ClaimResults(ApplicantEvaluation evaluation, Over over, int year, List<RecordedClaim> claims) {
		this.over = over;
		this.year = year;
		this.evaluation = evaluation;
		this.claims = claims;
		this.days = new Period[claims.size()];
		for (int i = 0; i < this.days.length; i++) {
			this.days[i] = Period.of(claims.get(i).date());
		}
	}

	/** Whether these are the items of a list of a year. */
	boolean isOf(Over list, int calendarYear) {
		return this.year == calendarYear && this.over.equals(list);
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
		if (this.claims.size() == 1) {
			return Map.of(this.claims.get(0).id(), result(program, 0));
		}
		Map<String, ProgramResult> byClaim = new LinkedHashMap<>();
		for (int i = 0; i < this.claims.size(); i++) {
			byClaim.put(this.claims.get(i).id(), result(program, i));
		}
		return byClaim;
	}

	/** One of a program, and of no more than that needs. */
	ProgramResult of(Program program, String claim) {
		int first = first(claim);
		return (first >= 0) ? result(program, first) : ProgramResult.noPolicy();
	}

	/** Where the claim of an id stands, less than 0 if there is none. */
	private int first(String claim) {
		for (int i = 0; i < this.claims.size(); i++) {
			if (this.claims.get(i).id().equals(claim)) {
				return i;
			}
		}
		return -1;
	}

	private Series series(Program program) {
		for (int i = 0; i < this.series.size(); i++) {
			if (this.series.get(i).program.id().equals(program.id())) {
				return this.series.get(i);
			}
		}
		Series first = new Series(program, this.claims.size());
		this.series.add(first);
		return first;
	}

	private ProgramResult result(Program program, int claim) {
		Series own = series(program);
		while (own.results.size() <= claim) {
			int at = own.results.size();
			CompiledPolicy policy = this.evaluation.inForce(program, this.days[at]);
			ProgramResult result = ProgramResult.noPolicy();
			if (policy != null) {
				if (own.working) {
					throw new PolicyFault(PolicyFault.CIRCLE, policy, List.of());
				}
				own.working = true;
				try {
					result = result(policy, own, at);
				}
				finally {
					own.working = false;
				}
			}
			own.results.add(result);
			if (at + 1 < this.claims.size()) {
				own.before = own.before.after(this.claims.get(at), ApplicantEvaluation.paid(result));
			}
		}
		return own.results.get(claim);
	}

	private ProgramResult result(CompiledPolicy policy, Series own, int at) {
		RecordedClaim claim = this.claims.get(at);
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
		return this.evaluation.programResult(policy, claim, this.days[at], year);
	}

	/** Where it is not said what is deducted, it is whatever comes before. */
	private List<Paid> before(Program program, RecordedClaim claim) {
		List<Paid> awards = new ArrayList<>();
		List<Program> programs = this.evaluation.book().programs();
		for (int i = 0; i < programs.size(); i++) {
			Program other = programs.get(i);
			if (other.id().equals(program.id())) {
				return awards;
			}
			if (other.isOverTheSame(program)) {
				awards.add(award(other, claim));
			}
		}
		return awards;
	}

	/** Of a program over the same list. */
	private Paid award(Program other, RecordedClaim claim) {
		return this.evaluation.hasStatedAwards() ? this.evaluation.award(other.id(), claim)
				: ApplicantEvaluation.paid(of(other, claim.id()));
	}

}
