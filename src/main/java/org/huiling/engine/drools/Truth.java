package org.huiling.engine.drools;

/** Three values: unknown is not false. */
public enum Truth {

	HOLDS, FAILS, UNKNOWN;

	Truth and(Truth other) {
		if (this == FAILS || other == FAILS) {
			return FAILS;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : HOLDS;
	}

	Truth or(Truth other) {
		return not().and(other.not()).not();
	}

	Truth not() {
		return switch (this) {
			case HOLDS -> FAILS;
			case FAILS -> HOLDS;
			case UNKNOWN -> UNKNOWN;
		};
	}

}
