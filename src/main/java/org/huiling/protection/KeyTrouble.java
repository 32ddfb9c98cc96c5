package org.huiling.protection;

import org.jspecify.annotations.Nullable;

/** The keys cannot be used; says why and what to do. Never names a key's value. */
class KeyTrouble extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * A reason not to go on.
	 * @param message what is wrong
	 * @param action what the operator can do
	 * @param cause what it was noticed by, null if nothing was thrown
	 */
	KeyTrouble(String message, String action, @Nullable Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
