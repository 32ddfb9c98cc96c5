package org.huiling.facts;

/**
 * Which of excluding awards is paid: the highest (就高不就低), or the one the person chose
 * (择一).
 */
public final class StackingKind {

	/** The code {@code HIGHEST}. */
	public static final Code HIGHEST = Code.of("StackingKind", "HIGHEST");

	/** The code {@code CHOOSE_ONE}. */
	public static final Code CHOOSE_ONE = Code.of("StackingKind", "CHOOSE_ONE");

	private StackingKind() {
	}

}
