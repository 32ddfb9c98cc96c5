package org.huiling.audit;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * The last event that this process is sure was committed. It tells when somebody puts
 * back an older state of the whole trail, which fits in itself.
 */
@Component
class WrittenSoFar {

	private final AtomicLong last = new AtomicLong();

	long last() {
		return this.last.get();
	}

	void committed(long id) {
		this.last.accumulateAndGet(id, Math::max);
	}

}
