package org.huiling.policy.published;

import org.jspecify.annotations.Nullable;

/**
 * What a policy version is called.
 *
 * @param jurisdiction its jurisdiction's id
 * @param program its program's id
 * @param version its name, such as {@code 2013-01-01} or, a correction,
 * {@code 2013-01-01.2}
 */
public record VersionId(String jurisdiction, String program, String version) {

	private static final int DATE_LENGTH = 10;

	/**
	 * Which correction of its date the version is.
	 * @return 1 for the first version of a date
	 */
	public int correction() {
		return (this.version.length() > DATE_LENGTH) ? Integer.parseInt(this.version.substring(DATE_LENGTH + 1)) : 1;
	}

	/** The version in whose place this one stands, null for the first of its date. */
	public @Nullable String corrected() {
		int correction = correction();
		if (correction == 1) {
			return null;
		}
		String date = this.version.substring(0, DATE_LENGTH);
		return (correction == 2) ? date : date + "." + (correction - 1);
	}

	@Override
	public String toString() {
		return this.jurisdiction + "/" + this.program + "/" + this.version;
	}

}
