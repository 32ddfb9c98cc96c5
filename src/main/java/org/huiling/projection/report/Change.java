package org.huiling.projection.report;

/** What a projection means for somebody, by their sum over its months. */
public enum Change {

	/** More than before. */
	GAINS,

	/** Less than before. */
	LOSES,

	/** Something, and nothing before. */
	NEW,

	/** Nothing, and something before. */
	ENDS,

	/** As much as before. */
	SAME,

	/** Nobody can tell before something is known. */
	NEEDS_INFORMATION;

	public static Change of(long before, long after) {
		if (after == before) {
			return SAME;
		}
		if (before == 0) {
			return NEW;
		}
		if (after == 0) {
			return ENDS;
		}
		return (after > before) ? GAINS : LOSES;
	}

}
