package org.huiling.facts;

import java.util.Set;

/**
 * The consequences of a rule: the one global {@code benefit} that rules speak to. Limits
 * are said before the amount, so that they are known even while the amount is not:
 * {@code benefit.atLeast(P.least).atMost(P.most).pay(…)}.
 */
public interface Benefit {

	/**
	 * Pays an amount for the period or claim.
	 * @param amount exact yuan; rounded once, as the policy states
	 */
	void pay(Money amount);

	/**
	 * Waives a fee: the public pays it.
	 * @param fee yuan
	 */
	void waive(Money fee);

	/**
	 * Waives a share of a fee.
	 * @param fee yuan
	 * @param share how much of it the public pays
	 */
	void waive(Money fee, Ratio share);

	/**
	 * Reimburses a cost by segments.
	 * @param cost what is left after the deductible
	 * @param ratios the ratio of each segment
	 */
	void reimburse(Money cost, Segments ratios);

	/**
	 * Entitles to something in kind: a card, hours, days, pieces.
	 * @param what the thing
	 * @param quantity how much of it; none is no entitlement
	 */
	void entitle(Thing what, int quantity);

	/**
	 * Declines, whatever other rules grant.
	 * @param reason why, in Chinese
	 * @param reasonEn why, in English
	 */
	void decline(String reason, String reasonEn);

	/**
	 * Of a group of programs only one is paid (stacking only).
	 * @param group ids of the programs that exclude each other
	 * @param kind which one is paid
	 */
	void keepOne(Set<String> group, Code kind);

	/**
	 * The grant that follows is not below this.
	 * @param least yuan
	 * @return this, to go on
	 */
	Benefit atLeast(Money least);

	/**
	 * The grant that follows is not above this.
	 * @param most yuan
	 * @return this, to go on
	 */
	Benefit atMost(Money most);

	/**
	 * The grant that follows, rounded first, is at most what the calendar year has left
	 * of this ceiling after everything the program paid earlier in the year.
	 * @param ceiling yuan a calendar year
	 * @return this, to go on
	 */
	Benefit yearlyCeiling(Money ceiling);

	/**
	 * As {@link #yearlyCeiling}, counting only earlier claims of the same kind.
	 * @param ceiling yuan a calendar year
	 * @return this, to go on
	 */
	Benefit yearlyCeilingForKind(Money ceiling);

}
