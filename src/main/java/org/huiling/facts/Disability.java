package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** 残疾 as rules see it. */
public final class Disability extends FactView {

	private final ApplicantRecord.@Nullable Disability record;

	Disability(ApplicantRecord.@Nullable Disability record, @Nullable Reads reads) {
		super(reads);
		this.record = record;
	}

	/** 0 none, 1 most severe … 4. */
	public int getGrade() {
		return known("disability.grade", (this.record != null) ? this.record.grade() : null);
	}

	public DisabilityCategory getCategory() {
		return known("disability.category", (this.record != null) ? this.record.category() : null);
	}

}
