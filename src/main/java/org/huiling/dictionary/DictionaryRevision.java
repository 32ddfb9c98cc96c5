package org.huiling.dictionary;

import java.time.Instant;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.words.FactWords;

/**
 * 目录的一版: the dictionary as it was put in force once. Never changes; the next change is
 * the next revision.
 *
 * @param reading reads people by it
 * @param knownSince since when it is known, the beginning of time for the first
 */
public record DictionaryRevision(FactReading reading, Instant knownSince) {

	/**
	 * What it declares.
	 * @return the dictionary, with the number of the revision
	 */
	public Dictionary dictionary() {
		return this.reading.dictionary();
	}

	/**
	 * Which it is of the installation.
	 * @return from 1, 0 if it is not kept
	 */
	public int number() {
		return dictionary().revision();
	}

	/**
	 * What rules may ask by it.
	 * @return the same ones every time
	 */
	public FactWords words() {
		return this.reading.words();
	}

}
