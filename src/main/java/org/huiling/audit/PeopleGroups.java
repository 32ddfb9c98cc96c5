package org.huiling.audit;

import java.util.List;
import java.util.UUID;

/**
 * Knows what names many people at once: rosters, runs, imports. An event about such a
 * group is one about everybody in it, unless it names people itself; nobody writes half a
 * million names for one file that is downloaded.
 */
public interface PeopleGroups {

	/**
	 * The groups that a person is in.
	 * @param person their id
	 * @return the ids that events about the groups have as their subject
	 */
	List<String> of(UUID person);

}
