package org.huiling.problem;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Words that no message bundle has, such as those that the data dictionary declares. */
public interface OtherWords {

	/**
	 * A text by its key.
	 * @param key such as {@code field.hukou.region}
	 * @param locale the reader's
	 * @return null if there is none
	 */
	@Nullable String word(String key, Locale locale);

}
