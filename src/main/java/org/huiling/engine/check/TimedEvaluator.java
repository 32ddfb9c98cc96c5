package org.huiling.engine.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.source.yaml.Problems;

/**
 * Evaluates under a limit of processor time, while a version is checked and before
 * anybody is asked by it. The work of a rule is bounded by what the guard admits; here it
 * is measured.
 */
public final class TimedEvaluator implements Evaluator {

	/** A rule takes microseconds; all of a version, three ways, a few milliseconds. */
	static final Duration MOST = Duration.ofMillis(500);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Evaluator evaluator;

	private final RuleSet rules;

	private final long most;

	public TimedEvaluator(Evaluator evaluator, RuleSet rules, Duration most) {
		this.evaluator = evaluator;
		this.rules = rules;
		this.most = most.toNanos();
	}

	/** A rule that takes too long. */
	public static final class TooSlow extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient RuleText rule;

		TooSlow(RuleText rule) {
			super(rule.name().zh(), null, false, false);
			this.rule = rule;
		}

		public void tell(Problems problems) {
			problems.error(this.rule.place().naming(this.rule.name().zh()), "RULE_TOO_SLOW", "这条规则的计算时间过长",
					"this rule takes too long to work out",
					new Bilingual("拆开很长的条件和结果", "split very long conditions and consequences"));
		}

	}

	/**
	 * Evaluates.
	 * @throws TooSlow if it took too long, naming the rule that took most
	 */
	@Override
	public List<RuleResult> evaluate(FactSet facts) {
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("given up");
		}
		long begin = System.nanoTime();
		List<RuleResult> results = this.evaluator.evaluate(facts);
		if (System.nanoTime() - begin > this.most && processorTime(() -> this.evaluator.evaluate(facts)) > this.most) {
			throw new TooSlow(slowest(facts));
		}
		return results;
	}

	/** The clock on the wall also counts other work of a busy machine. */
	private static long processorTime(Runnable work) {
		long begin = THREADS.getCurrentThreadCpuTime();
		work.run();
		return THREADS.getCurrentThreadCpuTime() - begin;
	}

	private RuleText slowest(FactSet facts) {
		RuleText slowest = this.rules.rules().get(0);
		long longest = -1;
		for (RuleText rule : this.rules.rules()) {
			long time = processorTime(() -> alone(rule, facts));
			if (time > longest) {
				longest = time;
				slowest = rule;
			}
		}
		return slowest;
	}

	private void alone(RuleText rule, FactSet facts) {
		try {
			this.rules.explain(rule, facts);
		}
		catch (RuleFault fault) {
			// what fails was told by the evaluation of them all
			return;
		}
	}

}
