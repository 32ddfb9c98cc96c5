package org.huiling.storage.embedded;

import java.time.Duration;

/**
 * How a server that ended by itself is started again.
 *
 * @param pause how much longer is waited before each try than before the one that failed
 * @param lost told when all tries have failed
 */
public record Restarts(Duration pause, Runnable lost) {

	private static final int TRIES = 8;

	/** Eight tries within half a minute. */
	public static Restarts orElse(Runnable lost) {
		return new Restarts(Duration.ofSeconds(1), lost);
	}

	int tries() {
		return TRIES;
	}

	Duration before(int tried) {
		return this.pause.multipliedBy(tried - 1L);
	}

}
