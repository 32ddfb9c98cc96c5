package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** 医疗保险 as rules see it. */
public final class Insurance extends FactView {

	private final ApplicantRecord.@Nullable Insurance record;

	Insurance(ApplicantRecord.@Nullable Insurance record, @Nullable Reads reads) {
		super(reads);
		this.record = record;
	}

	public Scheme getScheme() {
		return known("insurance.scheme", (this.record != null) ? this.record.scheme() : null);
	}

	/** The calendar year the insurance is for. */
	public int getYear() {
		return known("insurance.year", (this.record != null) ? this.record.year() : null);
	}

	public boolean isContributionPaid() {
		return known("insurance.contributionPaid", (this.record != null) ? this.record.contributionPaid() : null);
	}

}
