package org.huiling.facts;

/**
 * How an uplift changes a ratio: `POINTS` adds n/100, `RELATIVE` multiplies by (1 +
 * n/100).
 */
public final class UpliftKind {

	/** The code {@code POINTS}. */
	public static final Code POINTS = Code.of("UpliftKind", "POINTS");

	/** The code {@code RELATIVE}. */
	public static final Code RELATIVE = Code.of("UpliftKind", "RELATIVE");

	private UpliftKind() {
	}

}
