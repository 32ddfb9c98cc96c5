package org.huiling.facts;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 户籍 as rules see it. */
public final class Hukou extends FactView {

	private final FactRecord record;

	private final Period period;

	Hukou(FactRecord record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/** Region code, six digits or more. */
	public String getRegion() {
		return known("hukou.region", this.record.hukouRegion());
	}

	/** Whether it has begun by the fact day and lies below a region prefix. */
	boolean isHeldBelow(String prefix) {
		return begun("hukou.since", since(), this.period.firstDay()) && getRegion().startsWith(prefix);
	}

	private @Nullable LocalDate since() {
		return (LocalDate) this.record.at(this.record.shape().known().hukouSince);
	}

	public HukouType getType() {
		return known("hukou.type", this.record.code(this.record.shape().known().hukouType, HukouType.class));
	}

	/** The day the hukou was moved in. */
	public LocalDate getSince() {
		return known("hukou.since", since());
	}

	/** Whether the hukou is held on the period's first day already. */
	public boolean isHeldOnFirstDay() {
		return derived("hukou.heldOnFirstDay", () -> !getSince().isAfter(this.period.firstDay()));
	}

}
