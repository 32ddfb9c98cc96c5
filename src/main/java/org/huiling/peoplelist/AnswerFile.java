package org.huiling.peoplelist;

import java.io.IOException;

/**
 * A file of answers under way.
 *
 * @param <T> what a line of a list becomes
 */
public interface AnswerFile<T> {

	/** What a line becomes; asked by several threads. */
	T rendered(AssessedLine line);

	/** Writes a line; asked by one thread, in the order of the list. */
	void write(T rendered) throws IOException;

	/** Writes what is still to be written; whoever gave the stream closes it. */
	void end() throws IOException;

}
