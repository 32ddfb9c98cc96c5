package org.huiling.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The words and signs of a condition, one after the other. */
final class Tokens {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[$\\p{L}_][$\\p{L}\\w]*|\\d+(?:\\.\\d+)?|==|!=|<=|>=|[<>.,()]|\\S)");

	private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=");

	private static final Set<String> WORDS = Set.of("in", "memberOf");

	private final List<String> tokens;

	private int at;

	private Tokens(List<String> tokens) {
		this.tokens = tokens;
	}

	static Tokens of(String text) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(matcher.group(1));
		}
		return new Tokens(tokens);
	}

	boolean atEnd() {
		return this.at == this.tokens.size();
	}

	/** The next token, empty at the end. */
	String peek() {
		return atEnd() ? "" : this.tokens.get(this.at);
	}

	String next() {
		String token = peek();
		this.at++;
		return token;
	}

	/** Takes the next token if it is this one. */
	boolean take(String token) {
		if (!peek().equals(token)) {
			return false;
		}
		this.at++;
		return true;
	}

	@Nullable String operator() {
		String not = take("not") ? "not " : "";
		if (WORDS.contains(peek()) || (not.isEmpty() && SIGNS.contains(peek()))) {
			return not + next();
		}
		return null;
	}

}
