package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** 医疗保险 as rules see it. */
public final class Insurance extends FactView {

	private final FactRecord record;

	Insurance(FactRecord record, @Nullable Reads reads) {
		super(reads);
		this.record = record;
	}

	public Scheme getScheme() {
		return known("insurance.scheme", this.record.code(this.record.shape().known().insuranceScheme, Scheme.class));
	}

	/** The calendar year the insurance is for. */
	public int getYear() {
		return known("insurance.year", (Integer) this.record.at(this.record.shape().known().insuranceYear));
	}

	public boolean isContributionPaid() {
		return known("insurance.contributionPaid",
				(Boolean) this.record.at(this.record.shape().known().contributionPaid));
	}

}
