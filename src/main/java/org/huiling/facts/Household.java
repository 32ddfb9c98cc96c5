package org.huiling.facts;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** The household as rules see it. */
public final class Household extends FactView {

	private final ApplicantRecord.@Nullable Household record;

	private final Dibao dibao;

	Household(ApplicantRecord.@Nullable Household record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.dibao = new Dibao((record != null) ? record.dibao() : null, period, reads);
	}

	/** Persons in the household, at least 1. */
	public int getSize() {
		return known("household.size", (this.record != null) ? this.record.size() : null);
	}

	/** Every income of the whole household, pensions included, in a month. */
	public Money getMonthlyIncome() {
		BigDecimal income = (this.record != null) ? this.record.monthlyIncome() : null;
		return known("household.monthlyIncome", (income != null) ? Money.of(income) : null);
	}

	/** Monthly income ÷ size, exact: nothing is rounded before it is compared. */
	public Money getPerCapitaIncome() {
		return derived("household.perCapitaIncome", () -> both(this::getMonthlyIncome, this::getSize, Money::sharedBy));
	}

	public boolean isLivingAlone() {
		return known("household.livingAlone", (this.record != null) ? this.record.livingAlone() : null);
	}

	public Dibao getDibao() {
		return this.dibao;
	}

}
