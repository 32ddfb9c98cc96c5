package org.huiling.engine.drools;

import java.util.BitSet;

/**
 * Numbers that tell builds under way at the same time apart. Drools makes class names of
 * them, and class loaders remember names: a number is used again when its build is over.
 */
final class Slots {

	private static final BitSet TAKEN = new BitSet();

	private Slots() {
	}

	/** The least number that nobody has. */
	static int take() {
		synchronized (TAKEN) {
			int least = TAKEN.nextClearBit(1);
			TAKEN.set(least);
			return least;
		}
	}

	static void free(int slot) {
		synchronized (TAKEN) {
			TAKEN.clear(slot);
		}
	}

}
