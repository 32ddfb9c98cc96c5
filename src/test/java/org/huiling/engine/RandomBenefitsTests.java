package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.huiling.Samples;
import org.huiling.engine.oracle.DrawnProgram;
import org.huiling.engine.oracle.Parameters;
import org.huiling.engine.oracle.Trial;
import org.huiling.engine.problem.PolicyDefects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs drawn at random over everything that decides money, held against an evaluator
 * written from the manual alone: outcome and amount to the fen, no definite answer that
 * what is told later contradicts, and steps of which each is right.
 */
class RandomBenefitsTests {

	private static final int PROGRAMS_OF_A_WORLD = 20;

	private static final int PEOPLE = 24;

	private static final int MOST_WORLDS = 40;

	/** What each run has to have asked for. */
	private static final List<String> WORDS = List.of("plus", "minus", "sharedBy", "above", "atMost", "atLeast",
			"steps", "startedSteps", "floorTo", "ceilTo", "rounded", "min", "max", "+", "-", "*", "whole", "segments",
			"table by code", "table by number", "bands by MONEY", "bands by NUMBER", "bands by DATE", "when", "none",
			"sameMonth", "sameQuarter", "sameYear", "decline", "ceiling", "reimburse", "waive", "FIRST_DAY", "LAST_DAY",
			"APPLICATION_DAY", "EVENT_DAY");

	@Test
	void theEngineSaysWhatTheManualSays() {
		int worlds = Samples.of(2_400, 20) / PROGRAMS_OF_A_WORLD;
		BenefitCounts counts = new BenefitCounts();
		// a small sample may lack a word: it goes on until it has each
		for (int i = 0; i < worlds || (i < MOST_WORLDS && !counts.words().containsAll(WORDS)); i++) {
			world(Samples.seed() * 10_000 + i, counts);
		}
		System.out.println(counts);
		assertThat(counts.wrong()).as(counts.toString()).isEmpty();
		assertThat(counts.of(BenefitCounts.ASKED_FOR_NOTHING) * 33).as(counts.toString())
			.isLessThanOrEqualTo(counts.of("answers NEEDS_INFORMATION"));
		assertThat(counts.words()).containsAll(WORDS);
	}

	private static void world(long seed, BenefitCounts counts) {
		Trial trial = new Trial(seed);
		counts.add(trial.words());
		MoreFacts facts;
		try {
			facts = MoreFacts.of(trial.facts());
			facts.dictionary();
		}
		catch (PolicyDefects | NullPointerException refused) {
			counts.wrong("facts", "world " + seed + ": " + refused.getMessage() + "\n" + trial.facts());
			return;
		}
		PolicyCompiler compiler = facts.compiler();
		for (int i = 0; i < PROGRAMS_OF_A_WORLD; i++) {
			DrawnProgram program = trial.program();
			List<Trial.Case> people = trial.people(program, PEOPLE);
			String where = "world " + seed + ", program " + i + ": " + program;
			try {
				CompiledPolicy policy = written(program).compile(compiler);
				AskedBenefits asked = new AskedBenefits(program, policy, facts, counts);
				counts.program(program);
				people.forEach((one) -> asked.ask(one, where));
			}
			catch (PolicyDefects refused) {
				counts.wrong("refused", where + "\n" + refused.problems());
			}
		}
	}

	private static TinyPolicy written(DrawnProgram program) {
		TinyPolicy policy = program.isByClaim() ? TinyPolicy.claims() : TinyPolicy.monthly();
		program.header().forEach(policy::header);
		program.parameters().forEach((one) -> {
			if (one.isShared()) {
				policy.shared(one.name(), one.value());
			}
			else if (one.rows().isEmpty()) {
				policy.parameter(one.name(), one.value(), one.unit());
			}
			else {
				policy.bands(one.name(), one.unit());
				policy.file(one.name() + ".bands.csv", one.rows().getBytes(StandardCharsets.UTF_8));
			}
		});
		policy.standards(program.parameters()
			.stream()
			.filter(Parameters.Written::isShared)
			.map(Parameters.Written::rows)
			.collect(Collectors.joining("",
					"unused: {title: {zh: 标准, en: Standard}, basis: 通知, value: {2013-01-01: 1.00}}\n", "")));
		program.rules().forEach((rule) -> policy.rule(rule.name(), rule.when(), rule.then()));
		return policy;
	}

}
