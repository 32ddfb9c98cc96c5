package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of every rule while applicants were tried, with the first who showed it.
 */
final class Sightings {

	/** An applicant and how the version answers them. */
	record Sight(Probe probe, Verdict verdict) {
	}

	private final Trial trial;

	private final Map<List<Integer>, Sight> conflicts = new LinkedHashMap<>();

	private final Map<Integer, Sight> faults = new TreeMap<>();

	private final Map<Integer, Sight> held = new TreeMap<>();

	private final Map<Integer, Sight> paying = new TreeMap<>();

	private final Map<Integer, Sight> won = new TreeMap<>();

	private final Map<Integer, Sight> silent = new TreeMap<>();

	private int tried;

	Sightings(Trial trial) {
		this.trial = trial;
	}

	Verdict look(Probe probe, int rules) {
		Verdict verdict = this.trial.verdict(probe);
		this.tried++;
		if (!probe.isPossible()) {
			return verdict;
		}
		Sight sight = new Sight(probe, verdict);
		if (!verdict.conflict().isEmpty()) {
			this.conflicts.putIfAbsent(verdict.conflict(), sight);
		}
		if (verdict.fault() != null) {
			this.faults.putIfAbsent(verdict.fault(), sight);
			return verdict;
		}
		verdict.grants().forEach((rule, amount) -> held(rule, amount, sight));
		if (verdict.winner() != null) {
			this.won.putIfAbsent(verdict.winner(), sight);
		}
		if (this.silent.size() < rules) {
			for (int rule = 0; rule < rules; rule++) {
				if (!verdict.holds(rule)) {
					this.silent.putIfAbsent(rule, sight);
				}
			}
		}
		return verdict;
	}

	private void held(int rule, @Nullable BigDecimal amount, Sight sight) {
		this.held.putIfAbsent(rule, sight);
		if (amount == null || amount.signum() > 0) {
			this.paying.putIfAbsent(rule, sight);
		}
	}

	int tried() {
		return this.tried;
	}

	/** Rules that grant against each other. */
	Map<List<Integer>, Sight> conflicts() {
		return this.conflicts;
	}

	/** Rules that could not be worked out. */
	Map<Integer, Sight> faults() {
		return this.faults;
	}

	/** Rules whose conditions held. */
	Map<Integer, Sight> held() {
		return this.held;
	}

	/** Rules that would pay something if they were alone. */
	Map<Integer, Sight> paying() {
		return this.paying;
	}

	/** Rules that were paid. */
	Map<Integer, Sight> won() {
		return this.won;
	}

	/** Rules that did not hold for somebody. */
	Map<Integer, Sight> silent() {
		return this.silent;
	}

}
