package org.huiling.peoplelist;

import java.io.IOException;
import java.io.InputStream;

/** A file of people, wherever it lies. */
@FunctionalInterface
public interface ListFile {

	/**
	 * Opens it.
	 * @param from the first byte that is wanted, from 0
	 * @return its bytes from there on; whoever asked closes it
	 * @throws IOException if it cannot be read
	 */
	InputStream open(long from) throws IOException;

}
