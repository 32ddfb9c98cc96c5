package org.huiling.facts.words;

import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.words.value.Conversion;
import org.huiling.facts.words.value.PossibleAmounts;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/** A fact or list that is recorded of a person. */
final class PersonValue extends Node {

	private final String path;

	private final int slot;

	private final Conversion conversion;

	private final Absence absence;

	private final @Nullable PossibleAmounts limits;

	private final boolean noted;

	/**
	 * A recorded value.
	 * @param path of the fact
	 * @param slot where records have it
	 * @param conversion what becomes of it
	 * @param absence what it means if it is not recorded
	 * @param limits what a number can be, null for anything else
	 * @param noted whether explanations say that it was read
	 */
	PersonValue(String path, int slot, Conversion conversion, Absence absence, @Nullable PossibleAmounts limits,
			boolean noted) {
		this.path = path;
		this.slot = slot;
		this.conversion = conversion;
		this.absence = absence;
		this.limits = limits;
		this.noted = noted;
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		Object recorded = person.at(this.slot);
		if (recorded == null) {
			Object absent = this.absence.value(person, null);
			if (this.noted && absent instanceof UnknownFact) {
				person.note(this.path, null);
			}
			return absent;
		}
		if (this.conversion == Conversion.NONE) {
			if (this.noted) {
				person.note(this.path, recorded);
			}
			return recorded;
		}
		Object read = this.conversion.read(recorded);
		if (this.noted) {
			person.note(this.path, (this.conversion == Conversion.CODES) ? recorded : read);
		}
		return read;
	}

	@Override
	@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
		return (this.limits != null && this.absence.applies(person, null)) ? this.limits.range(person::at) : null;
	}

	@Override
	int slot() {
		return (this.conversion == Conversion.NONE) ? this.slot : RecordShape.NONE;
	}

}
