package org.huiling.engine.reason;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something to know about an answer: a warning or an assumption.
 *
 * @param code a stable code
 * @param field the field it concerns, null if none
 * @param message for people
 */
public record Note(String code, @Nullable String field, Bilingual message) {

	/** The code of the note that no policy is in force. */
	public static final String NO_POLICY = "NO_POLICY_IN_FORCE";

}
