package org.huiling.facts.reading;

import java.util.List;
import java.util.Set;

import org.huiling.facts.dictionary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a person, of a group of facts or of an item of a list, as somebody wrote
 * them. What is absent comes as null; what cannot be read is refused by the source itself
 * and comes as null, so that reading goes on and everything wrong is found at once.
 */
public interface FactSource {

	/**
	 * Whether a field has a value, be it wrong.
	 * @param field its name
	 * @return false if it is absent or said to be unknown
	 */
	boolean has(String field);

	/**
	 * A value within the bounds of its declaration; days are not held against others.
	 * @param fact what is declared
	 * @param field its name
	 * @return as a record has it, a code by its name
	 */
	@Nullable Object value(Fact fact, String field);

	/**
	 * The fields of a group.
	 * @param field its name
	 * @param names the fields it may have
	 * @return them, null if nothing is told of it
	 */
	@Nullable FactSource group(String field, Set<String> names);

	/**
	 * The items of a list.
	 * @param field its name
	 * @param most how many it may have
	 * @param names the fields an item may have
	 * @return them, null at the place of one that is wrong; null if nothing is told of it
	 */
	@Nullable List<@Nullable FactSource> items(String field, int most, Set<String> names);

}
