package org.huiling.decision.store;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a set of decisions: at each key and period the one that nothing
 * supersedes, from its period until the next one's. A revoked period is as if it had
 * never been decided.
 */
public final class EffectiveDecisions {

	private static final NavigableMap<String, Decision> NONE = Collections.unmodifiableNavigableMap(new TreeMap<>());

	private final Map<DecisionKey, NavigableMap<String, Decision>> current = new HashMap<>();

	private final Set<UUID> superseded = new HashSet<>();

	private boolean claims;

	private EffectiveDecisions(Collection<Decision> decisions) {
		for (Decision decision : decisions) {
			if (decision.supersedes() != null) {
				this.superseded.add(decision.supersedes());
			}
		}
		for (Decision decision : decisions) {
			if (!this.superseded.contains(decision.id())) {
				put(decision);
			}
		}
	}

	public static EffectiveDecisions of(Collection<Decision> decisions) {
		return new EffectiveDecisions(decisions);
	}

	/** A new decision, which takes the place of the one at its period. */
	public void put(Decision decision) {
		this.claims |= decision.key().claim() != null && !decision.key().isOnce();
		Decision before = this.current.computeIfAbsent(decision.key(), (one) -> new TreeMap<>())
			.put(decision.period(), decision);
		if (before != null) {
			this.superseded.add(before.id());
		}
	}

	private NavigableMap<String, Decision> points(DecisionKey key) {
		return this.current.getOrDefault(key, NONE);
	}

	/** Whether nothing supersedes a decision. */
	public boolean isCurrent(Decision decision) {
		return !this.superseded.contains(decision.id());
	}

	/** The current decision at exactly a period, also one that revokes. */
	public @Nullable Decision at(DecisionKey key, String period) {
		return points(key).get(period);
	}

	/** What stands for a period, null if nothing does. */
	public @Nullable Decision standing(DecisionKey key, String period) {
		Decision at = at(key, period);
		if (at != null && at.outcome() != DecisionOutcome.REVOKED) {
			return at;
		}
		for (Map.Entry<String, Decision> before = points(key).lowerEntry(period); before != null; before = points(key)
			.lowerEntry(before.getKey())) {
			Decision decision = before.getValue();
			if (decision.isMonthly() && decision.outcome() != DecisionOutcome.REVOKED) {
				return decision;
			}
		}
		return null;
	}

	/** Whether anything is decided of a period later than one. */
	public boolean changesAfter(DecisionKey key, String period) {
		return points(key).higherKey(period) != null;
	}

	/** The last period that a decision is for, null while it stands on. */
	public @Nullable String until(Decision decision) {
		if (!decision.isMonthly()) {
			return decision.period();
		}
		Optional<String> next = points(decision.key()).tailMap(decision.period(), false)
			.values()
			.stream()
			.filter((later) -> later.outcome() != DecisionOutcome.REVOKED)
			.map(Decision::period)
			.findFirst();
		return next.map((period) -> YearMonth.parse(period).minusMonths(1).toString()).orElse(null);
	}

	/**
	 * What is granted of a program that is given once, under any file of the person and
	 * in any month, but for one month under one file. Where the program is the same in
	 * other jurisdictions, what was granted there counts as well.
	 * @param key whose file and jurisdiction
	 * @param period the month that is asked for
	 * @param program the program
	 * @return the file's own before others', the earliest first
	 */
	public Optional<Decision> given(DecisionKey key, String period, Program program) {
		boolean shared = program.owner() != null || program.appliesBelow();
		return this.current.entrySet()
			.stream()
			.filter((one) -> one.getKey().isOnce() && one.getKey().program().equals(key.program())
					&& (shared || one.getKey().jurisdiction().equals(key.jurisdiction())))
			.flatMap((one) -> one.getValue().values().stream())
			.filter((decision) -> decision.outcome().grants()
					&& !(decision.period().equals(period) && decision.key().jurisdiction().equals(key.jurisdiction())))
			.min(Comparator.comparing((Decision decision) -> !decision.key().equals(key))
				.thenComparing((decision) -> !decision.key().jurisdiction().equals(key.jurisdiction()))
				.thenComparing(Decision::period));
	}

	/** What stands of one claim in other periods: its date was another one then. */
	public Optional<Decision> elsewhere(DecisionKey key, String period) {
		return points(key).values()
			.stream()
			.filter((decision) -> key.claim() != null && !decision.period().equals(period)
					&& decision.outcome().grants())
			.findFirst();
	}

	/** Whether anything was decided about a claim. */
	public boolean hasClaims() {
		return this.claims;
	}

	/** What anything was decided about. */
	public Set<DecisionKey> keys() {
		return this.current.keySet();
	}

	/** Every decision that stands somewhere. */
	public List<Decision> all() {
		return this.current.values()
			.stream()
			.flatMap((points) -> points.values().stream())
			.filter((decision) -> decision.outcome() != DecisionOutcome.REVOKED)
			.toList();
	}

}
