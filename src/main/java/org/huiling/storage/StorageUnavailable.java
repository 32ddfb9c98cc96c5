package org.huiling.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; says why and what to do. */
public class StorageUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * A reason not to start.
	 * @param message what is wrong
	 * @param action what the operator can do
	 * @param cause what it was noticed by, null if nothing was thrown
	 */
	public StorageUnavailable(String message, String action, @Nullable Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	/**
	 * What the operator can do.
	 * @return in a sentence or two
	 */
	public String action() {
		return this.action;
	}

}
