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

}
