package org.huiling.applicant;

/** What a list of people is for. */
public enum ImportMode {

	/** Newcomers: whoever is on file is refused. */
	ADD,

	/** What is new of people on file: whoever is not on file is refused. */
	UPDATE,

	/** Both. */
	ADD_OR_UPDATE;

	/**
	 * Whether people on file may be changed.
	 * @return false for a list of newcomers
	 */
	public boolean updates() {
		return this != ADD;
	}

	/**
	 * Whether files may be begun.
	 * @return false for a list of people on file
	 */
	public boolean adds() {
		return this != UPDATE;
	}

}
