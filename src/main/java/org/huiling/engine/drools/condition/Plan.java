package org.huiling.engine.drools.condition;

import org.huiling.facts.Awards;
import org.huiling.facts.Benefit;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one version as one class, written when the version is loaded: every rule a
 * method that calls Drools' own compiled conditions and, if they all hold, its compiled
 * consequence. Public for the class loader of the version alone.
 */
public interface Plan {

	/**
	 * Runs every rule in order.
	 * @param applicant the person, of the version's own class, if the program has one
	 * @param claim the claim, of the version's own class, if one is evaluated
	 * @param awards the awards, if stacking is evaluated
	 * @param firings takes what the rules that hold say
	 * @param lists gives the items of lists
	 * @throws Exception what a condition or consequence throws, above all for a fact that
	 * is unknown
	 */
	void run(@Nullable Object applicant, @Nullable Object claim, @Nullable Awards awards, Firings firings, Lists lists)
			throws Exception;

	/** The lists of the person that rules look at. */
	interface Lists {

		/**
		 * The items of a list.
		 * @param pattern what rules call an item
		 * @return each of the version's own class
		 * @throws org.huiling.facts.UnknownFact if the list is unknown
		 */
		Object[] items(String pattern);

	}

	/** Hears of each alternative of a rule that holds. */
	interface Firings {

		/**
		 * Before the consequence.
		 * @return what the consequence speaks to
		 */
		Benefit begin();

		/**
		 * After the consequence.
		 * @param rule the rule's place
		 */
		void end(int rule);

	}

}
