package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 低保 as rules see it, on the fact day: one that has ended by then, or begins later, is
 * none.
 */
public final class Dibao extends FactView {

	private final ApplicantRecord.@Nullable Dibao record;

	private final Period period;

	Dibao(ApplicantRecord.@Nullable Dibao record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/**
	 * The dibao drawn on the fact day; {@code NONE} before its first and after its last.
	 */
	public DibaoType getType() {
		if (this.record == null) {
			return known("household.dibao.type", null);
		}
		LocalDate day = this.period.firstDay();
		LocalDate to = this.record.to();
		boolean runs = begun("household.dibao.since", this.record.since(), day) && (to == null || !to.isBefore(day));
		return known("household.dibao.type", runs ? this.record.type() : DibaoType.NONE);
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
