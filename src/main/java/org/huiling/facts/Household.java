package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** The household as rules see it. */
public final class Household extends FactView {

	private final FactRecord record;

	private final Dibao dibao;

	Household(FactRecord record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.dibao = new Dibao(record, period, reads);
	}

	/** Persons in the household, at least 1. */
	public int getSize() {
		return known("household.size", (Integer) this.record.at(this.record.shape().known().householdSize));
	}

	/** Every income of the whole household, pensions included, in a month. */
	public Money getMonthlyIncome() {
		return known("household.monthlyIncome", this.record.money(this.record.shape().known().monthlyIncome));
	}

	/** Monthly income ÷ size, exact: nothing is rounded before it is compared. */
	public Money getPerCapitaIncome() {
		return derived("household.perCapitaIncome", () -> both(this::getMonthlyIncome, this::getSize, Money::sharedBy));
	}

	public boolean isLivingAlone() {
		return known("household.livingAlone", (Boolean) this.record.at(this.record.shape().known().livingAlone));
	}

	public Dibao getDibao() {
		return this.dibao;
	}

}
