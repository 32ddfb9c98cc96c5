package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** 残疾 as rules see it. */
public final class Disability extends FactView {

	private final FactRecord record;

	Disability(FactRecord record, @Nullable Reads reads) {
		super(reads);
		this.record = record;
	}

	/** 0 none, 1 most severe … 4. */
	public int getGrade() {
		return known("disability.grade", (Integer) this.record.at(this.record.shape().known().disabilityGrade));
	}

	public DisabilityCategory getCategory() {
		return known("disability.category",
				this.record.code(this.record.shape().known().disabilityCategory, DisabilityCategory.class));
	}

}
