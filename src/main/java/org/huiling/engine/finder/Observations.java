package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.finder.sample.Verdict;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of every rule while applicants were tried, with the first who showed it.
 */
final class Observations {

	/** An applicant and how the version answers them. */
	record Observation(Sample sample, Verdict verdict) {
	}

	private final Trial trial;

	private final Map<List<Integer>, Observation> conflicts = new LinkedHashMap<>();

	private final Map<Integer, Observation> faults = new TreeMap<>();

	private final Map<Integer, Observation> held = new TreeMap<>();

	private final Map<Integer, Observation> paying = new TreeMap<>();

	private final Map<Integer, Observation> won = new TreeMap<>();

	private final Map<Integer, Observation> silent = new TreeMap<>();

	private int tried;

	Observations(Trial trial) {
		this.trial = trial;
	}

	Verdict look(Sample sample, int rules) {
		Verdict verdict = this.trial.verdict(sample);
		this.tried++;
		if (!sample.isPossible()) {
			return verdict;
		}
		Observation observation = new Observation(sample, verdict);
		if (!verdict.conflict().isEmpty()) {
			this.conflicts.putIfAbsent(verdict.conflict(), observation);
		}
		if (verdict.fault() != null) {
			this.faults.putIfAbsent(verdict.fault(), observation);
			return verdict;
		}
		verdict.grants().forEach((rule, amount) -> held(rule, amount, observation));
		if (verdict.winner() != null) {
			this.won.putIfAbsent(verdict.winner(), observation);
		}
		if (this.silent.size() < rules) {
			for (int rule = 0; rule < rules; rule++) {
				if (!verdict.holds(rule)) {
					this.silent.putIfAbsent(rule, observation);
				}
			}
		}
		return verdict;
	}

	/** Whether a condition holds of somebody. */
	Truth truth(Clause clause, Sample sample) {
		return clause.truth(this.trial.facts(sample));
	}

	private void held(int rule, @Nullable BigDecimal amount, Observation observation) {
		this.held.putIfAbsent(rule, observation);
		if (amount == null || amount.signum() > 0) {
			this.paying.putIfAbsent(rule, observation);
		}
	}

	int tried() {
		return this.tried;
	}

	/** Rules that grant against each other. */
	Map<List<Integer>, Observation> conflicts() {
		return this.conflicts;
	}

	/** Rules that could not be worked out. */
	Map<Integer, Observation> faults() {
		return this.faults;
	}

	/** Rules whose conditions held. */
	Map<Integer, Observation> held() {
		return this.held;
	}

	/** Rules that would pay something if they were alone. */
	Map<Integer, Observation> paying() {
		return this.paying;
	}

	/** Rules that were paid. */
	Map<Integer, Observation> won() {
		return this.won;
	}

	/** Rules that did not hold for somebody. */
	Map<Integer, Observation> silent() {
		return this.silent;
	}

}
