package org.huiling.facts;

/** Sex as recorded; the 17th digit of a resident id is odd for a male. */
public final class Sex {

	/** The code {@code FEMALE}. */
	public static final Code FEMALE = Code.of("Sex", "FEMALE");

	/** The code {@code MALE}. */
	public static final Code MALE = Code.of("Sex", "MALE");

	private Sex() {
	}

}
