package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The claim as rules see it, with what its calendar year has used before it.
 */
public final class Claim extends FactView {

	private final RecordedClaim record;

	private final ClaimYear before;

	/**
	 * A claim in its year.
	 * @param record the claim
	 * @param before what came before it in the same calendar year
	 * @param reads notes what is read; null where none is wanted
	 */
	public Claim(RecordedClaim record, ClaimYear before, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.before = before;
	}

	/** The discharge, visit or disaster. */
	public LocalDate getDate() {
		return seen("date", this.record.date());
	}

	/** The calendar year of the claim's date. */
	public int getYear() {
		return seen("year", this.record.date().getYear());
	}

	public ClaimKind getKind() {
		return known("kind", "claims[].kind", this.record.kind());
	}

	public HospitalTier getHospitalTier() {
		return known("hospitalTier", "claims[].hospitalTier", this.record.hospitalTier());
	}

	/** All of the bill, or the assessed loss of a disaster. */
	public Money getTotalCost() {
		return money("totalCost", this.record.totalCost());
	}

	/** 合规费用: the part of the bill that ratios apply to. */
	public Money getEligibleCost() {
		return money("eligibleCost", this.record.eligibleCost());
	}

	/**
	 * Which inpatient stay of the calendar year this is: 1 for the first, reimbursed or
	 * not.
	 */
	public int getStay() {
		return seen("stay", this.before.stays() + 1);
	}

	/**
	 * 起付线 of this stay.
	 * @param first the deductible by hospital tier
	 * @param laterShare the share of it that a second or later stay of the year bears
	 * @return the deductible in yuan
	 */
	public Money deductible(Table<HospitalTier, Money> first, Ratio laterShare) {
		return derived("deductible", () -> {
			Money full = first.at(getHospitalTier());
			return (getStay() > 1) ? full.times(laterShare) : full;
		});
	}

	/**
	 * What is left of the eligible cost after this stay's deductible.
	 * @param first the deductible by hospital tier
	 * @param laterShare the share of it that a second or later stay of the year bears
	 * @return zero or more yuan
	 */
	public Money afterDeductible(Table<HospitalTier, Money> first, Ratio laterShare) {
		return derived("afterDeductible",
				() -> both(this::getEligibleCost, () -> deductible(first, laterShare), Money::above));
	}

	/**
	 * What of this claim lies above a deductible that is counted over the year.
	 * @param yearly the deductible of the year
	 * @param tiers the hospital tiers that share it
	 * @return zero or more yuan
	 */
	public Money aboveYearlyDeductible(Money yearly, Set<HospitalTier> tiers) {
		return derived("aboveYearlyDeductible", () -> both(this::getEligibleCost, () -> eligibleEarlier(tiers),
				(cost, earlier) -> earlier.plus(cost).above(yearly).minus(earlier.above(yearly))));
	}

	/**
	 * Eligible cost of the year's earlier claims of this kind in some hospital tiers.
	 * @param tiers the tiers that count
	 * @return yuan
	 */
	public Money eligibleEarlier(Set<HospitalTier> tiers) {
		return derived("eligibleEarlier", () -> this.before.eligible(this.record.kind(), tiers));
	}

	/** What this program has paid for earlier claims of the calendar year. */
	public Money getPaidEarlier() {
		return derived("paidEarlier", this.before::paid);
	}

	/**
	 * What this program has paid for earlier claims of this kind in the calendar year.
	 */
	public Money getPaidEarlierForKind() {
		return derived("paidEarlierForKind", () -> this.before.paid(this.record.kind()));
	}

	/**
	 * 自付: total cost less what programs of a lower order award for this claim (insurance
	 * first, relief after).
	 */
	public Money getOwnPayment() {
		return derived("ownPayment",
				() -> both(this::getTotalCost, this.before::awardedByOthers, Money::minus).atLeast(Money.ZERO));
	}

	private Money money(String name, @Nullable BigDecimal yuan) {
		return known(name, "claims[]." + name, (yuan != null) ? Money.of(yuan) : null);
	}

}
