package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.Wins;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.OpenWay;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.problem.PolicyConflict;
import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * Puts the results of a version's rules together: one amount, a refusal, or what is
 * missing. Rounds once; limits by the year's ceiling after rounding; an amount of 0.00 is
 * no grant; two grants without a stated winner are a conflict.
 */
public final class Resolution {

	private final CompiledPolicy policy;

	private final @Nullable ClaimFacts claim;

	private final List<RuleResult> results;

	private final List<Granted> granted = new ArrayList<>(2);

	/** Nothing is open of nearly everybody. */
	private List<Open> open = List.of();

	private List<Open> openDeclines = List.of();

	private final boolean sums;

	/** What would tell how much a year's ceiling leaves of a sum. */
	private Set<String> openCeilings = Set.of();

	private boolean declined;

	public Resolution(CompiledPolicy policy, @Nullable ClaimFacts claim, List<RuleResult> results) {
		this.policy = policy;
		this.claim = claim;
		this.results = results;
		this.sums = policy.header().wins() == Wins.SUM;
	}

	private record Granted(RuleResult result, Grant.Amount grant, BigDecimal amount) {
	}

	/**
	 * What could still be granted: at most the bound, just the amount if that is known.
	 */
	private record Open(OpenWay way, @Nullable BigDecimal amount, @Nullable BigDecimal bound) {

		/** Whether this one stands wherever the other does and is not less. */
		boolean covers(Open other) {
			return this.amount != null && other.bound != null && this.amount.compareTo(other.bound) >= 0
					&& this.way.holdsWith(other.way);
		}

	}

	public ProgramResult programResult() {
		if (this.results.isEmpty()) {
			return ProgramResult.refused(this.policy, this.results);
		}
		for (int i = 0; i < this.results.size(); i++) {
			sort(this.results.get(i));
		}
		if (this.declined) {
			return ProgramResult.refused(this.policy, this.results);
		}
		askForCeilings();
		Granted best = best();
		List<Open> mattering = mattering(best);
		if (!this.openDeclines.isEmpty() && (best != null || !mattering.isEmpty())) {
			mattering = Stream.concat(mattering.stream(), this.openDeclines.stream()).toList();
		}
		if (!mattering.isEmpty() || !this.openCeilings.isEmpty()) {
			return undetermined(mattering, best);
		}
		if (best == null) {
			return ProgramResult.refused(this.policy, this.results);
		}
		if (this.sums) {
			Grant.Amount all = sum();
			BigDecimal amount = rounded(all);
			return (amount.signum() > 0) ? new ProgramResult(this.policy, Outcome.ELIGIBLE, amount, best.result(), all,
					this.results, Set.of(), null, null, List.of()) : ProgramResult.refused(this.policy, this.results);
		}
		return new ProgramResult(this.policy, Outcome.ELIGIBLE, best.amount(), best.result(), best.grant(),
				this.results, Set.of(), null, null, List.of());
	}

	private void sort(RuleResult result) {
		switch (result.truth()) {
			case FAILS -> {
			}
			case UNKNOWN -> result.open().forEach(this::take);
			case HOLDS -> {
				if (result.grants().size() > 1) {
					throw new PolicyConflict(this.policy, List.of(result.rule().name()));
				}
				for (int i = 0; i < result.grants().size(); i++) {
					take(result, result.grants().get(i));
				}
			}
		}
	}

	private void take(OpenWay way) {
		if (way.grant() instanceof Grant.Decline) {
			this.openDeclines = this.openDeclines.isEmpty() ? new ArrayList<>() : this.openDeclines;
			this.openDeclines.add(new Open(way, null, null));
			return;
		}
		this.open = this.open.isEmpty() ? new ArrayList<>() : this.open;
		this.open.add(new Open(way, amount(way), bound(way.bound())));
	}

	private @Nullable BigDecimal amount(OpenWay way) {
		try {
			return (way.grant() instanceof Grant.Amount amount) ? rounded(amount) : null;
		}
		catch (UnknownFact leftOfTheCeiling) {
			return null;
		}
	}

	private void take(RuleResult result, Grant grant) {
		if (grant instanceof Grant.Decline) {
			this.declined = true;
		}
		else if (grant instanceof Grant.Amount amount) {
			try {
				BigDecimal rounded = rounded(amount);
				if (this.sums ? amount.exact().isPositive() : rounded.signum() > 0) {
					this.granted.add(new Granted(result, amount, rounded));
				}
			}
			catch (UnknownFact unknown) {
				take(OpenWay.upTo(unknown.fields(), amount.exact()));
			}
		}
	}

	private BigDecimal rounded(Grant.Amount amount) {
		BigDecimal rounded = round(amount.exact());
		BigDecimal left = left(amount);
		return (left != null && left.compareTo(rounded) < 0) ? left : rounded;
	}

	/** What the calendar year has left of the grant's ceiling, null if it has none. */
	private @Nullable BigDecimal left(Grant.Amount amount) {
		if (amount.ceiling() == null || this.claim == null) {
			return (amount.ceiling() != null) ? down(amount.ceiling()) : null;
		}
		try {
			return left(amount.ceiling(), this.claim, amount.ceilingForKind());
		}
		catch (UnknownFact unknown) {
			ClaimFacts mostUsed = this.claim.supposing(Supposition.highest());
			BigDecimal least = left(amount.ceiling(), mostUsed, amount.ceilingForKind());
			if (least.compareTo(round(amount.exact())) >= 0) {
				return least;
			}
			throw unknown;
		}
	}

	private BigDecimal left(Money ceiling, ClaimFacts used, boolean forKind) {
		return down(ceiling.above(forKind ? used.paidEarlierForKind() : used.paidEarlier()));
	}

	/** Rounded it must not go beyond the ceiling. */
	private BigDecimal down(Money left) {
		return left.rounded(this.policy.header().rounding().decimals(), RoundingMode.DOWN);
	}

	private @Nullable BigDecimal bound(@Nullable Money exact) {
		return (exact != null) ? round(exact) : null;
	}

	private BigDecimal round(Money exact) {
		PolicyHeader.Rounding rounding = this.policy.header().rounding();
		return exact.rounded(rounding.decimals(), rounding.mode());
	}

	private @Nullable Granted best() {
		if (this.granted.size() > 1 && this.policy.header().wins() == Wins.NONE) {
			throw new PolicyConflict(this.policy,
					this.granted.stream().map((one) -> one.result().rule().name()).toList());
		}
		Granted best = null;
		for (Granted one : this.granted) {
			if (best == null || one.amount().compareTo(best.amount()) > 0) {
				best = one;
			}
		}
		return best;
	}

	/** What is open and could change the answer. */
	private List<Open> mattering(@Nullable Granted best) {
		if (this.open.isEmpty()) {
			return List.of();
		}
		List<Open> mattering = new ArrayList<>(this.open.size());
		for (Open one : this.open) {
			if (matters(one, best) && !isRefusedThen(one)) {
				mattering.add(one);
			}
		}
		return (mattering.size() > 1 && this.policy.header().wins() == Wins.HIGHEST) ? uncovered(mattering) : mattering;
	}

	/** Whether the rules decline wherever this could be granted. */
	private boolean isRefusedThen(Open one) {
		for (Open decline : this.openDeclines) {
			if (decline.way().holdsWith(one.way())) {
				return true;
			}
		}
		return false;
	}

	/** Of several that stand together the highest is paid: the others need no asking. */
	private static List<Open> uncovered(List<Open> open) {
		List<Open> kept = new ArrayList<>();
		for (Open one : open) {
			if (!isCovered(one, kept)) {
				kept.removeIf(one::covers);
				kept.add(one);
			}
		}
		return kept;
	}

	private static boolean isCovered(Open one, List<Open> others) {
		for (Open other : others) {
			if (other.covers(one)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * An open rule matters unless it could add nothing; to a sum it adds what is below
	 * the rounding as well, and its ceiling, be it used up, is one of the whole sum.
	 */
	private boolean matters(Open one, @Nullable Granted best) {
		if (this.sums) {
			Money most = one.way().bound();
			return most == null || most.isPositive() || limits(one, round(exactSum()));
		}
		if (one.bound() == null) {
			return true;
		}
		if (best == null) {
			return one.bound().signum() > 0;
		}
		return this.policy.header().wins() == Wins.NONE || one.bound().compareTo(best.amount()) > 0;
	}

	/** Whether the ceiling of an open component could cut what is certain of a sum. */
	private boolean limits(Open one, BigDecimal certain) {
		Money limit = one.way().limit();
		return limit != null && down(limit).compareTo(certain) < 0;
	}

	private Money exactSum() {
		Money exact = Money.ZERO;
		for (Granted one : this.granted) {
			exact = exact.plus(one.grant().exact());
		}
		return exact;
	}

	/** A ceiling that is enough for each component may not be for all of them. */
	private void askForCeilings() {
		if (this.sums) {
			try {
				sum();
			}
			catch (UnknownFact used) {
				this.openCeilings = new TreeSet<>(used.fields());
			}
		}
	}

	/**
	 * The components together, exact; the year's ceiling is that of theirs which has the
	 * least left.
	 */
	private Grant.Amount sum() {
		Money exact = exactSum();
		Grant.Amount lowest = null;
		BigDecimal least = null;
		for (Granted one : this.granted) {
			Grant.Amount grant = one.grant();
			BigDecimal left = left(new Grant.Amount(exact, grant.ceiling(), grant.ceilingForKind(), Map.of(), null));
			if (left != null && (least == null || left.compareTo(least) < 0)) {
				lowest = grant;
				least = left;
			}
		}
		return new Grant.Amount(exact, (lowest != null) ? lowest.ceiling() : null,
				lowest != null && lowest.ceilingForKind(), Map.of(),
				this.granted.isEmpty() ? null : this.granted.get(0).grant().thing());
	}

	/** All that is open together: what is certain, and the most that each could add. */
	private ProgramResult undeterminedSum(List<Open> mattering) {
		Set<String> missing = new TreeSet<>(this.openCeilings);
		Money exact = exactSum();
		BigDecimal certain = round(exact);
		Money most = exact;
		for (Open one : mattering) {
			missing.addAll(one.way().missing());
			Money added = one.way().bound();
			most = (most == null || added == null) ? null : most.plus(added);
		}
		BigDecimal bound = bound(most);
		boolean sure = certain.signum() > 0 && this.openDeclines.isEmpty()
				&& this.granted.stream().allMatch((one) -> one.grant().ceiling() == null)
				&& mattering.stream().noneMatch((one) -> limits(one, certain));
		return ProgramResult.refused(this.policy, this.results).needing(missing, bound, sure ? certain : null);
	}

	private ProgramResult undetermined(List<Open> mattering, @Nullable Granted best) {
		if (this.sums) {
			return undeterminedSum(mattering);
		}
		Set<String> missing = new TreeSet<>();
		BigDecimal bound = (best != null) ? best.amount() : ProgramResult.NOTHING;
		for (Open one : mattering) {
			missing.addAll(one.way().missing());
			bound = (bound == null || one.bound() == null) ? null : bound.max(one.bound());
		}
		BigDecimal granted = (best != null && this.openDeclines.isEmpty()) ? best.amount() : null;
		return ProgramResult.refused(this.policy, this.results).needing(missing, bound, granted);
	}

}
