package org.huiling.engine.drools.language;

import java.util.List;

import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Property;
import org.jspecify.annotations.Nullable;

/** Tells a further step on the way to a property from something done with an amount. */
public record Members(RuleVocabulary vocabulary) {

	/**
	 * What a word behind an expression stands for.
	 * @param on the fact, the part of it or the amount before the dot
	 * @param word the word
	 * @param arguments what stands in brackets behind it, null if there are none
	 */
	public Operand of(Operand on, String word, @Nullable List<Operand> arguments) {
		if (!(on instanceof Property property) || !property.arguments().isEmpty()
				|| (property.type() != null && JavaWords.isValue(property.type()))) {
			return new Call(on, word, (arguments != null) ? arguments : List.of());
		}
		if (arguments != null && arguments.isEmpty()) {
			String plain = isGetter(word) ? Character.toLowerCase(word.replaceFirst("^(?:get|is)", "").charAt(0))
					+ word.replaceFirst("^(?:get|is)", "").substring(1) : word + "()";
			return step(property, plain, List.of());
		}
		return step(property, word, (arguments != null) ? arguments : List.of());
	}

	private Property step(Property property, String word, List<Operand> arguments) {
		String path = property.path().isEmpty() ? word : property.path() + "." + word;
		String type = (property.type() != null) ? this.vocabulary.word(property.type(), word) : null;
		return new Property(property.fact(), path, arguments, type);
	}

	/** The same for a call on a name, now that it is known what the name stands for. */
	Operand again(Operand on, Call call) {
		boolean brackets = !call.arguments().isEmpty() || isGetter(call.word());
		return of(on, call.word(), brackets ? call.arguments() : null);
	}

	private static boolean isGetter(String word) {
		return word.matches("(?:get|is)[A-Z].*");
	}

}
