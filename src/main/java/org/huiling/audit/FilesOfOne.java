package org.huiling.audit;

import java.util.Set;
import java.util.UUID;

/**
 * Knows which files are one person's. An event about a file that was merged into another
 * one is an event about the person who has that.
 */
public interface FilesOfOne {

	/**
	 * The files of whoever has a file, wherever they lie.
	 * @param id of the file; anything else that has an id is only itself
	 * @return the id, and those of files merged into it, into one of these, and so on
	 */
	Set<UUID> of(UUID id);

}
