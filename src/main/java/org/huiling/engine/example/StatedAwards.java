package org.huiling.engine.example;

import org.huiling.facts.words.ClaimYear.Paid;
import org.jspecify.annotations.Nullable;

/**
 * What other programs award as somebody supposes it, in place of what they would be
 * assessed to award: in worked examples and in the search for flaws.
 */
@FunctionalInterface
public interface StatedAwards {

	/**
	 * What a program awards.
	 * @param program its id
	 * @param claim the claim that is looked at, null if none is
	 * @return the award; nothing where none is stated
	 */
	Paid award(String program, @Nullable String claim);

}
