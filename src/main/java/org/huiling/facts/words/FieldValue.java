package org.huiling.facts.words;

import java.util.Objects;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.words.value.Conversion;
import org.huiling.facts.words.value.PossibleAmounts;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/** A field of the item of a list that is looked at. Whoever looks notes what it read. */
final class FieldValue extends Node {

	private final int slot;

	private final Conversion conversion;

	private final Absence absence;

	private final @Nullable PossibleAmounts limits;

	FieldValue(int slot, Conversion conversion, Absence absence, @Nullable PossibleAmounts limits) {
		this.slot = slot;
		this.conversion = conversion;
		this.absence = absence;
		this.limits = limits;
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		Object recorded = Objects.requireNonNull(item).at(this.slot);
		if (recorded == null) {
			return this.absence.value(person, item);
		}
		return (this.conversion == Conversion.NONE) ? recorded : this.conversion.read(recorded);
	}

	@Override
	@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
		return (this.limits != null && this.absence.applies(person, item))
				? this.limits.range(Objects.requireNonNull(item)::at) : null;
	}

	@Override
	int slot() {
		return (this.conversion == Conversion.NONE) ? this.slot : RecordShape.NONE;
	}

}
