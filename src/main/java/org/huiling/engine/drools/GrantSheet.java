package org.huiling.engine.drools;

import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.facts.Benefit;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.StackingKind;
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

	@Override
	public void decline(String reason, String reasonEn) {
		say(new Grant.Decline(new Bilingual(reason, reasonEn)));
	}

	@Override
	public void keepOne(Set<String> group, StackingKind kind) {
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

	/** The most that could be granted, as far as limits were stated before the amount. */
	@Nullable Money bound() {
		if (this.most == null) {
			return this.ceiling;
		}
		return (this.ceiling != null) ? this.most.atMost(this.ceiling) : this.most;
	}

}
