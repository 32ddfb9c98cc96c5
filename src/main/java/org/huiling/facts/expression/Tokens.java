package org.huiling.facts.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.facts.expression.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens; what a Chinese keyboard puts for a sign is named. */
final class Tokens {

	/** The most characters of an expression. */
	static final int LONGEST = 1_000;

	/** The most tokens of an expression. */
	static final int MOST = 300;

	private static final int LONGEST_NUMBER = 12;

	private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "<", ">", "(", ")", ",", ".", "+", "-",
			"*", "/");

	/** What is written for a sign, and what should be. */
	private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("，", ","), Map.entry("、", ","),
			Map.entry("（", "("), Map.entry("）", ")"), Map.entry("。", "."), Map.entry("＝", "=="), Map.entry("＜", "<"),
			Map.entry("＞", ">"), Map.entry("≤", "<="), Map.entry("≥", ">="), Map.entry("≠", "!="), Map.entry("“", "\""),
			Map.entry("”", "\""), Map.entry("‘", "\""), Map.entry("’", "\""), Map.entry("'", "\""),
			Map.entry("&&", "and"), Map.entry("||", "or"), Map.entry("!", "not"), Map.entry("=", "=="),
			Map.entry("×", "*"), Map.entry("÷", "whole(a / b)"), Map.entry("－", "-"), Map.entry("＋", "+"));

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	private int at;

	private Tokens(String text) {
		this.text = text;
	}

	/** The tokens of a text, the last one being the end. */
	static List<Token> of(String text) {
		if (text.length() > LONGEST) {
			throw fault(LONGEST, "…", "表达式超过 " + LONGEST + " 个字符",
					"the expression has more than " + LONGEST + " characters", null, null);
		}
		Tokens tokens = new Tokens(text);
		while (tokens.next()) {
			if (tokens.tokens.size() > MOST) {
				throw fault(tokens.at, "…", "表达式超过 " + MOST + " 个词", "the expression has more than " + MOST + " words",
						"分成几个派生事实", "split it into several derived facts");
			}
		}
		tokens.tokens.add(new Token(Kind.END, text.length(), ""));
		return tokens.tokens;
	}

	private boolean next() {
		while (this.at < this.text.length() && isBlank(this.text.charAt(this.at))) {
			this.at++;
		}
		if (this.at >= this.text.length()) {
			return false;
		}
		char first = this.text.charAt(this.at);
		if (isLetter(first)) {
			take(Kind.WORD, end(this.at));
		}
		else if (isDigit(first)) {
			number();
		}
		else if (first == '"') {
			text();
		}
		else {
			sign();
		}
		return true;
	}

	private void take(Kind kind, int end) {
		this.tokens.add(new Token(kind, this.at, this.text.substring(this.at, end)));
		this.at = end;
	}

	private int end(int from) {
		int end = from;
		while (end < this.text.length() && (isLetter(this.text.charAt(end)) || isDigit(this.text.charAt(end)))) {
			end++;
		}
		return end;
	}

	private void number() {
		int end = end(this.at);
		if (end + 1 < this.text.length() && this.text.charAt(end) == '.' && isDigit(this.text.charAt(end + 1))) {
			end = end(end + 1);
		}
		String number = this.text.substring(this.at, end);
		if (number.length() > LONGEST_NUMBER || !number.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
			throw fault(this.at, number, "不是数字：最多九位整数、两位小数",
					"not a number: at most nine digits before the point and two behind it", null, null);
		}
		take(Kind.NUMBER, end);
	}

	private void text() {
		int end = this.text.indexOf('"', this.at + 1);
		if (end < 0) {
			throw fault(this.at, "\"", "引号没有结束", "the quotation is not closed", "补上结束的引号", "close it");
		}
		this.tokens.add(new Token(Kind.TEXT, this.at, this.text.substring(this.at + 1, end)));
		this.at = end + 1;
	}

	private void sign() {
		for (String sign : SIGNS) {
			if (this.text.startsWith(sign, this.at)) {
				take(Kind.SIGN, this.at + sign.length());
				return;
			}
		}
		String two = this.text.substring(this.at, Math.min(this.at + 2, this.text.length()));
		String one = this.text.substring(this.at, this.text.offsetByCodePoints(this.at, 1));
		String written = MEANT.containsKey(two) ? two : one;
		String meant = MEANT.get(written);
		throw fault(this.at, shown(written), "表达式里不能有 " + shown(written),
				shown(written) + " has no place in an expression",
				(meant != null) ? "写成半角的 " + meant : "只用英文字母、数字和 and or not == 等写法",
				(meant != null) ? "write " + meant : "letters, digits, and or not, == and the like only");
	}

	private static String shown(String character) {
		return character.codePoints().allMatch((one) -> Character.isDefined(one) && isSeen(one)) ? character
				: String.format(Locale.ROOT, "U+%04X", character.codePointAt(0));
	}

	private static boolean isSeen(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR,
					Character.NON_SPACING_MARK ->
				false;
			default -> true;
		};
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\n' || character == '\t' || character == '\r';
	}

	private static boolean isLetter(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static ExpressionException fault(int at, String excerpt, String zh, String en, @Nullable String hintZh,
			@Nullable String hintEn) {
		return new ExpressionException(new ExpressionFault(at, excerpt, zh, en, hintZh, hintEn));
	}

}
