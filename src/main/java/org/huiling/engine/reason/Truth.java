package org.huiling.engine.reason;

/** Three values: unknown is not false. */
public enum Truth {

	HOLDS, FAILS, UNKNOWN;

	/**
	 * Both.
	 * @param other the other
	 * @return fails if one fails, else unknown if one is
	 */
	public Truth and(Truth other) {
		if (this == FAILS || other == FAILS) {
			return FAILS;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : HOLDS;
	}

	/**
	 * Either.
	 * @param other the other
	 * @return holds if one holds, else unknown if one is
	 */
	public Truth or(Truth other) {
		return not().and(other.not()).not();
	}

	/**
	 * The opposite.
	 * @return unknown stays unknown
	 */
	public Truth not() {
		return switch (this) {
			case HOLDS -> FAILS;
			case FAILS -> HOLDS;
			case UNKNOWN -> UNKNOWN;
		};
	}

}
