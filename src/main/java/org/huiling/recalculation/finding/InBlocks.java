package org.huiling.recalculation.finding;

import java.util.List;
import java.util.function.Consumer;

/**
 * A list that may be long, some of it at a time.
 *
 * @param <T> what it is of
 */
@FunctionalInterface
public interface InBlocks<T> {

	/**
	 * Gives all of it.
	 * @param taker takes one block after the other, none of them empty
	 */
	void forEach(Consumer<List<T>> taker);

}
