package org.huiling.decision.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.DecisionPlan;
import org.huiling.engine.Assessment;
import org.huiling.engine.Outcome;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What some policies come to for one person. Nothing of it is written.
 *
 * @param applicant the person
 * @param group whom they are counted among, null if nothing could be asked
 * @param byPolicies what the policies come to, in the order in which they were given;
 * what neither pays nor lacks anything is left out
 * @param fault why nothing could be asked: a code, with the field if one is at fault;
 * null if it could
 */
public record Projected(UUID applicant, @Nullable Group group, List<List<Answered>> byPolicies,
		@Nullable String fault) {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	public Projected {
		byPolicies = List.copyOf(byPolicies);
	}

	static Projected failed(UUID applicant, String fault) {
		return new Projected(applicant, null, List.of(), fault);
	}

	/**
	 * People who are counted together.
	 *
	 * @param region of the hukou, or of the organisation; empty if unknown
	 * @param ageBand ten years of age, such as {@code 80-89}; empty if unknown
	 * @param sex its code; empty if unknown
	 */
	public record Group(String region, String ageBand, String sex) {

		/**
		 * The group of somebody.
		 * @param facts what is known of them
		 * @param day on which they are counted
		 */
		public static Group of(FactRecord facts, LocalDate day) {
			Tally.People people = Tally.People.of(facts, day);
			boolean told = facts.subject() == Subject.PERSON && facts.sex() != null;
			return new Group(people.region(), people.ages(), told ? String.valueOf(facts.sex()) : "");
		}

	}

	/**
	 * What policies come to for a period.
	 *
	 * @param month where it is counted: the month, or the first of the months asked for
	 * that lies in the quarter or year
	 * @param program the program's id
	 * @param period the month, quarter or year
	 * @param claim the claim's id, null if none
	 * @param outcome its code
	 * @param paid what is paid; 0.00 for what is withheld or granted in kind
	 * @param missing paths of the fields without which it cannot be told; null if it is
	 */
	public record Answered(YearMonth month, String program, String period, @Nullable String claim, String outcome,
			BigDecimal paid, @Nullable List<String> missing) {

		/**
		 * What an assessment comes to.
		 * @param answer as it was assessed
		 * @param from the first month that is asked for
		 * @param to the last one
		 * @return null if it neither pays nor lacks anything, or is counted later
		 */
		public static @Nullable Answered of(Assessment answer, YearMonth from, YearMonth to) {
			return of(answer.program().id(), answer.period(), answer.claim(), answer.outcome().name(),
					(answer.outcome() == Outcome.ELIGIBLE) ? DecisionPlan.amount(answer) : NOTHING,
					(answer.outcome() == Outcome.NEEDS_INFORMATION) ? answer.missing() : null, from, to);
		}

		static @Nullable Answered of(String program, String period, @Nullable String claim, String outcome,
				BigDecimal paid, @Nullable List<String> missing, YearMonth from, YearMonth to) {
			if (paid.signum() == 0 && missing == null) {
				return null;
			}
			YearMonth first = YearMonth.from(Period.parse(period).firstDay());
			YearMonth month = first.isBefore(from) ? from : first;
			return month.isAfter(to) ? null : new Answered(month, program, period, claim, outcome, paid, missing);
		}

		/** Whether it cannot be told before something is known. */
		public boolean isOpen() {
			return this.missing != null;
		}

	}

}
