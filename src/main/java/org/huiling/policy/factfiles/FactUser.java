package org.huiling.policy.factfiles;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.facts.dictionary.Dictionary;

/** Somebody who may use facts, so that they cannot be taken away. */
public interface FactUser {

	/**
	 * Who uses a fact.
	 * @param dictionary what declares it
	 * @param path of an entry or derived fact
	 * @return as they are called in a sentence, the first of them; none if nobody does
	 */
	List<Bilingual> users(Dictionary dictionary, String path);

	/**
	 * Whether a fact is another one, or lies in that group or list.
	 * @param source the path of the fact
	 * @param path of the other
	 * @return true if it does
	 */
	static boolean isPartOf(String source, String path) {
		return source.equals(path) || source.startsWith(path + ".") || source.startsWith(path + "[].");
	}

}
