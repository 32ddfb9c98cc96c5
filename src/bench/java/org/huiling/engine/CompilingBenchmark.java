package org.huiling.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.huiling.bench.Row;
import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.FlawSearch;
import org.huiling.engine.drools.PlainBuild;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.source.yaml.Problems;

/**
 * How long policy staff wait: a version compiled, guarded and run through its examples,
 * and the search for flaws.
 */
public final class CompilingBenchmark {

	private static final int ROUNDS = 15;

	private CompilingBenchmark() {
	}

	/**
	 * Measures.
	 * @return the rows
	 * @throws Exception if something does not compile
	 */
	public static List<Row> run() throws Exception {
		PolicyFiles ten = FortyRules.files(10);
		double floor = seconds(() -> PlainBuild.of(ten));
		double compiled = seconds(() -> examples(ten));
		PolicyFiles twenty = FortyRules.files(20);
		CompiledPolicy policy = new PolicyCompiler().compile(twenty, FortyRules.PROGRAM, ClassStore.NONE);
		VersionDirectory directory = new VersionDirectory(TinyPolicy.JURISDICTION, FortyRules.PROGRAM, twenty);
		double found = seconds(() -> new FlawSearch(policy, directory, ComparedEvaluator.of(policy.rules()), new Problems()).findings());
		return List.of(
				Row.of("a version of 10 rules compiled, guarded and its examples run, warm, against Drools' buildAll",
						compiled, "s", floor),
				Row.of("the finder over a version of 20 rules (the goal is 10 s)", found, "s", null));
	}

	private static int examples(PolicyFiles files) {
		CompiledPolicy policy = new PolicyCompiler().compile(files, FortyRules.PROGRAM, ClassStore.NONE);
		List<Example.Result> results = WorkedExamples.run(new PolicyCompiler(), policy, files,
				OtherPrograms.none(TinyPolicy.JURISDICTION));
		if (results.size() != 10 || !results.stream().allMatch(Example.Result::passed)) {
			throw new IllegalStateException("an example came out otherwise");
		}
		return results.size();
	}

	/** The median of the second half: the first warms up. */
	private static double seconds(Callable<?> work) throws Exception {
		double[] seconds = new double[2 * ROUNDS];
		for (int round = 0; round < seconds.length; round++) {
			long from = System.nanoTime();
			work.call();
			seconds[round] = (System.nanoTime() - from) / 1e9;
		}
		return Stream.iterate(ROUNDS, (i) -> i + 1)
			.limit(ROUNDS)
			.map((i) -> seconds[i])
			.sorted()
			.skip(ROUNDS / 2)
			.findFirst()
			.orElseThrow();
	}

}
