package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 低保 as rules see it, on the fact day: one that has ended by then is none. */
public final class Dibao extends FactView {

	private final ApplicantRecord.@Nullable Dibao record;

	private final Period period;

	Dibao(ApplicantRecord.@Nullable Dibao record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/** The dibao drawn on the fact day; {@code NONE} also after its last day. */
	public DibaoType getType() {
		LocalDate to = (this.record != null) ? this.record.to() : null;
		boolean ended = to != null && to.isBefore(this.period.firstDay());
		return known("household.dibao.type",
				ended ? DibaoType.NONE : ((this.record != null) ? this.record.type() : null));
	}

	/** The day from which it was granted. */
	public LocalDate getSince() {
		return known("household.dibao.since", (this.record != null) ? this.record.since() : null);
	}

	/** Whether it was granted on or before the period's first day. */
	public boolean isHeldOnFirstDay() {
		return derived("household.dibao.heldOnFirstDay", () -> !getSince().isAfter(this.period.firstDay()));
	}

	/** What the household draws a month. */
	public Money getMonthlyAmount() {
		BigDecimal amount = (this.record != null) ? this.record.monthlyAmount() : null;
		return known("household.dibao.monthlyAmount", (amount != null) ? Money.of(amount) : null);
	}

}
