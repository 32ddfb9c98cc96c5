package org.huiling.decision.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.engine.InKind;
import org.jspecify.annotations.Nullable;

/**
 * What a review found different.
 *
 * @param id the id of the decision that says so now; under a dry run of none
 * @param applicant the person
 * @param program the program
 * @param period the month from which it differs, or the year
 * @param until the last month that it is decided for, null while it stands
 * @param claim the claim, null if none
 * @param before what stood for the period when the review began, null if nothing did
 * @param after what stands from then on
 * @param because why it differs, one of {@code FIRST}, {@code VERSION}, {@code FACTS},
 * {@code MERGED}, {@code ERASED}, {@code CLAIM_GONE}, {@code OTHER_JURISDICTION},
 * {@code MONTH_OVER}
 */
public record DecisionChange(UUID id, UUID applicant, String program, String period, @Nullable String until,
		@Nullable String claim, @Nullable Stand before, Stand after, String because) {

	/**
	 * What stands.
	 *
	 * @param outcome {@code ELIGIBLE}, {@code WITHHELD} or {@code NOT_ELIGIBLE}
	 * @param amount yuan with two decimals
	 * @param inKind what is granted in kind
	 * @param version the version that said so, null if none
	 * @param status as pages say it, by {@link DecisionStatus}
	 */
	public record Stand(String outcome, BigDecimal amount, List<InKind> inKind, @Nullable String version,
			String status) {

		public static Stand of(Decision decision) {
			return new Stand(decision.outcome().name(), decision.amount(), decision.inKind(), decision.version(),
					DecisionStatus.of(decision));
		}

		/** Whether it is granted, paid or withheld. */
		public boolean grants() {
			return DecisionOutcome.valueOf(this.outcome).grants();
		}

		/**
		 * What is paid.
		 * @return the amount, 0.00 unless ELIGIBLE
		 */
		public BigDecimal paid() {
			return DecisionOutcome.ELIGIBLE.name().equals(this.outcome) ? this.amount : NOTHING;
		}

	}

	/** The same, once it is known what follows. */
	public DecisionChange until(@Nullable String last) {
		return new DecisionChange(this.id, this.applicant, this.program, this.period, last, this.claim, this.before,
				this.after, this.because);
	}

	/** Whether what stands is another outcome or amount than what stood. */
	boolean isChange() {
		return (this.before == null) ? !DecisionOutcome.NOT_ELIGIBLE.name().equals(this.after.outcome())
				: !this.before.outcome().equals(this.after.outcome())
						|| this.before.amount().compareTo(this.after.amount()) != 0
						|| !InKind.same(this.before.inKind(), this.after.inKind());
	}

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	/**
	 * What is paid more, or less.
	 * @return yuan for one period
	 */
	public BigDecimal difference() {
		return this.after.paid().subtract((this.before != null) ? this.before.paid() : NOTHING);
	}

}
