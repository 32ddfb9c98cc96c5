package org.huiling.facts.words;

import java.time.LocalDate;

import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * A recorded value that holds from one day to another: before and after, something else
 * is read. An unknown first day counts as begun; one that has not come is noted, since
 * nothing else of the fact then matters.
 */
final class ValidValue extends Node {

	private final Node held;

	private final Node begun;

	private final @Nullable Node last;

	private final Object outside;

	private final @Nullable String path;

	/**
	 * A value with its period.
	 * @param held reads the value as it is recorded
	 * @param begun whether its first day has come
	 * @param last its last day, null if there never is one
	 * @param outside what is read on other days
	 * @param path of the fact for explanations, null for a field, which is noted by
	 * whoever looks at the item
	 */
	ValidValue(Node held, Node begun, @Nullable Node last, Object outside, @Nullable String path) {
		this.held = held;
		this.begun = begun;
		this.last = last;
		this.outside = outside;
		this.path = path;
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		if (holds(this.begun.value(person, item)) && !isOver(person, item)) {
			return this.held.value(person, item);
		}
		if (this.path != null && this.outside != NotThere.VALUE) {
			person.note(this.path, this.outside);
		}
		return this.outside;
	}

	private boolean isOver(PersonFacts person, @Nullable FactRecord item) {
		return this.last != null && this.last.value(person, item) instanceof LocalDate day && person.isOver(day);
	}

}
