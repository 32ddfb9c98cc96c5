package org.huiling.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a file that somebody wrote.
 *
 * @param file its path, null if it is wrong with all of them together
 * @param line the first is 1, null likewise
 * @param column the first is 1, null likewise
 * @param code a stable code such as {@code UNKNOWN_FIELD}
 * @param zh what is wrong, in Chinese
 * @param en what is wrong, in English
 */
public record FileError(@Nullable String file, @Nullable Integer line, @Nullable Integer column, String code, String zh,
		String en) {

}
