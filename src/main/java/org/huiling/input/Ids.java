package org.huiling.input;

import java.util.UUID;

import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Ids as texts. */
public final class Ids {

	private static final int LENGTH = 36;

	private Ids() {
	}

	/**
	 * An id that somebody sent.
	 * @param text as it was sent
	 * @return the id, or null if the text is none
	 */
	public static @Nullable UUID parse(String text) {
		try {
			return (text.length() == LENGTH) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * An id in a path. What is none is answered like the id of nothing.
	 * @param text as it stands in the path
	 * @param missing the code of the refusal, such as {@code RUN_NOT_FOUND}
	 * @return the id
	 * @throws Refusal 404 if the text is no id
	 */
	public static UUID inPath(String text, String missing) {
		UUID id = parse(text);
		if (id == null) {
			throw Refusal.notFound(missing);
		}
		return id;
	}

}
