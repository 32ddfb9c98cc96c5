package org.huiling.engine.oracle;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An expression: how it is written and what it means. A value is a {@link Fraction} (an
 * amount or a share), a {@code BigInteger}, a {@code LocalDate}, a {@code Boolean}, a
 * code as text, or {@link Gone}.
 *
 * @param kind of its value
 * @param unit of a number, else empty
 * @param text as it is written
 * @param reads the facts it hangs on, and {@code day} where it hangs on the day
 * @param meaning its value for somebody
 */
record Formula(Kind kind, String unit, String text, Set<String> reads, Function<Situation, Object> meaning) {

	/** What is not a fact of the person. */
	static final String DAY = "day";

	/** What a value is. */
	enum Kind {

		/** Yuan. */
		MONEY,

		/** A whole number. */
		NUMBER,

		/** A share of one. */
		SHARE,

		/** A day. */
		DATE,

		/** One of a few. */
		CODE,

		/** Yes or no. */
		TRUTH,

		/** Several codes, or segments: nothing that is calculated with. */
		OTHER

	}

	Object of(Situation situation) {
		Object value = this.meaning.apply(situation);
		if (value == Gone.FAULT) {
			situation.met().add(Gone.FAULT);
		}
		return value;
	}

	/** The same, otherwise written. */
	Formula written(String otherwise) {
		return new Formula(this.kind, this.unit, otherwise, this.reads, this.meaning);
	}

	/** The same with a truth where the value is not there. */
	Formula thatOfAbsence(boolean truth) {
		return new Formula(this.kind, this.unit, this.text, this.reads, (situation) -> {
			Object value = this.meaning.apply(situation);
			return (value == Gone.ABSENT) ? (Object) truth : value;
		});
	}

	/** The same, of another unit. */
	Formula in(String otherUnit) {
		return new Formula(this.kind, otherUnit, this.text, this.reads, this.meaning);
	}

	/** A fact of the person or of the item of a list. */
	static Formula fact(Field field) {
		return new Formula(field.kind(), field.unit(), field.path(), Set.of(field.path()),
				(situation) -> situation.fact(field));
	}

	static Set<String> all(Collection<Formula> parts) {
		Set<String> reads = new TreeSet<>();
		parts.forEach((part) -> reads.addAll(part.reads()));
		return reads;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
