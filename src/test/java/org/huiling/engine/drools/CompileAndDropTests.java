package org.huiling.engine.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drools.compiler.kie.builder.impl.KieRepositoryImpl;
import org.huiling.Samples;
import org.huiling.engine.Bilingual;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.drools.build.DroolsBuild;
import org.huiling.engine.files.PolicyFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that runs for years compiles, loads and drops thousands of versions. */
class CompileAndDropTests {

	private static final int CYCLES = Samples.of(1_000);

	private static final int WARM = 100;

	private static final Program PROGRAM = new Program("allowance", new Bilingual("津贴", "Allowance"), Cycle.MONTH,
			"CNY", 10, PaidTo.PERSON);

	private static final String RULE = """
			rule "津贴"
			    @en("Allowance")
			    @basis("第一条")
			when
			    Applicant( alive == true )
			then
			    benefit.pay(P.amount);
			end
			""";

	private record Footprint(long heap, long metaspace, int classes, int threads) {

		static Footprint now() throws InterruptedException {
			for (int i = 0; i < 3; i++) {
				System.gc();
				Thread.sleep(50);
			}
			long metaspace = ManagementFactory.getMemoryPoolMXBeans()
				.stream()
				.filter((pool) -> pool.getName().equals("Metaspace"))
				.map(MemoryPoolMXBean::getUsage)
				.mapToLong((usage) -> usage.getUsed())
				.sum();
			return new Footprint(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace,
					ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
					ManagementFactory.getThreadMXBean().getThreadCount());
		}

	}

	private static final class Memory implements ClassStore {

		private final Map<String, byte[]> kept = new HashMap<>();

		@Override
		public byte @Nullable [] find(String key) {
			return this.kept.get(key);
		}

		@Override
		public void keep(String key, byte[] classes) {
			this.kept.put(key, classes);
		}

	}

	private static CompiledPolicy compile(int fen, ClassStore kept) {
		String yaml = """
				title: {zh: 津贴, en: Allowance}
				basis: 试例办法
				effectiveFrom: 2013-01-01
				parameters:
				  amount: {value: %d.%02d, unit: CNY, basis: 第一条}
				""".formatted(1 + fen / 100, fen % 100);
		Map<String, byte[]> files = Map.of("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), "rules.drl",
				RULE.getBytes(StandardCharsets.UTF_8));
		return new PolicyCompiler().compile(new PolicyFiles("small", "allowance", "2013-01-01", files), PROGRAM, kept);
	}

	/** How many modules Drools' repository still holds of ours. */
	private static long modules() throws Exception {
		Field field = KieRepositoryImpl.class.getDeclaredField("kieModuleRepo");
		field.setAccessible(true);
		KieRepositoryImpl.KieModuleRepo held = (KieRepositoryImpl.KieModuleRepo) field
			.get(KieServices.get().getRepository());
		return held.kieModules.entrySet()
			.stream()
			.filter((one) -> one.getKey().startsWith("org.huiling.policy"))
			.mapToLong((one) -> one.getValue().size())
			.sum() + held.oldKieModules.size();
	}

	@Test
	void aThousandVersionsLeaveNothingBehind() throws Exception {
		int warm = Math.min(WARM, CYCLES / 2);
		Footprint before = null;
		for (int i = 0; i < CYCLES; i++) {
			if (i == warm) {
				before = Footprint.now();
			}
			compile(i, ClassStore.NONE);
		}
		Footprint after = Footprint.now();
		System.out.println("after " + warm + " " + before + ", after " + CYCLES + " " + after);
		assertThat(before).isNotNull();
		assertThat(after.classes()).isLessThanOrEqualTo(before.classes() + 30);
		assertThat(after.metaspace()).isLessThanOrEqualTo(before.metaspace() + (6L << 20));
		assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
		// Versions share their class names, so that loaders have nothing new to remember:
		// some 300 bytes a compilation are left.
		assertThat(after.heap() - before.heap()).isLessThan((1L << 20) + 1_000L * (CYCLES - warm));
		assertThat(modules()).isZero();
	}

	@Test
	void aRestartWithSixtyVersionsCompilesNothing() {
		Memory memory = new Memory();
		for (int i = 0; i < 60; i++) {
			compile(i, memory);
		}
		assertThat(memory.kept).hasSize(60);
		long builds = DroolsBuild.builds();
		for (int i = 0; i < 60; i++) {
			assertThat(compile(i, memory).digest()).isIn(List.of(compile(i, memory).digest()));
		}
		assertThat(DroolsBuild.builds()).isEqualTo(builds);
	}

}
