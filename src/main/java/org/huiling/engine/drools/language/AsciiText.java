package org.huiling.engine.drools.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rule text as Drools gets it: in ASCII alone. Drools reads files, and hashes conditions
 * to name their classes, in the character set that the machine happens to have: in one
 * without Chinese, two conditions that differ in Chinese characters would become one.
 * Escapes of the author's own are refused before, so what is escaped here can be read
 * back.
 */
public final class AsciiText {

	private static final Pattern PART = Pattern.compile(
			"(?://[^\\n]*|/\\*.*?\\*/)|(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')" + "|[^\\x00-\\x7F]",
			Pattern.DOTALL);

	private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7F]");

	private static final Pattern ESCAPED = Pattern.compile("(?:\\\\|__)u([0-9a-f]{4})");

	private AsciiText() {
	}

	/**
	 * Quoted characters are escaped as in Java, those of names so that they stay names.
	 * Lines stay lines.
	 */
	public static String of(String text) {
		return PART.matcher(text).replaceAll((part) -> {
			boolean quoted = part.group(1) != null;
			return Matcher.quoteReplacement(escaped(part.group(), quoted ? "\\u" : "__u"));
		});
	}

	private static String escaped(String text, String sign) {
		return FOREIGN.matcher(text)
			.replaceAll((one) -> one.group()
				.chars()
				.mapToObj((unit) -> Matcher.quoteReplacement(sign + String.format("%04x", unit)))
				.collect(Collectors.joining()));
	}

	/** The text as the author wrote it. */
	public static String undo(String text) {
		return ESCAPED.matcher(text)
			.replaceAll((one) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(one.group(1), 16))));
	}

}
