package org.huiling.engine.dictionary.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of texts that can be matched without going back: characters and classes, each
 * repeated a fixed number of times, one of them as often as it likes. No groups, no
 * alternatives.
 */
public final class TextPattern {

	private static final int LONGEST = 200;

	private static final int MOST = 1_000;

	private static final int MAYBE = 5;

	private static final String ESCAPED = "dw.-/()+*?[]{}|^$\\";

	private static final String SIGNS = "](){}|^$.*+?";

	private static final Pattern TIMES = Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{1,4}))?}");

	private final String pattern;

	private int at;

	private int maybe;

	private int repeated;

	private TextPattern(String pattern) {
		this.pattern = pattern;
	}

	/** What is wrong with a pattern, or null. */
	public static @Nullable Bilingual fault(String pattern) {
		if (pattern.isEmpty() || pattern.length() > LONGEST) {
			return new Bilingual("pattern 应有 1 至 " + LONGEST + " 个字符", "a pattern has 1 to " + LONGEST + " characters");
		}
		return new TextPattern(pattern).fault();
	}

	private @Nullable Bilingual fault() {
		while (this.at < this.pattern.length()) {
			int start = this.at;
			if (!isCharacter() || !isRepeatedWell()) {
				String part = this.pattern.substring(start, Math.min(start + 10, this.pattern.length()));
				return new Bilingual("pattern 里不能这样写：" + part, "a pattern cannot have this: " + part);
			}
		}
		if (this.repeated > 1 || this.maybe > MAYBE) {
			return new Bilingual("pattern 里只能有一处次数不定（* + {2,4}），? 至多 " + MAYBE + " 处",
					"only one part of a pattern may repeat as it likes (* + {2,4}), and at most " + MAYBE
							+ " may be left out (?)");
		}
		try {
			Pattern.compile(this.pattern);
			return null;
		}
		catch (PatternSyntaxException ex) {
			return new Bilingual("pattern 写错了", "the pattern is malformed");
		}
	}

	private boolean isCharacter() {
		char first = this.pattern.charAt(this.at);
		if (first == '\\') {
			this.at += 2;
			return this.at <= this.pattern.length() && ESCAPED.indexOf(this.pattern.charAt(this.at - 1)) >= 0;
		}
		if (first == '[') {
			return isClass();
		}
		this.at++;
		return SIGNS.indexOf(first) < 0;
	}

	private boolean isClass() {
		int start = ++this.at;
		while (this.at < this.pattern.length() && this.pattern.charAt(this.at) != ']') {
			char one = this.pattern.charAt(this.at);
			if (one == '[' || one == '&') {
				return false;
			}
			if (one == '\\'
					&& (++this.at >= this.pattern.length() || ESCAPED.indexOf(this.pattern.charAt(this.at)) < 0)) {
				return false;
			}
			this.at++;
		}
		return this.at++ < this.pattern.length() && this.at - 1 > start;
	}

	private boolean isRepeatedWell() {
		if (this.at >= this.pattern.length()) {
			return true;
		}
		char sign = this.pattern.charAt(this.at);
		if (sign == '?') {
			this.at++;
			this.maybe++;
		}
		else if (sign == '*' || sign == '+') {
			this.at++;
			this.repeated++;
		}
		else if (sign == '{') {
			return isBounded();
		}
		return true;
	}

	private boolean isBounded() {
		Matcher times = TIMES.matcher(this.pattern).region(this.at, this.pattern.length());
		if (!times.lookingAt()) {
			return false;
		}
		this.at = times.end();
		int least = Integer.parseInt(times.group(1));
		int most = (times.group(2) != null) ? Integer.parseInt(times.group(2)) : least;
		this.repeated += (least < most) ? 1 : 0;
		return most >= 1 && least <= most && most <= MOST;
	}

}
