package org.huiling.facts.words;

/**
 * Thrown by a fact that was read and is not there: its {@code askWhen} fails, it has none
 * on this day, or it may be absent and is. Unlike the unknown nobody is asked for it. A
 * comparison with it fails, {@code !=} holds.
 */
public final class NotThere extends RuntimeException {

	/** The only one. Inside of this package it stands for the value that is not there. */
	@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace
	static final NotThere VALUE = new NotThere();

	private static final long serialVersionUID = 1L;

	private NotThere() {
		super("not there", null, false, false);
	}

}
