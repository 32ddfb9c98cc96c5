package org.huiling.facts.words;

/**
 * Thrown by a fact that was read and is not there: its {@code askWhen} fails, it has none
 * on this day, or it may be absent and is. Unlike the unknown nobody is asked for it. A
 * comparison with it fails, {@code !=} holds.
 */
public final class NotThere extends RuntimeException {

	/** Inside of this package it stands for the value that is not there. */
	@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace
	static final NotThere VALUE = new NotThere();

	private static final long serialVersionUID = 1L;

	private final String path;

	private NotThere() {
		this("");
	}

	/** That of one word: thrown where a rule asks. */
	NotThere(String path) {
		super("not there", null, false, false);
		this.path = path;
	}

	/**
	 * What was asked for.
	 * @return the way to the fact, such as {@code partySince}
	 */
	public String path() {
		return this.path;
	}

}
