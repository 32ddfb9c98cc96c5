package org.huiling.facts.words;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * A value of a person that is worked out once. Where explanations are wanted it is worked
 * out anew for each thing asked, so that each notes what it read.
 */
final class Kept extends Node {

	private final Node node;

	private final int index;

	/**
	 * A value to be kept.
	 * @param node works it out
	 * @param index its place among what is kept of a person
	 */
	Kept(Node node, int index) {
		this.node = node;
		this.index = index;
	}

	@Override
	@Nullable Range range(PersonFacts person, @Nullable FactRecord item) {
		return this.node.range(person, null);
	}

	@Override
	Object value(PersonFacts person, @Nullable FactRecord item) {
		Object kept = person.kept(this.index);
		return (kept != null) ? kept : first(person);
	}

	/** What is not kept yet is, with how long it stays as it is. */
	private Object first(PersonFacts person) {
		Lasting lasting = person.lasting();
		long before = lasting.begin();
		try {
			Object first = this.node.value(person, null);
			person.keep(this.index, first, lasting.until());
			return first;
		}
		finally {
			lasting.until(before);
		}
	}

}
