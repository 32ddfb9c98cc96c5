package org.huiling.facts.words;

import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** A value as it is written. */
final class Constant extends Node {

	private final Object value;

	Constant(Object value) {
		this.value = value;
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		return this.value;
	}

}
