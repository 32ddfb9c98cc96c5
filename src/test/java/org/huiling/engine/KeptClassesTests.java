package org.huiling.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiled classes are kept by digest, and never trusted more than the files. */
class KeptClassesTests {

	private static final class Memory implements ClassStore {

		private final Map<String, byte[]> kept = new HashMap<>();

		private final List<String> keys = new ArrayList<>();

		@Override
		public byte @Nullable [] find(String key) {
			return this.kept.get(key);
		}

		@Override
		public void keep(String key, byte[] classes) {
			this.keys.add(key);
			this.kept.put(key, classes);
		}

	}

	private static TinyPolicy paying(String amount) {
		return TinyPolicy.monthly()
			.parameter("amount", amount, "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);");
	}

	private static Verdict ask(TinyPolicy policy, Memory memory) {
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION, List.of(policy.compile(memory)));
		return shelf.ask("old-age-allowance", "2013-07", People.born("1930-01-01"));
	}

	@Test
	void whatWasCompiledIsKeptOnceAndAnswersTheSame() {
		Memory memory = new Memory();
		ask(paying("10.00"), memory).pays("10.00").by("甲");
		ask(paying("10.00"), memory).pays("10.00").by("甲");
		assertThat(memory.keys).hasSize(1);
	}

	@Test
	void anyChangeOfTheFilesCompilesAnew() {
		Memory memory = new Memory();
		ask(paying("10.00"), memory).pays("10.00");
		ask(paying("10.01"), memory).pays("10.01");
		assertThat(memory.keys).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void theKeySaysWithWhatItWasCompiled() {
		Memory memory = new Memory();
		ask(paying("10.00"), memory);
		assertThat(memory.keys.get(0)).contains("drools 10.", "java " + Runtime.version().feature(), "guard ");
	}

	@Test
	void damagedBytesAreCompiledAnew() {
		Memory memory = new Memory();
		ask(paying("10.00"), memory);
		memory.kept.replaceAll((key, bytes) -> new byte[] { 1, 2, 3 });
		ask(paying("10.00"), memory).pays("10.00");
		memory.kept.replaceAll((key, bytes) -> java.util.Arrays.copyOf(bytes, bytes.length / 2));
		ask(paying("10.00"), memory).pays("10.00");
		memory.kept.replaceAll((key, bytes) -> new byte[0]);
		ask(paying("10.00"), memory).pays("10.00");
		assertThat(memory.keys).hasSize(4);
	}

	@Test
	void theClassesOfAnotherVersionDoNotAnswerForThisOne() {
		Memory memory = new Memory();
		ask(paying("10.00"), memory);
		byte[] other = memory.kept.values().iterator().next();
		Memory swapped = new Memory();
		ask(paying("20.00"), swapped);
		swapped.kept.replaceAll((key, bytes) -> other);
		ask(paying("20.00"), swapped).pays("20.00");
	}

}
