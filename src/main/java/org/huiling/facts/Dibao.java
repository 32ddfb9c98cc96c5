package org.huiling.facts;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 低保 as rules see it, on the fact day: one that has ended by then, or begins later, is
 * none.
 */
public final class Dibao extends FactView {

	private final FactRecord record;

	private final Period period;

	Dibao(FactRecord record, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.period = period;
	}

	/**
	 * The dibao drawn on the fact day; {@code NONE} before its first and after its last.
	 */
	public DibaoType getType() {
		Slots slots = this.record.shape().known();
		if (this.record.at(slots.dibao) == null) {
			return known("household.dibao.type", null);
		}
		LocalDate day = this.period.firstDay();
		LocalDate to = (LocalDate) this.record.at(slots.dibaoTo);
		boolean runs = begun("household.dibao.since", since(), day) && (to == null || !to.isBefore(day));
		return known("household.dibao.type",
				runs ? this.record.code(slots.dibaoType, DibaoType.class) : DibaoType.NONE);
	}

	private @Nullable LocalDate since() {
		return (LocalDate) this.record.at(this.record.shape().known().dibaoSince);
	}

	/** The day from which it was granted. */
	public LocalDate getSince() {
		return known("household.dibao.since", since());
	}

	/** Whether it was granted on or before the period's first day. */
	public boolean isHeldOnFirstDay() {
		return derived("household.dibao.heldOnFirstDay", () -> !getSince().isAfter(this.period.firstDay()));
	}

	/** What the household draws a month. */
	public Money getMonthlyAmount() {
		return known("household.dibao.monthlyAmount", this.record.money(this.record.shape().known().dibaoAmount));
	}

}
