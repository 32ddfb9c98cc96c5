package org.huiling.storage;

import java.time.Instant;

/** Something that is kept for a term and then forgotten by itself. */
public interface Expiring {

	/**
	 * What it is.
	 * @return a word for the log
	 */
	String name();

	/**
	 * Forgets what is past its term, in the current transaction.
	 * @param now when it is asked
	 * @return how much was forgotten
	 */
	int forget(Instant now);

}
