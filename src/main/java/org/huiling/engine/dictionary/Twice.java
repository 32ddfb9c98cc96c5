package org.huiling.engine.dictionary;

import org.huiling.engine.files.FactFiles;
import org.huiling.engine.source.yaml.FilePlace;

/**
 * Two places that say the same. Files are read by their names; whatever that order, it is
 * not the file that comes with the program that has to give way.
 *
 * @param before what was there
 * @param later what has to change
 */
record Twice(FilePlace before, FilePlace later) {

	/**
	 * Which of two has to change.
	 * @param one what was read first
	 * @param other what was read then
	 */
	static Twice of(FilePlace one, FilePlace other) {
		boolean swap = FactFiles.isShipped(other.file()) && !FactFiles.isShipped(one.file());
		return swap ? new Twice(other, one) : new Twice(one, other);
	}

}
