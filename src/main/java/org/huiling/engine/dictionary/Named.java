package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Finds what an expression names: inside a list the field of an item before a fact. */
final class Named {

	private final Declarations declared;

	private final List<String> paths = new ArrayList<>();

	private Named(Declarations declared) {
		this.declared = declared;
	}

	/** What an expression about a person names. */
	static List<String> in(Expression expression, Declarations declared) {
		return in(expression, null, declared);
	}

	/**
	 * What an expression names.
	 * @param list the path of the list whose items it is about, null if it is about the
	 * person
	 * @return the path of each, such as {@code claims[].date}, as often as it stands
	 * there
	 */
	static List<String> in(Expression expression, @Nullable String list, Declarations declared) {
		Named named = new Named(declared);
		named.collect(expression, list);
		return named.paths;
	}

	private void collect(Expression expression, @Nullable String list) {
		if (expression instanceof Expression.Name name) {
			String field = list + "[]." + name.path();
			this.paths.add((list != null && this.declared.entries().containsKey(field)) ? field : name.path());
			return;
		}
		String items = list;
		for (Expression part : expression.parts()) {
			collect(part, items);
			if (expression instanceof Expression.Call && part instanceof Expression.Name name
					&& this.declared.entries().get(name.path()) instanceof FactList) {
				items = name.path();
			}
		}
	}

}
