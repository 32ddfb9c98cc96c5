package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * What versions said of one person, for as long as what they read stays as it is: the
 * next period is not worked out again while the same is recorded and no day has come that
 * would be read otherwise. It serves several books of one jurisdiction: a version is the
 * same in each. Only versions that look at no other program's award are kept. Belongs to
 * one thread.
 */
public final class LastingResults {

	private final IdentityHashMap<CompiledPolicy, List<Lasting>> kept = new IdentityHashMap<>();

	/** A result with what it is the result of. */
	private record Lasting(FactRecord record, Period period, LocalDate factDay, long until, ProgramResult result) {

		@SuppressWarnings("ReferenceEquality") // what is recorded is one object until
												// something else is
		boolean isOf(FactRecord recorded, Period asked, LocalDate day) {
			if (recorded != this.record) {
				return false;
			}
			if (asked.equals(this.period)) {
				return day.equals(this.factDay);
			}
			return asked.kind() == this.period.kind() && asked.firstDay().isAfter(this.period.firstDay())
					&& !day.isBefore(this.factDay) && asked.lastDay().toEpochDay() < this.until
					&& day.toEpochDay() < this.until;
		}

	}

	/** What a version says, if that is known; the last is looked at first. */
	@Nullable ProgramResult find(CompiledPolicy policy, FactRecord record, Period period, LocalDate factDay) {
		List<Lasting> known = this.kept.get(policy);
		if (known != null) {
			for (int i = known.size() - 1; i >= 0; i--) {
				Lasting one = known.get(i);
				if (one.isOf(record, period, factDay)) {
					return one.result();
				}
			}
		}
		return null;
	}

	/**
	 * Keeps what a version said.
	 * @param until the first day of the epoch on which something may be read otherwise
	 */
	void keep(CompiledPolicy policy, FactRecord record, Period period, LocalDate factDay, long until,
			ProgramResult result) {
		this.kept.computeIfAbsent(policy, (one) -> new ArrayList<>(2))
			.add(new Lasting(record, period, factDay, until, result));
	}

}
