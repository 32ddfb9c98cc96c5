package org.huiling.facts.expression;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/** What names and codes an expression may use, and what kinds of values they have. */
public interface Vocabulary {

	/**
	 * The kind of value of a fact.
	 * @param path of a recorded fact outside lists, a list, or a derived fact
	 * @return its type, null if there is no such fact
	 */
	@Nullable ValueType fact(String path);

	/**
	 * The kind of value of a field of an item.
	 * @param list the path of the list
	 * @param name the field's name
	 * @return its type, null if there is no such field
	 */
	@Nullable ValueType field(String list, String name);

	/**
	 * The codes of a type.
	 * @param type its name
	 * @return their names, null if there is no such type
	 */
	@Nullable Collection<String> codes(String type);

	/**
	 * The field that holds the first or last day of a list's items.
	 * @param list the path of the list
	 * @param first whether it is the first day
	 * @return the field's name, null if there is none
	 */
	@Nullable String period(String list, boolean first);

	/**
	 * Every name that may be used.
	 * @param list the path of the list whose items are looked at, null outside of them
	 * @return fields first
	 */
	Collection<String> names(@Nullable String list);

	/**
	 * The names of all code types.
	 * @return in no order
	 */
	Collection<String> codeTypes();

}
