package org.huiling.engine.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.Example.Expected;
import org.huiling.engine.finder.Finder;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setup;

/**
 * Applicants at and beside the bounds of a version's conditions, made as the search for
 * flaws makes them, as examples that expect nothing.
 */
public final class BoundaryPeople {

	private static final Duration BUDGET = Duration.ofSeconds(3);

	private static final Expected ANYTHING = new Expected(null, null, null, null, null, null);

	private BoundaryPeople() {
	}

	/**
	 * Makes them.
	 * @param policy the version whose conditions count
	 * @param when whose first period they are asked for
	 * @param jurisdiction whose region prefix counts
	 * @return each once, named by the rule they stand beside
	 */
	public static List<Example> of(CompiledPolicy policy, PolicyHeader when, Jurisdiction jurisdiction) {
		Setup setup = Setup.of(policy.program().cycle(), jurisdiction.regionPrefix(), when, policy.rules().vocabulary())
			.reading(policy.header().factDay());
		VersionTrial trial = new VersionTrial(new SingleVersionBook(jurisdiction, policy), policy.rules().plan());
		List<Example> people = new ArrayList<>();
		List<Setup> times = setup.times(policy.rules().days());
		for (Setup time : times) {
			new Finder(policy.rules().on(time.valued()).shapes(), time, policy.header().wins(), trial,
					BUDGET.dividedBy(times.size()))
				.people()
				.forEach((sample, rule) -> people
					.add(example(policy.rules().rules().get(rule).name().zh(), sample, policy.program())));
		}
		return people;
	}

	private static Map<String, Example.Award> stated(Sample sample) {
		Map<String, Example.Award> awards = new LinkedHashMap<>();
		sample.otherAwards().forEach((program, yuan) -> awards.put(program, new Example.Award(yuan, Set.of(), null)));
		return awards;
	}

	private static Example example(String rule, Sample sample, Program program) {
		String name = "“" + rule + "”的界上";
		if (!Program.STACKING.equals(program.id())) {
			return new Example(name, 0, sample.asked(), sample.claim(), sample.applicant(), stated(sample), ANYTHING);
		}
		Map<String, Example.Award> awards = new LinkedHashMap<>();
		for (String award : sample.awards()) {
			awards.put(award, new Example.Award(BigDecimal.valueOf(awards.size() + 1L), Set.of(), null));
		}
		return new Example(name, 0, sample.asked(), null, null, awards, ANYTHING);
	}

}
