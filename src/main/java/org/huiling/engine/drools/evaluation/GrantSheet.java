package org.huiling.engine.drools.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.facts.Benefit;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.Thing;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.words.ClaimFacts;
import org.jspecify.annotations.Nullable;

/** Takes down what one consequence says. One sheet serves one firing. */
final class GrantSheet implements Benefit {

	private @Nullable Money least;

	private @Nullable Money most;

	private @Nullable Money ceiling;

	private boolean ceilingForKind;

	private @Nullable Grant grant;

	@Override
	public void pay(Money amount) {
		Money exact = (this.most != null) ? amount.atMost(this.most) : amount;
		exact = (this.least != null) ? exact.atLeast(this.least) : exact;
		say(new Grant.Amount(exact, this.ceiling, this.ceilingForKind, Map.of()));
	}

	@Override
	public void waive(Money fee) {
		pay(fee);
	}

	@Override
	public void waive(Money fee, Ratio share) {
		pay(fee.times(share));
	}

	@Override
	public void reimburse(Money cost, Segments ratios) {
		pay(ratios.of(cost));
	}

	/** Limits and ceilings are of money. */
	@Override
	public void entitle(Thing what, int quantity) {
		say(new Grant.Amount(Money.of(BigDecimal.valueOf(Math.max(0, quantity))), null, false, Map.of(), what));
	}

	@Override
	public void decline(String reason, String reasonEn) {
		say(new Grant.Decline(new Bilingual(reason, reasonEn)));
	}

	@Override
	public void keepOne(Set<String> group, Code kind) {
		say(new Grant.KeepOne(group, kind));
	}

	private void say(Grant said) {
		if (this.grant != null) {
			throw new IllegalStateException("a rule may grant only once");
		}
		this.grant = said;
	}

	@Override
	public Benefit atLeast(Money amount) {
		this.least = amount;
		return this;
	}

	@Override
	public Benefit atMost(Money amount) {
		this.most = amount;
		return this;
	}

	@Override
	public Benefit yearlyCeiling(Money amount) {
		this.ceiling = amount;
		return this;
	}

	@Override
	public Benefit yearlyCeilingForKind(Money amount) {
		this.ceiling = amount;
		this.ceilingForKind = true;
		return this;
	}

	/** What was said, or null if nothing was. */
	@Nullable Grant grant() {
		return this.grant;
	}

	/**
	 * The most that could be granted, as far as limits were stated before the amount and
	 * the year's ceiling is not used up; null if that is not known.
	 */
	@Nullable Money bound(@Nullable ClaimFacts claim) {
		Money amount = (this.grant instanceof Grant.Amount said) ? said.exact() : this.most;
		Money left = left(claim);
		if (amount == null) {
			return left;
		}
		return (left != null) ? amount.atMost(left) : amount;
	}

	/**
	 * The least that it may leave of a sum it is part of, since its ceiling is one of all
	 * components; null if it states none or grants nothing.
	 */
	@Nullable Money limit(@Nullable ClaimFacts claim) {
		if (this.ceiling == null || (this.grant instanceof Grant.Amount said && !said.exact().isPositive())) {
			return null;
		}
		try {
			return (claim == null) ? this.ceiling
					: this.ceiling.above(this.ceilingForKind ? claim.paidEarlierForKind() : claim.paidEarlier());
		}
		catch (UnknownFact used) {
			return Money.ZERO;
		}
	}

	/** What the year has left of the ceiling: all of it while its use is not known. */
	private @Nullable Money left(@Nullable ClaimFacts claim) {
		if (this.ceiling == null || claim == null) {
			return this.ceiling;
		}
		try {
			return this.ceiling.above(this.ceilingForKind ? claim.paidEarlierForKind() : claim.paidEarlier());
		}
		catch (UnknownFact unknown) {
			return this.ceiling;
		}
	}

}
