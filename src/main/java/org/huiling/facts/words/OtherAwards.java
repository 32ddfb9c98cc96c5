package org.huiling.facts.words;

import org.huiling.facts.words.ClaimYear.Paid;

/** What other programs award the same person on the fact day. */
@FunctionalInterface
public interface OtherAwards {

	/**
	 * What a program awards.
	 * @param program its id
	 * @return the award, which may be uncertain
	 */
	Paid of(String program);

}
