package org.huiling.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.oracle.DrawnProgram;

/** What was asked and what disagrees, over all random programs. */
final class BenefitCounts {

	/** Where what is known settles the answer, by the manual. */
	static final String ASKED_FOR_NOTHING = "asked for nothing";

	private static final int TOLD = 12;

	private final Map<String, Integer> counts = new TreeMap<>();

	private final Set<String> words = new TreeSet<>();

	private final List<String> wrong = new ArrayList<>();

	synchronized void count(String what) {
		this.counts.merge(what, 1, Integer::sum);
	}

	synchronized void add(Collection<String> words) {
		this.words.addAll(words);
	}

	synchronized int of(String what) {
		return this.counts.getOrDefault(what, 0);
	}

	void program(DrawnProgram program) {
		count("programs");
		count("programs " + (program.isByClaim() ? "by claim " : "") + program.wins());
		add(program.words());
	}

	synchronized void wrong(String what, String how) {
		count("WRONG " + what);
		if (this.wrong.size() < TOLD) {
			this.wrong.add(what + ": " + how);
		}
	}

	List<String> wrong() {
		return this.wrong;
	}

	Set<String> words() {
		return this.words;
	}

	@Override
	public String toString() {
		return "random benefits: " + this.counts;
	}

}
