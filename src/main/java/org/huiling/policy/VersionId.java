package org.huiling.policy;

/**
 * What a policy version is called.
 *
 * @param jurisdiction its jurisdiction's id
 * @param program its program's id
 * @param version its name, such as {@code 2013-01-01} or, a correction,
 * {@code 2013-01-01.2}
 */
record VersionId(String jurisdiction, String program, String version) {

	private static final int DATE_LENGTH = 10;

	/**
	 * Which correction of its date the version is.
	 * @return 1 for the first version of a date
	 */
	int correction() {
		return (this.version.length() > DATE_LENGTH) ? Integer.parseInt(this.version.substring(DATE_LENGTH + 1)) : 1;
	}

	@Override
	public String toString() {
		return this.jurisdiction + "/" + this.program + "/" + this.version;
	}

}
