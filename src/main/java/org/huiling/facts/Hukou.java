package org.huiling.facts;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 户籍 as rules see it. */
public final class Hukou extends FactView {

	private final ApplicantRecord.@Nullable Hukou record;

	private final Period period;

	Hukou(ApplicantRecord.@Nullable Hukou record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/** Region code, six digits or more. */
	public String getRegion() {
		return known("hukou.region", (this.record != null) ? this.record.region() : null);
	}

	/** Whether it has begun by the fact day and lies below a region prefix. */
	boolean isHeldBelow(String prefix) {
		LocalDate since = (this.record != null) ? this.record.since() : null;
		return begun("hukou.since", since, this.period.firstDay()) && getRegion().startsWith(prefix);
	}

	public HukouType getType() {
		return known("hukou.type", (this.record != null) ? this.record.type() : null);
	}

	/** The day the hukou was moved in. */
	public LocalDate getSince() {
		return known("hukou.since", (this.record != null) ? this.record.since() : null);
	}

	/** Whether the hukou is held on the period's first day already. */
	public boolean isHeldOnFirstDay() {
		return derived("hukou.heldOnFirstDay", () -> !getSince().isAfter(this.period.firstDay()));
	}

}
