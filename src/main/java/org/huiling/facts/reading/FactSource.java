package org.huiling.facts.reading;

import java.util.List;
import java.util.Map;

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
	 * The same by the place of the field, quickly: most of what may be told is not.
	 * @param field its name
	 * @param place its place among the fields that may be here
	 * @return false if it is absent or said to be unknown
	 */
	boolean has(String field, int place);

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
	 * @param places of the fields it may have, in their order from 0
	 * @return them, null if nothing is told of it
	 */
	@Nullable FactSource group(String field, Map<String, Integer> places);

	/**
	 * The items of a list.
	 * @param field its name
	 * @param most how many it may have
	 * @param places of the fields an item may have, in their order from 0
	 * @return them, null at the place of one that is wrong; null if nothing is told of it
	 */
	@Nullable List<@Nullable FactSource> items(String field, int most, Map<String, Integer> places);

}
