package org.huiling.decision;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Ids as texts. */
public final class Ids {

	private static final int LENGTH = 36;

	private Ids() {
	}

	/** The id, or null if the text is none. */
	public static @Nullable UUID parse(String text) {
		try {
			return (text.length() == LENGTH) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
