package org.huiling.agenda;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.stereotype.Component;

/** The ages that policies in force have among their parameters. */
@Component
class AgesThatMatter {

	private static final String YEARS = "years";

	private final PolicyCatalogue policies;

	private final Clock clock;

	AgesThatMatter(PolicyCatalogue policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The ages at which something may change.
	 * @param jurisdiction whose policies
	 * @param month in force in this month
	 * @return the programs about people that know an age, by the age
	 */
	Map<Integer, Set<String>> in(String jurisdiction, YearMonth month) {
		Map<Integer, Set<String>> ages = new TreeMap<>();
		PolicyBook book = this.policies.book(jurisdiction, this.clock.instant());
		for (Program program : book.of(Subject.PERSON).programs()) {
			CompiledPolicy policy = book.inForce(program.id(), month.atDay(1));
			if (policy != null) {
				Map<String, Object> values = policy.on(policy.header().factDay().within(Period.of(month))).parameters();
				policy.header().parameters().forEach((parameter) -> {
					if (YEARS.equals(parameter.unit()) && values.get(parameter.name()) instanceof Number number) {
						ages.computeIfAbsent(new BigDecimal(number.toString()).intValue(), (age) -> new TreeSet<>())
							.add(program.id());
					}
				});
			}
		}
		return ages;
	}

}
