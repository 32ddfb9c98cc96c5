package org.huiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceMemoryTests {

	@Test
	void putsBackWhateverIsKept() {
		Keeper keeper = new Keeper();
		keeper.remember("before");
		String before = keeper.toString();
		ServiceMemory memory = ServiceMemory.of(List.of(keeper));
		keeper.remember("meanwhile");
		assertThat(keeper.toString()).isNotEqualTo(before);
		memory.restore();
		assertThat(keeper).hasToString(before);
		keeper.forget();
		memory.restore();
		assertThat(keeper).hasToString(before);
	}

	@Test
	void looksThroughWhatIsHeld() {
		Keeper keeper = new Keeper();
		Supplier<Keeper> held = () -> keeper;
		ServiceMemory memory = ServiceMemory.of(List.of(new Holder(Map.of("one", List.of(held)))));
		keeper.remember("meanwhile");
		memory.restore();
		assertThat(keeper).hasToString(new Keeper().toString());
	}

	@Test
	void tellsWhatItDoesNotLookInto() {
		assertThat(ServiceMemory.of(List.of(new Keeper())).notLookedInto()).contains("java.util.concurrent.Semaphore");
	}

	private record Holder(Map<String, List<Supplier<Keeper>>> held) {
	}

	/** Keeps in each way there is. */
	private static final class Keeper {

		private final Map<String, String> map = new TreeMap<>(Map.of("always", "there"));

		private final Map<String, List<String>> nested = new ConcurrentHashMap<>(
				Map.of("always", new ArrayList<>(List.of("there"))));

		private final Map<String, Integer> last = new LinkedHashMap<>() {
			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
				return size() > 2;
			}
		};

		private final Set<String> set = ConcurrentHashMap.newKeySet();

		private final Cache<String, String> cache = Caffeine.newBuilder().maximumSize(9).build();

		private final AtomicReference<String> reference = new AtomicReference<>("first");

		private final AtomicInteger integer = new AtomicInteger(1);

		private final AtomicLong number = new AtomicLong(1);

		private final AtomicBoolean flag = new AtomicBoolean();

		private final LongAdder adder = new LongAdder();

		private final int[] numbers = { 1 };

		private final String[] words = { "first" };

		private final Semaphore semaphore = new Semaphore(1);

		private @Nullable String field;

		private volatile int count;

		private Map<String, String> replaced = new HashMap<>(Map.of("always", "there"));

		void remember(String what) {
			this.map.put(what, what);
			this.nested.values().forEach((each) -> each.add(what));
			this.last.put(what, 1);
			this.set.add(what);
			this.cache.put(what, what);
			this.reference.set(what);
			this.integer.incrementAndGet();
			this.number.incrementAndGet();
			this.flag.set(!this.flag.get());
			this.adder.increment();
			this.numbers[0]++;
			this.words[0] = what;
			this.field = what;
			this.count++;
			this.replaced.put(what, what);
			this.replaced = new HashMap<>(this.replaced);
		}

		void forget() {
			this.map.clear();
			this.nested.clear();
			this.last.clear();
			this.set.clear();
			this.cache.invalidateAll();
			this.reference.set("");
			this.adder.reset();
			this.field = null;
			this.replaced = new HashMap<>();
		}

		@Override
		public String toString() {
			return this.map + " " + this.nested + " " + this.last + " " + this.set + " "
					+ new TreeMap<>(this.cache.asMap()) + " " + this.reference + " " + this.integer + " " + this.number
					+ " " + this.flag + " " + this.adder + " " + this.numbers[0] + " " + this.words[0] + " "
					+ this.semaphore.availablePermits() + " " + this.field + " " + this.count + " "
					+ new TreeMap<>(this.replaced);
		}

	}

}
