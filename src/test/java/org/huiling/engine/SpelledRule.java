package org.huiling.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Conditions as an author could spell them, and what they mean, worked out apart from the
 * engine.
 *
 * @param text as written
 * @param holds for whom
 * @param facts what they hang on
 * @param conditions how many conditions are in it
 */
record SpelledRule(String text, Predicate<GridPerson> holds, Set<GridFact> facts, int conditions) {

	SpelledRule and(SpelledRule other, String separator) {
		return with(this.text + separator + other.text(), this.holds.and(other.holds()), other);
	}

	SpelledRule or(SpelledRule other) {
		return with("( " + this.text + " or " + other.text() + " )", this.holds.or(other.holds()), other);
	}

	private SpelledRule with(String both, Predicate<GridPerson> meaning, SpelledRule other) {
		Set<GridFact> all = EnumSet.copyOf(this.facts);
		all.addAll(other.facts());
		return new SpelledRule(both, meaning, all, this.conditions + other.conditions());
	}

	SpelledRule not() {
		return new SpelledRule("not " + this.text, this.holds.negate(), this.facts, this.conditions);
	}

	SpelledRule written(String otherwise) {
		return new SpelledRule(otherwise, this.holds, this.facts, this.conditions);
	}

}
