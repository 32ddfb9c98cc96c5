package org.huiling.facts.expression;

import org.jspecify.annotations.Nullable;

/** Finds the field that says of which kind an item is. */
public final class ItemKinds {

	private ItemKinds() {
	}

	/**
	 * The field of a list's items that holds codes of a type.
	 * @param vocabulary what is declared
	 * @param list the path of the list
	 * @param codes the name of the type
	 * @return its name, null if there is none or more than one
	 */
	public static @Nullable String field(Vocabulary vocabulary, String list, String codes) {
		String found = null;
		ValueType wanted = ValueType.code(codes);
		for (String name : vocabulary.names(list)) {
			if (wanted.equals(vocabulary.field(list, name))) {
				if (found != null && !found.equals(name)) {
					return null;
				}
				found = name;
			}
		}
		return found;
	}

}
