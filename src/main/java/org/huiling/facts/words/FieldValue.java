package org.huiling.facts.words;

import java.util.Objects;

import org.huiling.facts.FactRecord;
import org.huiling.facts.RecordShape;
import org.jspecify.annotations.Nullable;

/** A field of the item of a list that is looked at. Whoever looks notes what it read. */
final class FieldValue extends Node {

	private final int slot;

	private final Conversion conversion;

	private final Absence absence;

	FieldValue(int slot, Conversion conversion, Absence absence) {
		this.slot = slot;
		this.conversion = conversion;
		this.absence = absence;
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
	int slot() {
		return (this.conversion == Conversion.NONE) ? this.slot : RecordShape.NONE;
	}

}
