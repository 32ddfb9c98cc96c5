package org.huiling.protection;

import org.jspecify.annotations.Nullable;

/** A sealed blob cannot be opened; the message says why and holds nothing of it. */
public final class SealBroken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SealBroken(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
