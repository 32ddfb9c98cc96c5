package org.huiling;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much of a long random test is run, and from which seed. {@code huiling.test.scale}
 * is a share of the full size; {@code huiling.test.seed} repeats a run. Without it every
 * day has its own seed, printed once, so that small samples add up over the days.
 */
public final class Samples {

	private static final double SCALE = Double.parseDouble(System.getProperty("huiling.test.scale", "1"));

	private static final long SEED = seedOfTheRun();

	private Samples() {
	}

	/**
	 * The size of a sample.
	 * @param full how many there are at full scale
	 * @param least how many there are at any scale
	 * @return at least one
	 */
	public static int of(int full, int least) {
		return (int) Math.max(Math.max(1, least), full * SCALE);
	}

	/**
	 * The size of a sample.
	 * @param full how many there are at full scale
	 * @return at least one
	 */
	public static int of(int full) {
		return of(full, 1);
	}

	/**
	 * The seed of this run, for a test that mixes in a constant of its own if it has
	 * several.
	 * @return the same all over one run
	 */
	public static long seed() {
		return SEED;
	}

	private static long seedOfTheRun() {
		String given = System.getProperty("huiling.test.seed", "");
		long seed = given.isBlank() ? LocalDate.now(ZoneOffset.UTC).toEpochDay() : Long.parseLong(given.trim());
		System.out.println("Random tests: scale " + SCALE + ", repeat with -Dhuiling.test.seed=" + seed);
		return seed;
	}

}
