package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Program;
import org.huiling.engine.example.StatedAwards;
import org.huiling.facts.Period;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.OtherAwards;
import org.jspecify.annotations.Nullable;

/**
 * What the programs of a jurisdiction award one applicant, as another program that looks
 * at them sees it: what an example states, or else what they are assessed to.
 */
final class AwardsOfOthers {

	private final ApplicantEvaluation evaluation;

	private final List<Program> programs;

	private final @Nullable StatedAwards stated;

	AwardsOfOthers(ApplicantEvaluation evaluation, List<Program> programs, @Nullable StatedAwards stated) {
		this.evaluation = evaluation;
		this.programs = programs;
		this.stated = stated;
	}

	/** The awards that a version may ask for: of the programs that it names. */
	OtherAwards named(CompiledPolicy policy, Period period, @Nullable RecordedClaim claim) {
		Set<String> named = new HashSet<>();
		policy.header().uses().forEach((other) -> named.add(other.id()));
		return (program) -> {
			if (!named.contains(program)) {
				throw new IllegalArgumentException(program);
			}
			return of(program, policy.header().factDay().within(period), claim);
		};
	}

	/**
	 * For a claim, or for the month, quarter or year of a day.
	 * @param id the program's; nothing is awarded by one that is not there
	 * @param day the day
	 * @param claim the claim that is assessed, null if it is no claim
	 */
	Paid of(String id, LocalDate day, @Nullable RecordedClaim claim) {
		if (this.stated != null) {
			return this.stated.award(id, (claim != null) ? claim.id() : null);
		}
		for (Program program : this.programs) {
			if (program.id().equals(id)) {
				return of(program, day, claim);
			}
		}
		return Paid.NOTHING;
	}

	private Paid of(Program program, LocalDate day, @Nullable RecordedClaim claim) {
		return switch (program.cycle()) {
			case MONTH -> {
				Period month = Period.of(YearMonth.from(day));
				yield ApplicantEvaluation.paid(
						this.evaluation.late().applied(program, month, this.evaluation.programResult(program, month)));
			}
			case QUARTER, YEAR, ONCE ->
				ApplicantEvaluation.paid(this.evaluation.programResult(program, program.cycle().at(day)));
			case CLAIM -> (claim != null && claim.list().equals(program.over().list()))
					? ApplicantEvaluation.paid(this.evaluation.claimResult(program, claim)) : Paid.NOTHING;
		};
	}

}
