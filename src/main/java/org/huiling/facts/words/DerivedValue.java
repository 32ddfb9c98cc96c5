package org.huiling.facts.words;

import java.time.LocalDate;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/** A derived fact: what it is by the definition that counts on the fact day. */
final class DerivedValue extends Node {

	private final String path;

	private final LocalDate[] from;

	private final Node[] is;

	private final boolean noted;

	/**
	 * A derived fact.
	 * @param path of the fact
	 * @param from the first fact days of its definitions, in order
	 * @param is its definitions
	 * @param noted whether explanations show its value; they show no item of a list
	 */
	DerivedValue(String path, LocalDate[] from, Node[] is, boolean noted) {
		this.path = path;
		this.from = from;
		this.is = is;
		this.noted = noted;
	}

	@Override
	@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
		int latest = latest(person);
		return (latest >= 0) ? this.is[latest].range(person, null) : null;
	}

	/** The definition that counts, less than 0 before the first. */
	private int latest(PersonFacts person) {
		int latest = this.from.length - 1;
		while (latest >= 0 && !person.hasCome(this.from[latest])) {
			latest--;
		}
		return latest;
	}

	/** Before its first definition there is none. */
	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		int latest = latest(person);
		Object value = (latest >= 0) ? defined(latest, person) : NotThere.VALUE;
		if (this.noted && value != NotThere.VALUE) {
			person.note(this.path, (value instanceof UnknownFact) ? null : value);
		}
		return value;
	}

	private Object defined(int latest, PersonFacts person) {
		try {
			return this.is[latest].value(person, null);
		}
		catch (CalculationFault fault) {
			throw fault.of(this.path);
		}
	}

}
