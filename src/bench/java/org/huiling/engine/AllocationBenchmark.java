package org.huiling.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.huiling.bench.Row;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How many bytes one evaluation of forty rules allocates, in every way there is. */
@State(Scope.Thread)
public class AllocationBenchmark {

	/** The way to evaluate. */
	@Param(FortyRulesBenchmark.HAND_WRITTEN)
	public String way = FortyRulesBenchmark.HAND_WRITTEN;

	private Function<PlainPerson, @Nullable Money> evaluation = FortyRules::handWritten;

	private List<PlainPerson> people = List.of();

	private int at;

	/** Compiles the rules. */
	@Setup
	public void prepare() {
		Map<String, Function<PlainPerson, @Nullable Money>> ways = FortyRulesBenchmark.ways();
		this.evaluation = Objects.requireNonNull(ways.get(this.way));
		this.people = FortyRulesBenchmark.people();
	}

	/**
	 * Evaluates one applicant.
	 * @return what is paid
	 */
	@Benchmark
	public @Nullable Money evaluate() {
		this.at = (this.at + 1 < this.people.size()) ? this.at + 1 : 0;
		return this.evaluation.apply(this.people.get(this.at));
	}

	/**
	 * Measures.
	 * @return the rows
	 * @throws RunnerException if JMH cannot run it
	 */
	public static List<Row> run() throws RunnerException {
		String[] ways = FortyRulesBenchmark.ways().keySet().toArray(String[]::new);
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(AllocationBenchmark.class.getName())
			.param("way", ways)
			.addProfiler(GCProfiler.class)
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.seconds(1))
			.build()).run();
		List<Row> rows = new ArrayList<>();
		for (RunResult result : results) {
			Result<?> bytes = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
			rows.add(Row.of("40 rules, allocated by " + result.getParams().getParam("way"), bytes.getScore(),
					"bytes/evaluation", null));
		}
		return rows;
	}

}
