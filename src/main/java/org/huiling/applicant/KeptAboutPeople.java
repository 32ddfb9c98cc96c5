package org.huiling.applicant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a capability keeps about people, for the export of everything about one. Each
 * capability with tables that name people has one bean of this type; a test holds that no
 * such table is forgotten.
 */
public interface KeptAboutPeople {

	/**
	 * The tables whose rows it gives.
	 * @return names in the database
	 */
	Set<String> tables();

	/**
	 * What is kept about somebody. Whether the user may see them was asked before.
	 * @param files the person's, merged ones among them
	 * @param most rows of a section
	 * @return by the name of the section, in the order in which they are shown; in each
	 * row the ids of others and whatever tells a person apart are left out or masked
	 */
	Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most);

}
