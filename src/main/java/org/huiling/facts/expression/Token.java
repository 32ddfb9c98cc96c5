package org.huiling.facts.expression;

/**
 * A word, number, text or sign of an expression.
 *
 * @param kind which of them
 * @param at the index of its first character
 * @param text as it is written, a text without its quotes
 */
record Token(Kind kind, int at, String text) {

	/** What a token is. */
	enum Kind {

		WORD, NUMBER, TEXT, SIGN, END

	}

	boolean is(String sign) {
		return (this.kind == Kind.SIGN || this.kind == Kind.WORD) && this.text.equals(sign);
	}

}
