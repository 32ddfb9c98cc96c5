package org.huiling.engine.oracle;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What somebody gets: what is said for certain, or that it is open, or why it cannot be
 * worked out.
 *
 * @param kind what is said
 * @param amount in yuan with two decimals, null if there is none to say
 */
public record Answer(Kind kind, @Nullable BigDecimal amount) {

	/** A rule cannot be worked out. */
	public static final Answer FAULT = new Answer(Kind.FAULT, null);

	/** Two rules hold and nothing says which wins. */
	public static final Answer CONFLICT = new Answer(Kind.CONFLICT, null);

	/** Something that is not known may matter. */
	public static final Answer OPEN = new Answer(Kind.OPEN, null);

	/** Nothing is granted. */
	public static final Answer NOTHING = new Answer(Kind.REFUSED, new BigDecimal("0.00"));

	/** What is said. */
	public enum Kind {

		/** Granted. */
		GRANTED,

		/** Refused. */
		REFUSED,

		/** Open. */
		OPEN,

		/** Not to be worked out. */
		FAULT,

		/** Contradicting rules. */
		CONFLICT

	}

	/** What an amount comes to: less than a fen is nothing. */
	public static Answer of(BigDecimal amount) {
		return (amount.signum() > 0) ? new Answer(Kind.GRANTED, amount) : NOTHING;
	}

	/** Whether it says what somebody gets. */
	public boolean isDefinite() {
		return this.kind == Kind.GRANTED || this.kind == Kind.REFUSED;
	}

}
