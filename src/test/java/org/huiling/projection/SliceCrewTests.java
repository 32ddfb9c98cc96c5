package org.huiling.projection;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who works on slices side by side says so if one of them was not done. */
class SliceCrewTests {

	@Test
	void doesEachOnce() {
		AtomicInteger next = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		assertThat(new SliceCrew(() -> true, () -> {
			if (next.getAndIncrement() >= 1000) {
				return false;
			}
			done.incrementAndGet();
			return true;
		}).work()).isTrue();
		assertThat(done).hasValue(1000);
	}

	@Test
	void whatEndsAThreadIsThrown() {
		AtomicInteger next = new AtomicInteger();
		SliceCrew crew = new SliceCrew(() -> true, () -> {
			if (next.getAndIncrement() == 500) {
				throw new StackOverflowError("a slice too deep");
			}
			return next.get() < 1000;
		});
		assertThatThrownBy(crew::work).isInstanceOf(StackOverflowError.class).hasMessage("a slice too deep");
	}

	@Test
	void whoeverMayNotGoOnLeavesTheRest() {
		assertThat(new SliceCrew(() -> false, () -> true).work()).isFalse();
	}

}
