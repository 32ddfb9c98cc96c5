package org.huiling.facts.words;

/**
 * Makes what the rules of one version see. It is written for each version, with the words
 * that its rules use and no others.
 */
public interface Facades {

	/**
	 * The person as the version's rules see them.
	 * @param facts of the person
	 * @param words the declared words that the rules use of a person, by their number
	 * @return an object of the version's own class
	 */
	Object applicant(PersonFacts facts, Word[] words);

	/**
	 * The claim as the version's rules see it.
	 * @param facts of the claim
	 * @param words the declared words that the rules use of a claim, by their number
	 * @return an object of the version's own class
	 */
	Object claim(ClaimFacts facts, Word[] words);

	/**
	 * An item of a list as the version's rules see it.
	 * @param pattern which of the patterns that the rules use, by its number
	 * @param facts of the item
	 * @param words the words that the rules use of such an item, by their number
	 * @return an object of the version's own class
	 */
	Object item(int pattern, ItemFacts facts, Word[] words);

}
