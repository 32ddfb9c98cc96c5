package org.huiling.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.TestFacts;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.finder.Finder;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setup;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.words.PersonFacts;

/** Two rules of a large version as if they were a version of their own. */
final class TwoRules implements Trial {

	private static final LocalDate IN_FORCE = LocalDate.of(2013, 1, 1);

	/** Of that day: what came later is unknown to the version. */
	private static final RuleVocabulary VOCABULARY = RuleVocabulary
		.of(new FactReading(TestFacts.DICTIONARY.before(IN_FORCE)));

	private static final Setup SETUP = new Setup(Cycle.MONTH, TinyPolicy.JURISDICTION.regionPrefix(), IN_FORCE, null,
			VOCABULARY, List.of(), List.of());

	private final CompiledPolicy policy;

	private final int first;

	TwoRules(CompiledPolicy policy, int first) {
		this.policy = policy;
		this.first = first;
	}

	List<Finding> findings() {
		List<RuleShape> shapes = new ArrayList<>();
		for (RuleShape shape : shapes()) {
			RuleText rule = shape.rule();
			shapes.add(new RuleShape(
					new RuleText(rule.place(), shapes.size(), rule.name(), rule.basis(), rule.consequence()),
					shape.branches()));
		}
		return new Finder(shapes, SETUP, PolicyHeader.Wins.NONE, this, Duration.ofMinutes(5)).find();
	}

	/** The two as compiled. */
	List<RuleShape> shapes() {
		return this.policy.rules().shapes().subList(this.first, this.first + 2);
	}

	@Override
	public FactSet facts(Sample sample) {
		return new FactSet(new PersonFacts(VOCABULARY.declared(), sample.applicant(),
				TinyPolicy.JURISDICTION.regionPrefix(), sample.period(), null), null, null, null);
	}

	@Override
	public Set<String> reads(Sample sample) {
		return Set.of();
	}

	@Override
	public org.huiling.engine.finder.sample.Verdict verdict(Sample sample) {
		FactSet facts = facts(sample);
		Map<Integer, BigDecimal> grants = new HashMap<>();
		for (int i = 0; i < 2; i++) {
			RuleText rule = this.policy.rules().rules().get(this.first + i);
			try {
				if (this.policy.rules().explain(rule, facts).truth() == Truth.HOLDS) {
					grants.put(i, BigDecimal.valueOf(50));
				}
			}
			catch (RuleFault noEntry) {
				return new org.huiling.engine.finder.sample.Verdict(Map.of(), null, List.of(), i, null, null);
			}
		}
		Integer winner = (grants.size() == 1) ? grants.keySet().iterator().next() : null;
		return new org.huiling.engine.finder.sample.Verdict(grants, winner,
				(grants.size() == 2) ? List.of(0, 1) : List.of(), null, null,
				BigDecimal.valueOf((winner != null) ? 50 : 0));
	}

	@Override
	public boolean confirms(Sample sample, org.huiling.engine.finder.sample.Verdict verdict) {
		return true;
	}

}
