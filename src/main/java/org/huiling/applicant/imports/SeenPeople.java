package org.huiling.applicant.imports;

import org.huiling.applicant.register.lists.Newcomer;

/**
 * On which line somebody of a name and birth date stood first, apart for those with a
 * resident id and without: two of the former are two people.
 */
final class SeenPeople {

	private final SeenIds identified = new SeenIds();

	private final SeenIds unidentified = new SeenIds();

	/**
	 * Notes a person.
	 * @return the line of somebody who may be the same, 0 if there is none
	 */
	long put(Newcomer person) {
		byte[] hash = person.personHash();
		if (hash == null) {
			return 0;
		}
		if (person.residentHash() != null) {
			this.identified.put(hash, person.line());
			return this.unidentified.find(hash);
		}
		long before = this.unidentified.put(hash, person.line());
		return (before > 0) ? before : this.identified.find(hash);
	}

}
