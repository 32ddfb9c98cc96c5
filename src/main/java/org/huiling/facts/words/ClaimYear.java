package org.huiling.facts.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.RecordedClaim;
import org.huiling.facts.UnknownFact;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar year has seen before a claim, for one program: earlier claims in order
 * of date and id with what was paid for each, and what other programs award for the claim
 * itself. An earlier claim whose award is not certain makes what was paid unknown.
 */
public final class ClaimYear {

	/** Nothing before. */
	public static final ClaimYear EMPTY = new ClaimYear(List.of(), Paid.NOTHING);

	/**
	 * An award that is certain, or the fields that would make it so.
	 *
	 * @param amount yuan, null while uncertain
	 * @param missing the unknown fields, empty when certain
	 */
	public record Paid(@Nullable Money amount, Set<String> missing) {

		/** A certain nothing. */
		public static final Paid NOTHING = new Paid(Money.ZERO, Set.of());

		/**
		 * A certain award.
		 * @param amount yuan
		 * @return the award
		 */
		public static Paid of(Money amount) {
			return new Paid(amount, Set.of());
		}

		/**
		 * An uncertain award.
		 * @param missing the unknown fields
		 * @return the award
		 */
		public static Paid unknown(Set<String> missing) {
			return new Paid(null, missing);
		}

	}

	private record Earlier(RecordedClaim claim, Paid paid) {
	}

	private final List<Earlier> earlier;

	private final Paid others;

	private ClaimYear(List<Earlier> earlier, Paid others) {
		this.earlier = earlier;
		this.others = others;
	}

	/**
	 * The year after one more claim.
	 * @param claim the claim that was assessed
	 * @param paid what the program awards for it
	 * @return the year that the next claim sees
	 */
	public ClaimYear after(RecordedClaim claim, Paid paid) {
		List<Earlier> all = new ArrayList<>(this.earlier);
		all.add(new Earlier(claim, paid));
		return new ClaimYear(List.copyOf(all), Paid.NOTHING);
	}

	/**
	 * The same year with what other programs award for the claim at hand.
	 * @param awards their awards
	 * @return the year
	 */
	public ClaimYear withAwardsOfOthers(Iterable<Paid> awards) {
		Money sum = Money.ZERO;
		Set<String> missing = new TreeSet<>();
		for (Paid award : awards) {
			missing.addAll(award.missing());
			sum = (award.amount() != null) ? sum.plus(award.amount()) : sum;
		}
		return new ClaimYear(this.earlier, missing.isEmpty() ? Paid.of(sum) : Paid.unknown(missing));
	}

	int stays() {
		return (int) this.earlier.stream().filter((e) -> e.claim().isInpatient()).count();
	}

	Money paid() {
		return paid((claim) -> true);
	}

	Money paid(@Nullable Code kind) {
		return paid((claim) -> claim.kind() == kind);
	}

	private Money paid(Predicate<RecordedClaim> which) {
		Money sum = Money.ZERO;
		Set<String> missing = new HashSet<>();
		for (Earlier one : this.earlier) {
			if (which.test(one.claim())) {
				missing.addAll(one.paid().missing());
				sum = (one.paid().amount() != null) ? sum.plus(one.paid().amount()) : sum;
			}
		}
		return certain(sum, missing);
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
		return RecordedClaim.LIST + "[]." + claim.field(role);
	}

	Money awardedByOthers() {
		if (this.others.amount() == null) {
			throw new UnknownFact(this.others.missing());
		}
		return this.others.amount();
	}

	private static Money certain(Money sum, Set<String> missing) {
		if (!missing.isEmpty()) {
			throw new UnknownFact(missing);
		}
		return sum;
	}

}
