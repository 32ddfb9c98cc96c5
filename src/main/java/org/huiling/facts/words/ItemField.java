package org.huiling.facts.words;

import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** A field of the item that a derived fact picks, such as {@code spouse.birthDate}. */
final class ItemField extends Node {

	private final String path;

	private final Node picked;

	private final Node field;

	ItemField(String path, Node picked, Node field) {
		this.path = path;
		this.picked = picked;
		this.field = field;
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		Object one = this.picked.value(person, null);
		Object value = (one instanceof FactRecord found) ? this.field.value(person, found) : one;
		if (value != NotThere.VALUE) {
			person.note(this.path, (value instanceof UnknownFact) ? null : value);
		}
		return value;
	}

}
