package org.huiling.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** 居住地 as rules see it; it may differ from the hukou (人户分离). */
public final class Residence extends FactView {

	private final FactRecord record;

	private final Period period;

	Residence(FactRecord record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/** Region code, six digits or more. */
	public String getRegion() {
		return known("residence.region", this.record.residenceRegion());
	}

	/** Whether it has begun by the fact day and lies below a region prefix. */
	boolean isHeldBelow(String prefix) {
		return begun("residence.since", since(), this.period.firstDay()) && getRegion().startsWith(prefix);
	}

	private @Nullable LocalDate since() {
		return (LocalDate) this.record.at(this.record.shape().known().residenceSince);
	}

	/** The day the person came to live there. */
	public LocalDate getSince() {
		return known("residence.since", since());
	}

	/** Full months lived there by the period's first day; 0 when it began later. */
	public int getFullMonths() {
		return derived("residence.fullMonths",
				() -> (int) Math.max(0, ChronoUnit.MONTHS.between(getSince(), this.period.firstDay())));
	}

}
