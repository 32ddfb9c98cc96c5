package org.huiling.facts.expression;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of the expression language. */
public final class Words {

	/** Words that are signs and name nothing. */
	static final Set<String> SIGNS = Set.of("and", "or", "not", "in", "true", "false");

	/** Days of the period that is asked about, and the one on which records are read. */
	static final Set<String> DAYS = Set.of("firstDay", "lastDay", "dayBefore", "claimDay", "factDay");

	/** Functions that look at the period or the jurisdiction that is asked about. */
	static final Set<String> OF_A_PERIOD = Set.of("begun", "held", "holds", "within");

	/** Functions that come to one of the values in their brackets. */
	static final Set<String> CHOOSING = Set.of("min", "max", "when");

	/** Every function. */
	static final List<String> FUNCTIONS = List.of("whole", "min", "max", "when", "none", "fullYears", "fullMonths",
			"days", "begun", "held", "within", "startsWith", "holds", "count", "sum", "any", "one", "overlap",
			"sameMonth", "sameQuarter", "sameYear");

	/** What is said of an amount or a day. */
	static final List<String> SAID = List.of("plus", "minus", "times", "sharedBy", "above", "atMost", "atLeast",
			"steps", "startedSteps", "floorTo", "ceilTo", "rounded", "plusMonths");

	/** What is said of an amount with a size in brackets that is written out. */
	static final Set<String> BY_SIZE = Set.of("steps", "startedSteps", "floorTo", "ceilTo");

	/** What comes to a number of steps. */
	static final Set<String> COUNTING = Set.of("steps", "startedSteps");

	/** What is said of an amount with nothing in brackets. */
	static final String ROUNDED = "rounded";

	private static final Set<String> RESERVED = all(SIGNS, SAID);

	private static final Set<String> FIRST = all(DAYS, FUNCTIONS);

	private Words() {
	}

	private static Set<String> all(Collection<String> some, Collection<String> others) {
		Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		all.addAll(some);
		all.addAll(others);
		return all;
	}

	/**
	 * Whether a word is a sign, or is said of values: no step of a fact's path.
	 * @param word in any capitals
	 * @return true if it is
	 */
	public static boolean isReserved(String word) {
		return RESERVED.contains(word);
	}

	/**
	 * Whether a word is a day or a function: no first step of a fact's path.
	 * @param word in any capitals
	 * @return true if it is
	 */
	public static boolean isFirst(String word) {
		return FIRST.contains(word);
	}

}
