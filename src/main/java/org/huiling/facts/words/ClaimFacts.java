package org.huiling.facts.words;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Reads;
import org.huiling.facts.Table;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.value.Fitting;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * A claim as rules see it, with what its calendar year has used before it. It speaks of
 * the roles that the declaration gives the fields of a claim.
 */
public final class ClaimFacts {

	private final ItemFacts item;

	private final RecordedClaim claim;

	private final ClaimYear before;

	/** What stands before the names of its fields where they are noted. */
	private final String noted;

	private final FactWords words;

	private final @Nullable Reads reads;

	/**
	 * A claim in its year.
	 * @param person who made it
	 * @param claim the claim
	 * @param before what came before it in the same calendar year
	 */
	public ClaimFacts(PersonFacts person, RecordedClaim claim, ClaimYear before) {
		this.noted = noted(person.words(), claim.list());
		this.item = new ItemFacts(person, claim.item(), claim.list(), this.noted);
		this.claim = claim;
		this.before = before;
		this.words = person.words();
		this.reads = person.reads();
	}

	/** Fields of claims are noted by themselves, of other lists behind their pattern. */
	private static String noted(FactWords words, String list) {
		String pattern = RecordedClaim.LIST.equals(list) ? null : words.pattern(list);
		return (pattern != null) ? pattern + "." : "";
	}

	/**
	 * Its fields.
	 * @return as they are declared
	 */
	public ItemFacts item() {
		return this.item;
	}

	/**
	 * The words of the dictionary by which it is read.
	 * @return those of the person
	 */
	public FactWords words() {
		return this.words;
	}

	/**
	 * The calendar year of the claim's day.
	 * @return the year
	 */
	public int year() {
		return seen("year", this.claim.date().getYear());
	}

	/**
	 * Which inpatient stay of the calendar year this is: 1 for the first, reimbursed or
	 * not.
	 * @return from 1
	 */
	public int stay() {
		return seen("stay", this.before.stays() + 1);
	}

	/**
	 * 起付线 of this stay.
	 * @param first the deductible by the tier of the hospital
	 * @param laterShare the share of it that a second or later stay of the year bears
	 * @return the deductible in yuan
	 */
	public Money deductible(Table<Code, Money> first, Ratio laterShare) {
		return derived("deductible", () -> {
			Money full = firstDeductible(first);
			return (stay() > 1) ? full.times(laterShare) : full;
		});
	}

	private Money firstDeductible(Table<Code, Money> first) {
		try {
			return first.at(known("tier", this.claim.tier()));
		}
		catch (UnknownFact unknown) {
			return orBound(first, Range.over(first.values()), unknown);
		}
	}

	/**
	 * What is left of the eligible cost after this stay's deductible.
	 * @param first the deductible by the tier of the hospital
	 * @param laterShare the share of it that a second or later stay of the year bears
	 * @return zero or more yuan
	 */
	public Money afterDeductible(Table<Code, Money> first, Ratio laterShare) {
		return derived("afterDeductible",
				() -> both(() -> money("cost", this.claim.cost()), () -> deductible(first, laterShare), Money::above));
	}

	/**
	 * What of this claim lies above a deductible that is counted over the year.
	 * @param yearly the deductible of the year
	 * @param tiers the tiers of hospitals that share it
	 * @return zero or more yuan
	 */
	public Money aboveYearlyDeductible(Money yearly, Set<Code> tiers) {
		return derived("aboveYearlyDeductible",
				() -> both(() -> money("cost", this.claim.cost()), () -> eligibleEarlier(tiers),
						(cost, earlier) -> earlier.plus(cost).above(yearly).minus(earlier.above(yearly))));
	}

	/**
	 * Eligible cost of the year's earlier claims of this kind at some tiers of hospitals.
	 * @param tiers the tiers that count
	 * @return yuan
	 */
	public Money eligibleEarlier(Set<Code> tiers) {
		return derived("eligibleEarlier", () -> this.before.eligible(this.claim.kind(), tiers));
	}

	/**
	 * What this program has paid for earlier claims of the calendar year.
	 * @return yuan
	 */
	public Money paidEarlier() {
		return derived("paidEarlier", () -> certain("paidEarlier", this.before.paid()));
	}

	/**
	 * What this program has paid for earlier claims of this kind in the calendar year.
	 * @return yuan
	 */
	public Money paidEarlierForKind() {
		return derived("paidEarlierForKind", () -> certain("paidEarlierForKind", this.before.paid(this.claim.kind())));
	}

	/**
	 * 自付: total cost less what the programs award for this claim that the policy deducts
	 * (insurance first, relief after); where it does not say which, those of a lower
	 * order.
	 * @return zero or more yuan
	 */
	public Money ownPayment() {
		return derived("ownPayment",
				() -> both(() -> money("total", this.claim.total()), this::awardedByOthers, Money::minus)
					.atLeast(Money.ZERO));
	}

	private Money awardedByOthers() {
		if (this.reads != null) {
			this.before.named().forEach((program, award) -> this.reads.seen(program, award.amount()));
		}
		return certain("awardedByOthers", this.before.awardedByOthers());
	}

	private Money certain(String what, Paid paid) {
		try {
			return paid.certain();
		}
		catch (UnknownFact unknown) {
			return orBound(what, (paid.most() != null) ? new Range(Money.ZERO, paid.most()) : null, unknown);
		}
	}

	private Money money(String role, @Nullable BigDecimal yuan) {
		try {
			return known(role, (yuan != null) ? Money.of(yuan) : null);
		}
		catch (UnknownFact unknown) {
			return orBound(role, range(role), unknown);
		}
	}

	/** The bounds of what is unknown of the item, which may be of another revision. */
	@SuppressWarnings("ReferenceEquality") // an equal shape is only fitted anew
	private @Nullable Range range(String role) {
		Word word = this.words.field(this.claim.list(), Objects.requireNonNull(this.claim.field(role), role));
		if (word == null) {
			return null;
		}
		FactRecord item = this.claim.item();
		RecordShape shape = Objects.requireNonNull(word.items(), word.path());
		return word.node().range(this.item.person(), (item.shape() != shape) ? Fitting.fit(item, shape) : item);
	}

	/** What is supposed of something unknown; else it stays so. */
	private Money orBound(Object what, @Nullable Range range, UnknownFact unknown) {
		Supposition supposed = this.item.person().supposed();
		Object bound = (supposed != null) ? supposed.at(what, range) : null;
		if (bound == null) {
			throw unknown;
		}
		return (Money) bound;
	}

	/**
	 * Facts of the same claim, with something in place of what is unknown.
	 * @param supposition what is taken for it
	 * @return facts that note nothing
	 */
	public ClaimFacts supposing(Supposition supposition) {
		return new ClaimFacts(this.item.person().supposing(supposition), this.claim, this.before);
	}

	/** A recorded value by its role, or {@link UnknownFact} naming its path. */
	private <T> T known(String role, @Nullable T value) {
		String field = Objects.requireNonNull(this.claim.field(role), role);
		if (value == null) {
			if (this.reads != null) {
				this.reads.seen(this.noted + field, null);
			}
			throw new UnknownFact(this.claim.list() + "[]." + field);
		}
		return seen(this.noted + field, value);
	}

	private <T> T seen(String name, T value) {
		if (this.reads != null) {
			this.reads.seen(name, value);
		}
		return value;
	}

	/** A value worked out from others, noted as unknown when one of them is. */
	private <T> T derived(String name, Supplier<T> value) {
		if (this.reads == null) {
			return value.get();
		}
		try {
			return seen(name, value.get());
		}
		catch (UnknownFact unknown) {
			this.reads.seen(name, null);
			throw unknown;
		}
	}

	/** A value that needs two others; when both are unknown, both are named. */
	private static <A, B, T> T both(Supplier<A> one, Supplier<B> other, BiFunction<A, B, T> value) {
		A first;
		try {
			first = one.get();
		}
		catch (UnknownFact unknown) {
			Set<String> fields = new TreeSet<>(unknown.fields());
			try {
				Objects.requireNonNull(other.get());
			}
			catch (UnknownFact second) {
				fields.addAll(second.fields());
			}
			throw new UnknownFact(fields);
		}
		return value.apply(first, other.get());
	}

}
