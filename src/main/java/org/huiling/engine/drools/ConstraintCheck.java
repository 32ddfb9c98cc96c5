package org.huiling.engine.drools;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Admits in one condition only known words: facts and their properties, parameters,
 * codes, bound variables and a few operators.
 */
final class ConstraintCheck {

	private static final Set<String> OPERATORS = Set.of("in", "not", "memberOf", "contains", "excludes", "true",
			"false");

	private static final String ZERO = "Money.ZERO";

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	private static final Pattern CHAIN = Pattern
		.compile("(?<dot>\\.\\s*)?(?<chain>[$\\p{L}_][$\\p{L}\\w]*(?:\\s*\\.\\s*[$\\p{L}_][$\\p{L}\\w]*)*)");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$])\\d+(?:\\.\\d+)?(?![\\w.])");

	private static final Pattern COMPARISON = Pattern
		.compile("\\s*([\\p{L}.]+)\\s*(?:==|!=|<=|>=|<|>)\\s*P\\.([A-Za-z]\\w*)(\\.at\\(.*\\))?\\s*");

	private static final Pattern CODE = Pattern.compile("\\s*([\\p{L}.]+)\\s*(?:==|!=)\\s*([A-Z]\\w*)\\.[A-Z]\\w*\\s*");

	private static final Pattern NUMBER_AND_TEXT = Pattern
		.compile("\\s*([\\p{L}.]+)\\s*(?:==|!=|<=|>=|<|>)\\s*(\"[^\"]*\")\\s*");

	private static final Map<String, String> BOXES = Map.of("int", "Integer", "boolean", "Boolean");

	private final Names names;

	ConstraintCheck(Names names) {
		this.names = names;
	}

	void check(Place place, String text, @Nullable Class<?> fact) {
		String bare = QUOTED.matcher(text).replaceAll((match) -> "\"" + " ".repeat(match.group().length() - 2) + "\"");
		String expression = bare.replaceFirst("^\\s*\\$[$\\p{L}\\w]*\\s*:=?\\s*", "");
		if (joinsText(expression, fact)) {
			this.names.refuse(place, "+");
		}
		Matcher chains = CHAIN.matcher(expression);
		while (chains.find()) {
			chain(place, chains.group("chain").replaceAll("\\s", ""), chains.group("dot") != null, fact);
		}
		types(place, text, expression, fact);
		if (this.names.refusedAny()) {
			return;
		}
		Matcher numbers = NUMBER.matcher(expression);
		while (numbers.find()) {
			if (!numbers.group().equals("0") && !numbers.group().equals("1")) {
				this.names.literal(place, numbers.group());
			}
		}
	}

	/** Texts joined over and over double each time; a sum over known numbers does not. */
	private static boolean joinsText(String expression, @Nullable Class<?> fact) {
		return expression.contains("+") && (expression.contains("\"") || expression.contains("$")
				|| CHAIN.matcher(expression).results().anyMatch((chain) -> type(fact, chain.group()) == String.class));
	}

	private void chain(Place place, String chain, boolean continued, @Nullable Class<?> fact) {
		if (!continued && chain.equals(ZERO)) {
			return;
		}
		String[] words = chain.split("\\.");
		if (!continued && words[0].equals("P") && words.length > 1) {
			this.names.parameter(place, words[1]);
			words(place, words, 2, null);
		}
		else if (!continued && Vocabulary.codes(words[0]) != null && words.length > 1) {
			this.names.code(place, words[0], words[1]);
			words(place, words, 2, null);
		}
		else if (continued) {
			words(place, words, 0, null);
		}
		else if (words[0].startsWith("$")) {
			this.names.variable(place, words[0]);
			words(place, words, 1, null);
		}
		else if (!OPERATORS.contains(words[0]) || words.length > 1) {
			words(place, words, 0, fact);
		}
	}

	private void words(Place place, String[] words, int from, @Nullable Class<?> type) {
		Class<?> at = type;
		for (int i = from; i < words.length; i++) {
			boolean known = (at != null) ? Vocabulary.word(at, words[i]) != null : Vocabulary.knows(words[i]);
			if (!known) {
				this.names.field(place, words[i], at);
				return;
			}
			at = (at != null) ? Vocabulary.word(at, words[i]) : null;
		}
	}

	/** A comparison of a fact with a parameter or a text of another kind never holds. */
	private void types(Place place, String text, String expression, @Nullable Class<?> fact) {
		Matcher comparison = COMPARISON.matcher(expression);
		if (comparison.matches()) {
			Class<?> left = type(fact, comparison.group(1));
			String right = this.names.typeOf(comparison.group(2));
			if (comparison.group(3) != null && right != null) {
				right = right.startsWith("Table") ? right.replaceFirst("^Table<\\w+, (.*)>$", "$1") : null;
			}
			if (left != null && right != null && !box(left).equals(BOXES.getOrDefault(right, right))) {
				this.names.wrongUnit(place,
						comparison.group(1) + " 是 " + word(left) + "，参数 " + comparison.group(2) + " 的单位与之不符",
						comparison.group(1) + " is a " + word(left) + "; the parameter " + comparison.group(2)
								+ " is of another unit");
			}
		}
		Matcher code = CODE.matcher(expression);
		if (code.matches() && Vocabulary.codes(code.group(2)) != null) {
			Class<?> left = type(fact, code.group(1));
			if (left != null && !left.getSimpleName().equals(code.group(2))) {
				this.names.wrongUnit(place, code.group(1) + " 不能与 " + code.group(2) + " 的代码比较",
						code.group(1) + " cannot be compared with a code of " + code.group(2));
			}
		}
		Matcher quoted = NUMBER_AND_TEXT.matcher(text);
		if (quoted.matches()) {
			Class<?> left = type(fact, quoted.group(1));
			if (left != null && left != String.class) {
				this.names.wrongLiteral(place, word(left));
			}
		}
	}

	private static @Nullable Class<?> type(@Nullable Class<?> fact, String chain) {
		Class<?> at = fact;
		for (String word : chain.split("\\.")) {
			at = (at != null) ? Vocabulary.word(at, word) : null;
		}
		return at;
	}

	private static String box(Class<?> type) {
		return BOXES.getOrDefault(type.getSimpleName(), type.getSimpleName());
	}

	private static String word(Class<?> type) {
		return type.isPrimitive() ? box(type).replace("Integer", "number").toLowerCase(Locale.ROOT)
				: type.getSimpleName();
	}

}
