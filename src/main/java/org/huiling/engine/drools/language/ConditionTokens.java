package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a condition, one after the other. */
final class ConditionTokens {

	private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[$\\p{L}_][$\\p{L}\\w]*"
			+ "|\\d+(?:\\.\\d+)?|==|!=|<=|>=|:=|!\\.|[<>.,()!+*:-]|\\S)");

	private final List<Token> tokens;

	private final int length;

	private int at;

	/** A word or sign, and where it begins. */
	private record Token(String text, int offset) {
	}

	private ConditionTokens(List<Token> tokens, int length) {
		this.tokens = tokens;
		this.length = length;
	}

	static ConditionTokens of(String text) {
		List<Token> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(new Token(matcher.group(1), matcher.start(1)));
		}
		return new ConditionTokens(tokens, text.length());
	}

	boolean atEnd() {
		return this.at >= this.tokens.size();
	}

	/** The next token, empty at the end. */
	String peek() {
		return peek(0);
	}

	/** A token further on, empty behind the end. */
	String peek(int further) {
		return (this.at + further < this.tokens.size()) ? this.tokens.get(this.at + further).text() : "";
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

	/** Where the next token begins. */
	int offset() {
		return atEnd() ? this.length : this.tokens.get(this.at).offset();
	}

}
