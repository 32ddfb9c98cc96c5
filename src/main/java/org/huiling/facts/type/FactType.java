package org.huiling.facts.type;

/** What kind of value a fact has. */
public enum FactType {

	/** Yes or no. */
	BOOLEAN("boolean"),

	/** A whole number. */
	INTEGER("integer"),

	/** An exact number with decimals. */
	DECIMAL("decimal"),

	/** An amount of at most two decimals. */
	MONEY("money"),

	/** A day. */
	DATE("date"),

	/** A region code of six to twelve digits. */
	REGION("region"),

	/** One of a list of codes. */
	CODE("code"),

	/** Several of a list of codes. */
	CODES("codes"),

	/** A text that no rule reads. */
	TEXT("text");

	private final String word;

	FactType(String word) {
		this.word = word;
	}

	/**
	 * As a fact file writes it.
	 * @return such as {@code money}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Whether its values are codes.
	 * @return true for one code and for several
	 */
	public boolean isCoded() {
		return this == CODE || this == CODES;
	}

	/**
	 * Whether its values are numbers.
	 * @return true for whole numbers, decimals and amounts
	 */
	public boolean isNumber() {
		return this == INTEGER || this == DECIMAL || this == MONEY;
	}

}
