package org.huiling.facts.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of the expression language. */
public final class Words {

	/** Words that are signs and name nothing. */
	static final Set<String> SIGNS = Set.of("and", "or", "not", "in", "true", "false");

	/** Days of the period that is asked about. */
	static final Set<String> DAYS = Set.of("firstDay", "lastDay", "dayBefore", "claimDay");

	/** Functions that look at the period or the jurisdiction that is asked about. */
	static final Set<String> OF_A_PERIOD = Set.of("begun", "held", "holds", "within");

	/** Every function. */
	static final List<String> FUNCTIONS = List.of("whole", "min", "max", "when", "none", "fullYears", "fullMonths",
			"days", "begun", "held", "within", "startsWith", "holds", "count", "sum", "any", "one", "overlap");

	/** What is said of an amount or a day. */
	static final List<String> SAID = List.of("plus", "minus", "times", "sharedBy", "above", "atMost", "atLeast",
			"plusMonths");

	private Words() {
	}

	/**
	 * Words that are no step of a fact's path.
	 * @return signs and what is said of values
	 */
	public static Set<String> reserved() {
		Set<String> reserved = new TreeSet<>(SIGNS);
		reserved.addAll(SAID);
		return reserved;
	}

	/**
	 * Words that are no first step of a fact's path.
	 * @return days and functions
	 */
	public static Set<String> first() {
		Set<String> first = new TreeSet<>(DAYS);
		first.addAll(FUNCTIONS);
		return first;
	}

}
