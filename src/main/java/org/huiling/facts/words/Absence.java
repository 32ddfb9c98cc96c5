package org.huiling.facts.words;

import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** What it means that nothing is recorded of a fact: unknown, or not there. */
final class Absence {

	private final UnknownFact unknown;

	private final boolean none;

	private final @Nullable Node when;

	/**
	 * What the declaration says.
	 * @param path of the fact
	 * @param none whether nothing recorded means that there is none
	 * @param when the condition without which the fact is not there, null if it always
	 * applies
	 */
	Absence(String path, boolean none, @Nullable Node when) {
		this.unknown = new UnknownFact(path);
		this.none = none;
		this.when = when;
	}

	/** Whether the fact is known to be there, whatever it is. */
	boolean applies(PersonFacts person, @Nullable FactRecord item) {
		return !this.none && (this.when == null || Node.holds(this.when.value(person, item)));
	}

	Object value(PersonFacts person, @Nullable FactRecord item) {
		if (this.none) {
			return NotThere.VALUE;
		}
		if (this.when != null) {
			Object applies = this.when.value(person, item);
			if (!(applies instanceof UnknownFact) && !Node.holds(applies)) {
				return NotThere.VALUE;
			}
		}
		return this.unknown;
	}

}
