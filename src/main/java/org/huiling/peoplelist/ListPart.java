package org.huiling.peoplelist;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file of people that is read by itself, with the lines above the rows before
 * it.
 *
 * @param file its name
 * @param from its first byte, from 0
 * @param to the byte after its last one; -1 for the end of the file
 * @param line the number of its first line, from 1
 * @param head how many bytes of the file stand before it: to the end of the header; 0 for
 * a part that begins the file or has none
 * @param headLines how many lines these are
 * @param encoding the name of the encoding, null if that is to be found out
 */
public record ListPart(String file, long from, long to, long line, long head, long headLines,
		@Nullable String encoding) implements Serializable {

	/**
	 * A whole file.
	 * @param file its name
	 * @return it
	 */
	static ListPart whole(String file) {
		return new ListPart(file, 0, -1, 1, 0, 0, null);
	}

}
