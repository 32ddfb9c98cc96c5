package org.huiling.engine.drools;

import java.util.List;

import org.huiling.engine.drools.Expression.Call;
import org.huiling.engine.drools.Expression.Property;
import org.jspecify.annotations.Nullable;

/** Tells a further step on the way to a property from something done with an amount. */
final class Members {

	private Members() {
	}

	/**
	 * What a word behind an expression stands for.
	 * @param on the fact, the part of it or the amount before the dot
	 * @param word the word
	 * @param arguments what stands in brackets behind it, null if there are none
	 */
	static Expression of(Expression on, String word, @Nullable List<Expression> arguments) {
		if (!(on instanceof Property property) || !property.arguments().isEmpty() || isValue(property)) {
			return new Call(on, word, (arguments != null) ? arguments : List.of());
		}
		String before = property.path().isEmpty() ? "" : property.path() + ".";
		if (arguments != null && arguments.isEmpty()) {
			String plain = isGetter(word) ? Character.toLowerCase(word.replaceFirst("^(?:get|is)", "").charAt(0))
					+ word.replaceFirst("^(?:get|is)", "").substring(1) : word + "()";
			return new Property(property.fact(), before + plain, List.of());
		}
		return new Property(property.fact(), before + word, (arguments != null) ? arguments : List.of());
	}

	/** The same for a call on a name, now that it is known what the name stands for. */
	static Expression again(Expression on, Call call) {
		boolean brackets = !call.arguments().isEmpty() || isGetter(call.word());
		return of(on, call.word(), brackets ? call.arguments() : null);
	}

	private static boolean isGetter(String word) {
		return word.matches("(?:get|is)[A-Z].*");
	}

	private static boolean isValue(Property property) {
		Class<?> type = type(property);
		return type != null && Vocabulary.isValue(type);
	}

	/** The type of a property, null if there is none of that path. */
	static @Nullable Class<?> type(Property property) {
		Class<?> at = property.fact();
		for (String word : property.path().isEmpty() ? new String[0] : property.path().split("\\.")) {
			at = (at != null) ? Vocabulary.word(at, word) : null;
		}
		return at;
	}

}
