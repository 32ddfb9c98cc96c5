package org.huiling.engine.oracle;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is left to chance, the same for the same seed. */
final class Chance {

	private final Random random;

	Chance(long seed) {
		this.random = new Random(new SplittableRandom(seed).nextLong());
	}

	/** From zero up to but without a number. */
	int below(int bound) {
		return this.random.nextInt(bound);
	}

	boolean oneIn(int many) {
		return this.random.nextInt(many) == 0;
	}

	<T> T any(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	@SafeVarargs
	final <T> T of(T... all) {
		return all[this.random.nextInt(all.length)];
	}

}
