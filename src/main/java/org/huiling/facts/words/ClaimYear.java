package org.huiling.facts.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.RecordedClaim;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar year has seen before a claim, for one program: earlier claims in order
 * of date and id with what was paid for each, and what other programs award for the claim
 * itself. An earlier claim whose award is not certain makes what was paid unknown.
 */
public final class ClaimYear {

	/** Nothing before. */
	public static final ClaimYear EMPTY = new ClaimYear(List.of(), Map.of(), Paid.NOTHING);

	/**
	 * An award that is certain, or the fields that would make it so.
	 *
	 * @param amount yuan, null while uncertain
	 * @param missing the unknown fields, empty when certain
	 * @param most what it is at most, null if that is not known
	 */
	public record Paid(@Nullable Money amount, Set<String> missing, @Nullable Money most) {

		/** A certain nothing. */
		public static final Paid NOTHING = of(Money.ZERO);

		/**
		 * A certain award.
		 * @param amount yuan
		 * @return the award
		 */
		public static Paid of(Money amount) {
			return new Paid(amount, Set.of(), amount);
		}

		/**
		 * An uncertain award.
		 * @param missing the unknown fields
		 * @param most what it is at most, null if that is not known
		 * @return the award
		 */
		public static Paid unknown(Set<String> missing, @Nullable Money most) {
			return new Paid(null, missing, most);
		}

		/** This and another award together. */
		@SuppressWarnings("ReferenceEquality") // an equal nothing is only added up
		Paid and(Paid other) {
			if (this == NOTHING || other == NOTHING) {
				return (this == NOTHING) ? other : this;
			}
			Set<String> fields = this.missing;
			if (!other.missing.isEmpty()) {
				fields = new TreeSet<>(this.missing);
				fields.addAll(other.missing);
			}
			Money both = (this.amount != null && other.amount != null) ? this.amount.plus(other.amount) : null;
			return new Paid(both, fields,
					(this.most != null && other.most != null) ? this.most.plus(other.most) : null);
		}

		/** The amount, or {@link UnknownFact}. */
		Money certain() {
			if (this.amount == null) {
				throw new UnknownFact(this.missing);
			}
			return this.amount;
		}

	}

	private record Earlier(RecordedClaim claim, Paid paid) {
	}

	private final List<Earlier> earlier;

	private final Map<String, Paid> named;

	private final Paid others;

	private ClaimYear(List<Earlier> earlier, Map<String, Paid> named, Paid others) {
		this.earlier = earlier;
		this.named = named;
		this.others = others;
	}

	/**
	 * The year after one more claim.
	 * @param claim the claim that was assessed
	 * @param paid what the program awards for it
	 * @return the year that the next claim sees
	 */
	public ClaimYear after(RecordedClaim claim, Paid paid) {
		List<Earlier> all = new ArrayList<>(this.earlier.size() + 1);
		all.addAll(this.earlier);
		all.add(new Earlier(claim, paid));
		return new ClaimYear(all, Map.of(), Paid.NOTHING);
	}

	/**
	 * The same year with what other programs award for the claim at hand.
	 * @param awards their awards
	 * @return the year
	 */
	public ClaimYear withAwardsOfOthers(Iterable<Paid> awards) {
		Paid sum = Paid.NOTHING;
		for (Paid award : awards) {
			sum = sum.and(award);
		}
		return new ClaimYear(this.earlier, Map.of(), sum);
	}

	/**
	 * The same year with what the programs award that the policy says are taken off.
	 * @param awards by the id of the program; reasons name each
	 * @return the year
	 */
	public ClaimYear deducting(Map<String, Paid> awards) {
		ClaimYear sum = withAwardsOfOthers(awards.values());
		return new ClaimYear(this.earlier, awards, sum.others);
	}

	int stays() {
		int stays = 0;
		for (int i = 0; i < this.earlier.size(); i++) {
			stays += this.earlier.get(i).claim().isInpatient() ? 1 : 0;
		}
		return stays;
	}

	Paid paid() {
		return paid((claim) -> true);
	}

	Paid paid(@Nullable Code kind) {
		return paid((claim) -> claim.kind() == kind);
	}

	private Paid paid(Predicate<RecordedClaim> which) {
		Paid sum = Paid.NOTHING;
		for (Earlier one : this.earlier) {
			if (which.test(one.claim())) {
				sum = sum.and(one.paid());
			}
		}
		return sum;
	}

	Money eligible(@Nullable Code kind, Set<Code> tiers) {
		Money sum = Money.ZERO;
		Set<String> missing = new HashSet<>();
		for (Earlier one : this.earlier) {
			RecordedClaim claim = one.claim();
			if (claim.kind() != kind || (claim.tier() != null && !tiers.contains(claim.tier()))) {
				continue;
			}
			if (claim.tier() == null) {
				missing.add(path(claim, "tier"));
			}
			if (claim.cost() == null) {
				missing.add(path(claim, "cost"));
			}
			else {
				sum = sum.plus(Money.of(claim.cost()));
			}
		}
		return certain(sum, missing);
	}

	private static String path(RecordedClaim claim, String role) {
		return claim.list() + "[]." + claim.field(role);
	}

	Paid awardedByOthers() {
		return this.others;
	}

	/** What each program awards that the policy says is taken off, by its id. */
	Map<String, Paid> named() {
		return this.named;
	}

	private static Money certain(Money sum, Set<String> missing) {
		if (!missing.isEmpty()) {
			throw new UnknownFact(missing);
		}
		return sum;
	}

}
