package org.huiling.facts.dictionary;

import org.huiling.facts.type.Naming;

/** What a fact file declares under a name: a fact, a group of them, or a list. */
public sealed interface Entry permits Fact, FactGroup, FactList {

	/**
	 * The way to it.
	 * @return such as {@code household.dibao.type}, in a list {@code claims[].date}
	 */
	String path();

	/**
	 * What it is called.
	 * @return in both languages
	 */
	Naming naming();

	/**
	 * Whether anything of it is sealed.
	 * @return true also of a group or list of which one field is
	 */
	boolean isSealed();

	/**
	 * Its own name.
	 * @return the last step of the path
	 */
	default String name() {
		return path().substring(path().lastIndexOf('.') + 1);
	}

}
