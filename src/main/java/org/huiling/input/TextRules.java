package org.huiling.input;

import org.jspecify.annotations.Nullable;

/** What a text may hold. */
public final class TextRules {

	static final int SHORTEST_REGION = 6;

	static final int LONGEST_REGION = 12;

	private TextRules() {
	}

	/**
	 * What is wrong with a text.
	 * @param text of any content
	 * @param longest the most characters
	 * @return null if nothing is
	 */
	public static @Nullable ShapeFault fault(String text, int longest) {
		if (text.length() > longest) {
			return ShapeFault.TOO_LONG;
		}
		if (text.isBlank()) {
			return ShapeFault.BLANK;
		}
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isISOControl(character) || (Character.isSurrogate(character) && !isPair(text, i))) {
				return ShapeFault.CONTROL_CHARACTER;
			}
		}
		return null;
	}

	/**
	 * Half a character, which JSON can escape, would be refused by the database later.
	 */
	private static boolean isPair(String text, int at) {
		return Character.isHighSurrogate(text.charAt(at))
				? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
				: at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
	}

	/**
	 * Whether a text is a region code.
	 * @param text of any content
	 * @return true for six to twelve digits
	 */
	public static boolean isRegion(String text) {
		if (text.length() < SHORTEST_REGION || text.length() > LONGEST_REGION) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
