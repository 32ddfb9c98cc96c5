package org.huiling.task;

import java.util.concurrent.atomic.AtomicInteger;

/** Serial numbers for made-up ids that no other test of the module has. */
final class MadeUpNumbers {

	private static final AtomicInteger LAST = new AtomicInteger(500);

	private MadeUpNumbers() {
	}

	static int next() {
		return LAST.incrementAndGet();
	}

}
