package org.huiling.facts.expression;

/** What an expression reads: of a person, or of one item of a list. */
public interface FactValues {

	/**
	 * The value of a fact.
	 * @param name of a person the path of a fact, recorded or derived; of an item the
	 * name of its field
	 * @return its value
	 */
	Answer value(String name);

	/**
	 * The items of a list.
	 * @param list its path
	 * @return a known {@code List<Values>}, unknown, or not there
	 */
	Answer items(String list);

}
